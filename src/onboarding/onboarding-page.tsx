import Box from '@mui/material/Box';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Printer, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { BusyButton } from '../ui/buttons/busy-button.tsx';
import { useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { useConnection } from '../api/current-connection.tsx';
import { quotaQuery } from '../api/resource-quota.ts';
import { kindStatesQuery } from '../api/runs/kind-states.ts';
import { tenantInfoQuery } from '../api/tenant-info.ts';
import { onboardingKinds } from '../domain/onboarding/candidates.ts';
import { onboardingSearch } from '../domain/onboarding/onboarding-address.ts';
import type { RolloutKind } from '../domain/rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../domain/rollout/rollout-kinds.ts';
import { expiryState } from '../domain/token/expiry.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { ErrorState } from '../ui/feedback/error-state.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { iconProps, smallIconProps } from '../ui/icon-props.ts';
import { Section } from '../ui/layout/section.tsx';
import { WithAside } from '../ui/layout/with-aside.tsx';
import { QuotaMeter } from '../ui/marks/quota-meter.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SapDocsLink } from '../ui/docs/sap-docs-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { toMarkdown } from './markdown.ts';
import { StepActions, TemplateTick } from './step-actions.tsx';
import { StepItem } from './step-item.tsx';
import type { StepId } from './step.ts';
import { buildSteps, countedSteps, isAlike, sharedFailure } from './steps.ts';
import { TenantFacts } from './tenant-facts.tsx';
import { useTemplateTick } from './template-tick.ts';
import { usePatience } from './use-patience.ts';

interface Refetchable {
  readonly refetch: () => Promise<unknown>;
}

/** What a new tenant needs, step by step, each with its state as AI Core tells it now. */
export function OnboardingPage() {
  const texts = useTexts('onboarding');
  const kindTexts = useTexts('kinds');
  const applications = useTexts('applications');
  const genericSecrets = useTexts('genericSecrets');
  const problems = useTexts('problems');
  const connection = useConnection();
  const tenantInfo = useQuery(tenantInfoQuery(connection));
  const kinds = onboardingKinds.map((id): { id: RolloutKindId; kind: RolloutKind } => ({
    id,
    kind: rolloutKinds[id],
  }));
  const [isWhole, setWhole] = useState(false);
  const withQuota = kinds.filter(({ kind }) => kind.hasQuota);
  const objects = useQueries({
    queries: kinds.map(({ kind }) => kindStatesQuery(connection, kind, isWhole)),
  });
  const quotas = useQueries({ queries: withQuota.map(({ kind }) => quotaQuery(connection, kind.resource)) });
  const templateTickedAt = useTemplateTick(connection);
  const remembered = useRememberedSecrets(connection);
  const isPatient = usePatience();
  const [now] = useState(() => new Date());

  const objectsOf = byKind(kinds, objects);
  const secrets = objectsOf.get('docker-registry-secret')?.data ?? [];
  const states = secrets.map(({ kept }) => expiryState(remembered.get(kept.name)?.expiresAt, now).kind);
  const ends = {
    expired: states.filter((state) => state === 'expired').length,
    soon: states.filter((state) => state === 'soon').length,
  };
  const words = { onboarding: texts, kinds: kindTexts, applications, genericSecrets };
  const steps = buildSteps(words, {
    tenantInfo,
    quotas: byKind(withQuota, quotas),
    objects: objectsOf,
    isWhole,
    ends,
    templateTickedAt,
  });
  const queriesOf = (id: StepId): readonly Refetchable[] => {
    if (id === 'connection') return [tenantInfo];
    if (id === 'quota') return quotas;
    const query = id === 'template' ? undefined : objectsOf.get(id);
    return query ? [query] : [];
  };
  const all = [tenantInfo, ...objects, ...quotas];

  const failure = sharedFailure(steps);
  const total = countedSteps(steps).length;
  const done = steps.filter(({ state }) => state === 'done').length;
  const answered = all.every(({ isPending }) => !isPending);
  // The oldest of the answers: all that is shown is at least as fresh.
  const checkedAt = new Date(
    Math.min(...all.map(({ dataUpdatedAt, errorUpdatedAt }) => Math.max(dataUpdatedAt, errorUpdatedAt))),
  );
  const markdown = toMarkdown(texts, problems, { tenant: connection.label, checkedAt, steps });

  return (
    <Box sx={printStyle}>
      <PageHeader
        heading={texts.heading}
        late
        fact={
          <Box role="status" sx={factStyle}>
            {answered && (
              <>
                <QuotaMeter quota={{ used: done, max: total }} text={() => texts.progress(done, total)} />
                <span>{texts.checkedAt(checkedAt)}</span>
              </>
            )}
          </Box>
        }
        actions={
          <>
            <LinkButton to="/onboarding" search={onboardingSearch({ tenants: [connection.id] })}>
              {texts.openMany}
            </LinkButton>
            <BusyButton
              variant="outlined"
              startIcon={<RefreshCw {...iconProps} />}
              busy={all.some(({ isFetching }) => isFetching)}
              onClick={() => check(all)}
            >
              {texts.checkAll}
            </BusyButton>
          </>
        }
      />
      <div className="print-only">{texts.note(connection.label)}</div>
      <WithAside
        aside={
          <>
            <TenantFacts connection={connection} tenantInfo={tenantInfo} />
            <div className="no-print">
              <SapDocsLink about="setup" />
            </div>
            <div className="no-print">
              <Section heading={texts.forTheTeam}>
                <Box sx={{ mb: 1, color: 'text.secondary' }}>{texts.forTheTeamText}</Box>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                  <CopyButton text={markdown} label={texts.copyMarkdown} disabled={!answered} />
                  <DownloadButton
                    label={texts.downloadMarkdown}
                    text={markdown}
                    filename={texts.fileName(connection.id)}
                    mediaType="text/markdown"
                    disabled={!answered}
                  />
                  <Button
                    size="small"
                    variant="outlined"
                    startIcon={<Printer {...smallIconProps} />}
                    disabled={!answered}
                    onClick={() => print()}
                  >
                    {texts.print}
                  </Button>
                </Box>
              </Section>
            </div>
          </>
        }
      >
        {!answered && isPatient ? (
          <Box sx={placeStyle}>
            <LoadingState />
          </Box>
        ) : (
          <>
            {failure && (
              <Box sx={{ mb: 2 }}>
                <ErrorState error={failure} onRetry={() => check(all)} />
              </Box>
            )}
            <Box component="ol" aria-label={texts.steps} sx={stepsStyle}>
              {steps.map((step) => (
                <StepItem
                  key={step.id}
                  step={step}
                  {...(!isAlike(step.error, failure) && { error: step.error })}
                  tenant={connection.id}
                  actions={<StepActions step={step} connection={connection} />}
                  {...(step.id !== 'template' && { onCheck: () => check(queriesOf(step.id)) })}
                >
                  {step.id === 'template' && (
                    <TemplateTick done={step.state === 'done'} connection={connection} />
                  )}
                  {step.unread !== undefined && (
                    <Button size="small" variant="outlined" sx={{ mt: 1 }} onClick={() => setWhole(true)}>
                      {texts.lookIntoAll(step.unread)}
                    </Button>
                  )}
                </StepItem>
              ))}
            </Box>
          </>
        )}
      </WithAside>
    </Box>
  );
}

function byKind<T>(
  kinds: readonly { readonly id: RolloutKindId }[],
  answers: readonly T[],
): Map<RolloutKindId, T> {
  return new Map(
    kinds.flatMap(({ id }, index) => {
      const answer = answers[index];
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}

function check(queries: readonly Refetchable[]): void {
  for (const query of queries) void query.refetch();
}

/** As high as its lines will be, of which a phone has two. */
const factStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 2,
  minHeight: { xs: 40, sm: 20 },
  '& > span:last-of-type': { color: 'text.disabled', typography: 'caption', lineHeight: '20px' },
} as const;

/** What is below it on a phone stays out of sight until the steps have come, which are more than a window. */
const placeStyle = { minHeight: { xs: '100vh', md: 0 } } as const;

const stepsStyle = {
  m: 0,
  p: 0,
  listStyle: 'none',
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
} as const;

/** On paper: black on white whatever the colour scheme, and nothing that can only be clicked. */
const printStyle = {
  // The sheet lays its parts out.
  display: 'contents',
  '& .print-only': { display: 'none' },
  '@media print': {
    '&, & *': { color: '#000 !important', borderColor: '#999 !important', background: 'none !important' },
    '& .print-only': { display: 'block' },
    '& .no-print, & button': { display: 'none !important' },
    '& li': { breakInside: 'avoid' },
  },
} as const;
