import Box from '@mui/material/Box';
import { useCallback, useMemo, useState } from 'react';
import { targetOf } from '../../../domain/onboarding/onboarding-plan.ts';
import { countKept, keptRows } from '../../../domain/rollout/kept-steps.ts';
import { countRows, type RowFilter } from '../../../domain/rollout/run-rows.ts';
import { Button } from '../../../ui/buttons/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { StatusChip } from '../../../ui/feedback/status-chip.tsx';
import { Region } from '../../../ui/layout/region.tsx';
import { RunTable } from '../../../ui/run/run-table.tsx';
import { formatDateTime } from '../../../ui/texts/format.ts';
import { useTexts } from '../../../ui/texts/texts.ts';
import {
  forgetOnboarding,
  useSavedOnboardings,
  type KeptOnboarding,
  type SavedOnboarding,
} from './saved-onboardings.ts';

interface EarlierOnboardingsProps {
  readonly labelOf: (tenantId: string) => string;
  /** Goes on with one: with the same things for the same tenants. */
  readonly onOpen: (onboarding: SavedOnboarding) => void;
}

/** Onboardings that were started in this browser: what came of them, and the way to go on with them. */
export function EarlierOnboardings({ labelOf, onOpen }: EarlierOnboardingsProps) {
  const texts = useTexts('onboardMany');
  const all = useSavedOnboardings();
  const [shownId, setShownId] = useState<string>();
  const shown = all.find(({ onboarding }) => onboarding.id === shownId);
  if (all.length === 0) return null;
  return (
    <>
      <Region heading={texts.earlierHeading}>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.earlierNote}</Box>
        <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {all.map((kept) => (
            <EarlierOnboarding
              key={kept.onboarding.id}
              {...kept}
              labelOf={labelOf}
              onShow={() => setShownId(kept.onboarding.id)}
              onOpen={() => onOpen(kept.onboarding)}
            />
          ))}
        </Box>
      </Region>
      {shown && <Outcomes {...shown} labelOf={labelOf} onClose={() => setShownId(undefined)} />}
    </>
  );
}

interface EarlierOnboardingProps extends KeptOnboarding {
  readonly labelOf: (tenantId: string) => string;
  readonly onShow: () => void;
  readonly onOpen: () => void;
}

function EarlierOnboarding({ onboarding, steps, labelOf, onShow, onOpen }: EarlierOnboardingProps) {
  const texts = useTexts('onboardMany');
  const { chip } = useTexts('run');
  const { id, tenants, items } = onboarding;
  const title = texts.runHeading(labelOf(onboarding.like));
  const startedAt = formatDateTime(new Date(onboarding.startedAt));
  const counts = countRows(keptRows(steps));
  const { done, planned } = countKept(steps);
  const open = planned - done - counts.failed;
  return (
    <Box component="li" sx={itemStyle}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Box>
        {counts.failed > 0 ? (
          <StatusChip tone="error">{chip('ended', counts)}</StatusChip>
        ) : open > 0 ? (
          <StatusChip tone="warning">{texts.earlierOpen(open)}</StatusChip>
        ) : (
          <StatusChip tone="success">{chip('ended', counts)}</StatusChip>
        )}
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {texts.earlierWhat(items.length, tenants.length)} {texts.earlierProgress(done, planned, startedAt)}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5, ml: -1 }}>
        <Button size="small" aria-label={texts.showOutcomesOf(startedAt)} onClick={onShow}>
          {texts.showOutcomes}
        </Button>
        <Button size="small" aria-label={texts.goOnOf(startedAt)} onClick={onOpen}>
          {texts.goOn}
        </Button>
        <Button
          size="small"
          color="error"
          aria-label={texts.forgetOf(startedAt)}
          onClick={() => forgetOnboarding(id)}
        >
          {texts.forget}
        </Button>
      </Box>
    </Box>
  );
}

interface OutcomesProps extends KeptOnboarding {
  readonly labelOf: (tenantId: string) => string;
  readonly onClose: () => void;
}

/** What came of it in each tenant. */
function Outcomes({ onboarding, steps, labelOf, onClose }: OutcomesProps) {
  const texts = useTexts('onboardMany');
  const { things } = useTexts('kinds');
  const { counts } = useTexts('run');
  const { close } = useTexts('common');
  const [state, setState] = useState<RowFilter['state']>('all');
  const rows = useMemo(() => keptRows(steps), [steps]);
  const labels = useMemo(
    () =>
      new Map(
        onboarding.tenants.flatMap((tenant) =>
          onboarding.items.map(({ id, kind, name }) => [
            targetOf(tenant, id),
            texts.targetLabel(labelOf(tenant), things[kind], name),
          ]),
        ),
      ),
    [onboarding, labelOf, texts, things],
  );
  const targetLabel = useCallback((targetId: string) => labels.get(targetId) ?? targetId, [labels]);
  return (
    <Dialog
      wide
      heading={texts.runHeading(labelOf(onboarding.like))}
      onClose={onClose}
      actions={<Button onClick={onClose}>{close}</Button>}
    >
      <Box sx={{ typography: 'body2', color: 'text.secondary', mb: 2 }}>{counts(countRows(rows))}</Box>
      <RunTable
        label={texts.outcomes}
        targetHeading={texts.target}
        rows={rows}
        labelOf={targetLabel}
        state={state}
        onState={setState}
      />
    </Dialog>
  );
}

const itemStyle = { py: 1, borderTop: 1, borderColor: 'rule.soft' } as const;
