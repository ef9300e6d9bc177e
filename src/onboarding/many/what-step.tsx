import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useApprovalAbove } from '../../api/approvals.ts';
import { tenantObjectsQuery, type KindObjects } from '../../api/runs/tenant-objects.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { onboardingKinds, toCandidates, type Candidate } from '../../domain/onboarding/candidates.ts';
import type { RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { Alert } from '../../ui/feedback/alert.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorState } from '../../ui/feedback/error-state.tsx';
import { LoadingState } from '../../ui/feedback/loading-state.tsx';
import { Region } from '../../ui/layout/region.tsx';
import { LabelledSelect } from '../../ui/select/labelled-select.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { toggled } from '../../ui/toggled.ts';
import { isPlanned, type ApprovedOnboarding } from './approval/approved-onboarding.ts';
import { PlanGone } from '../../ui/run/plan-gone.tsx';
import { choiceToolbar, stepForm, stepLayout } from '../../ui/run/step-layout.ts';
import { EarlierOnboardings } from './earlier/earlier-onboardings.tsx';
import type { SavedOnboarding } from './earlier/saved-onboardings.ts';
import { CandidateList } from './candidate-list.tsx';

interface WhatStepProps {
  readonly connections: readonly Connection[];
  readonly like: Connection | undefined;
  /** An id in a link that belongs to no connected tenant. */
  readonly unknownLike: string | undefined;
  readonly onLike: (id: string | undefined) => void;
  /** The chosen objects; undefined until the user has chosen, which means all. */
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly entered: ReadonlyMap<string, RolloutOrder>;
  readonly onForget: (id: string) => void;
  /** With the chosen ones among them. */
  readonly onDecided: (candidates: readonly Candidate[], chosen: ReadonlySet<string>) => void;
  readonly labelOf: (tenantId: string) => string;
  readonly onOpen: (earlier: SavedOnboarding) => void;
  /** The approved plans to run: their objects are chosen at first. */
  readonly approved: ApprovedOnboarding;
}

/** The first step: the tenant to copy, and which of its objects. */
export function WhatStep(props: WhatStepProps) {
  const { connections, like, unknownLike, approved, labelOf, onLike, onOpen } = props;
  const texts = useTexts('onboardMany');
  const { ahead } = useTexts('approvals');
  const above = useApprovalAbove();
  return (
    <Box sx={stepLayout}>
      <Box sx={{ ...stepForm, display: 'grid', gap: 2.5 }}>
        {approved.state === 'gone' && <PlanGone />}
        {above !== undefined && approved.state === 'none' && <Alert severity="info">{ahead(above)}</Alert>}
        <LabelledSelect
          label={texts.like}
          options={[
            { value: '', label: texts.chooseLike },
            ...connections.map(({ id, label }) => ({ value: id, label })),
          ]}
          value={like?.id ?? ''}
          onChange={(id) => onLike(id === '' ? undefined : id)}
          error={unknownLike !== undefined}
          hint={unknownLike === undefined ? texts.likeHint : texts.likeUnknown(unknownLike)}
          sx={{ maxWidth: 320 }}
        />
        {approved.state === 'reading' && <LoadingState />}
        {like && approved.state !== 'reading' && <TenantObjects key={like.id} {...props} like={like} />}
      </Box>
      <EarlierOnboardings labelOf={labelOf} onOpen={onOpen} />
    </Box>
  );
}

function TenantObjects({ like, ...props }: WhatStepProps & { like: Connection }) {
  const texts = useTexts('onboardMany');
  const { things } = useTexts('kinds');
  const query = useQuery(tenantObjectsQuery(like, onboardingKinds));
  if (!query.data) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState lines={6} />
    );
  }
  const failed = query.data.filter(({ problem }) => problem !== undefined);
  const candidates = query.data.flatMap(({ kind, objects }) => toCandidates(kind, objects));
  return (
    <>
      {failed.map(({ kind, problem }: KindObjects) =>
        problem ? (
          <Box key={kind}>
            <Box sx={{ mb: 0.5, fontWeight: 600 }}>{texts.unread(things[kind])}</Box>
            <ErrorState error={problem} onRetry={() => void query.refetch()} />
          </Box>
        ) : null,
      )}
      {candidates.length > 0 ? (
        <Choice {...props} like={like} candidates={candidates} />
      ) : (
        failed.length === 0 && (
          <EmptyState heading={texts.nothing}>{texts.nothingText(like.label)}</EmptyState>
        )
      )}
    </>
  );
}

interface ChoiceProps extends WhatStepProps {
  readonly like: Connection;
  readonly candidates: readonly Candidate[];
}

function Choice(props: ChoiceProps) {
  const { like, candidates, chosen, onChosen, entered, onForget, onDecided, approved } = props;
  const texts = useTexts('onboardMany');
  const { chooseTenants, selectNone } = useTexts('steps');
  const all = new Set(candidates.map(({ id }) => id));
  const planned = candidates.filter((one) => approved.state !== 'found' || isPlanned(approved.plans, one));
  const selected = chosen ?? new Set(planned.map(({ id }) => id));
  const wanted = candidates.filter(({ id }) => selected.has(id));
  const missing = wanted.filter(({ id, order }) => !order && !entered.has(id));
  return (
    <Region heading={texts.whatHeading(like.label)}>
      <Box sx={{ ...choiceToolbar, ml: -1.25, mb: 1 }}>
        <Button size="small" onClick={() => onChosen(all)} disabled={wanted.length === all.size}>
          {texts.selectAll}
        </Button>
        <Button size="small" onClick={() => onChosen(new Set())} disabled={wanted.length === 0}>
          {selectNone}
        </Button>
        <Box role="status" sx={{ ml: 'auto', color: 'text.secondary' }}>
          {texts.selected(wanted.length, all.size)}
        </Box>
      </Box>
      <CandidateList
        candidates={candidates}
        selected={selected}
        entered={entered}
        onToggle={(id) => onChosen(toggled(selected, id))}
        onForget={onForget}
      />
      <Box sx={{ mt: 2 }}>
        <Button
          variant="contained"
          disabled={wanted.length === 0}
          onClick={() => onDecided(candidates, selected)}
        >
          {missing.length > 0 ? texts.enterCredentials(missing.length) : chooseTenants}
        </Button>
      </Box>
    </Region>
  );
}
