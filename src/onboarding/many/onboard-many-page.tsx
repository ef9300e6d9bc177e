import Box from '@mui/material/Box';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import type { Candidate } from '../../domain/onboarding/candidates.ts';
import {
  onboardingSearch,
  onboardingStepNames,
  readOnboardingAddress,
  type OnboardingAddress,
  type OnboardingStepName,
} from '../../domain/onboarding/onboarding-address.ts';
import type { RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { UnsavedChangesGuard } from '../../ui/form/unsaved-changes-guard.tsx';
import { StepList } from '../../ui/layout/step-list.tsx';
import { useStepFocus } from '../../ui/layout/use-step-focus.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import type { OrderForms } from '../../ui/run/order-form.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useApprovedOnboarding } from './approval/approved-onboarding.ts';
import { CredentialsStep } from './credentials-step.tsx';
import { readyItems, type ReadyItem } from './onboarding-items.ts';
import { RunStep } from './run-step.tsx';
import type { StartedOnboarding } from './start-onboarding.ts';
import { WhatStep } from './what-step.tsx';
import { WhereStep } from './where-step.tsx';

interface OnboardManyPageProps {
  readonly connections: readonly Connection[];
  readonly forms: OrderForms;
}

/** What is decided so far. The orders hold the credentials, here and nowhere else. */
interface Draft {
  readonly chosen: ReadonlySet<string> | undefined;
  readonly candidates: readonly Candidate[];
  readonly entered: ReadonlyMap<string, RolloutOrder>;
  readonly items: readonly ReadyItem[];
}

const emptyDraft: Draft = { chosen: undefined, candidates: [], entered: new Map(), items: [] };

/** Several tenants get what one has. The address holds the step, so that Back goes one back. */
export function OnboardManyPage({ connections, forms }: OnboardManyPageProps) {
  const texts = useTexts('onboardMany');
  const [address, goTo] = useOnboardingAddress();
  const [draft, setDraft] = useState(emptyDraft);
  const [started, setStarted] = useState<StartedOnboarding>();
  const like = connections.find(({ id }) => id === address.like);
  const approved = useApprovedOnboarding(address.plan);

  const labels = useMemo(() => new Map(connections.map(({ id, label }) => [id, label])), [connections]);
  const labelOf = useCallback((id: string) => labels.get(id) ?? id, [labels]);

  const { candidates, chosen, entered, items } = draft;
  const asked = candidates.filter(({ id, order }) => !order && (chosen?.has(id) ?? true));
  // An address cannot hold what a step needs: after a reload it begins again.
  const reached = started
    ? 'run'
    : items.length > 0
      ? 'where'
      : candidates.length > 0
        ? 'credentials'
        : 'what';
  const step = isBefore(address.step, reached) ? address.step : reached;
  useEffect(() => {
    if (address.step !== step) goTo({ step }, { replace: true });
  }, [address.step, step, goTo]);

  const [lastStep, setLastStep] = useState(step);
  if (lastStep !== step) {
    setLastStep(step);
    if (step === 'what') {
      setDraft({ ...draft, candidates: [], items: [] });
      setStarted(undefined);
    }
  }

  const top = useStepFocus(step, step === 'credentials');

  const decide = (next: Draft) => {
    const all = next.chosen ?? new Set(next.candidates.map(({ id }) => id));
    const ready = readyItems(next.candidates, all, next.entered);
    const isWhole = next.candidates.every(({ id }) => !all.has(id) || ready.some((item) => item.id === id));
    setDraft({ ...next, items: isWhole ? ready : [] });
    goTo({ step: isWhole ? 'where' : 'credentials' }, { replace: step === 'credentials' });
  };

  return (
    <>
      <PageHeader heading={started && like ? texts.runHeading(like.label) : texts.heading} />
      {connections.length < 2 ? (
        <EmptyState heading={texts.noTenants}>{texts.noTenantsText}</EmptyState>
      ) : (
        <>
          <Box ref={top} tabIndex={-1} sx={{ outline: 'none' }}>
            <StepList
              label={texts.steps}
              names={texts.stepNames}
              steps={onboardingStepNames}
              current={step}
            />
          </Box>
          {step === 'what' && (
            <WhatStep
              connections={connections}
              like={like}
              approved={approved}
              labelOf={labelOf}
              onOpen={(earlier) => {
                setDraft({ ...emptyDraft, chosen: new Set(earlier.items.map(({ id }) => id)) });
                goTo({ like: earlier.like, tenants: earlier.tenants, plan: undefined });
              }}
              onLike={(id) => {
                setDraft(emptyDraft);
                goTo({ like: id, plan: undefined });
              }}
              chosen={chosen}
              onChosen={(next) => setDraft({ ...draft, chosen: next })}
              entered={entered}
              onForget={(id) =>
                setDraft({ ...draft, entered: new Map([...entered].filter(([other]) => other !== id)) })
              }
              onDecided={(all, wanted) =>
                decide({
                  ...draft,
                  chosen: wanted,
                  candidates: all.filter(({ kind, order }) => order ?? forms[kind]),
                })
              }
            />
          )}
          {step === 'credentials' && (
            <CredentialsStep
              forms={forms}
              asked={asked}
              entered={entered}
              onEntered={(id, order) => decide({ ...draft, entered: new Map(entered).set(id, order) })}
              onBack={() => history.back()}
            />
          )}
          {step === 'where' && (
            <WhereStep
              items={items}
              connections={connections.filter(({ id }) => id !== like?.id)}
              asked={address.tenants}
              like={like?.id ?? ''}
              approved={approved.state === 'found' ? approved.plans : undefined}
              labelOf={labelOf}
              onBack={() => history.back()}
              onStarted={(run) => {
                setStarted(run);
                goTo({ step: 'run' });
              }}
            />
          )}
          {started && like && step === 'run' && (
            <RunStep
              started={started}
              like={like}
              onAnother={() => {
                setDraft(emptyDraft);
                setStarted(undefined);
                goTo({ tenants: [], step: 'what', plan: undefined });
              }}
            />
          )}
          <UnsavedChangesGuard dirty={step !== 'run' && entered.size > 0} words={texts.leaveDraft} />
        </>
      )}
    </>
  );
}

type GoTo = (change: Partial<OnboardingAddress>, options?: { replace: boolean }) => void;

function useOnboardingAddress(): [OnboardingAddress, GoTo] {
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const address = useMemo(() => readOnboardingAddress(search), [search]);
  const goTo = useCallback<GoTo>(
    (change, options) =>
      // Whoever goes on by a button is not asked whether to leave.
      void navigate({
        to: '/onboarding',
        search: onboardingSearch({ ...address, ...change }),
        ignoreBlocker: true,
        ...options,
      }),
    [address, navigate],
  );
  return [address, goTo];
}

function isBefore(step: OnboardingStepName, other: OnboardingStepName): boolean {
  return onboardingStepNames.indexOf(step) < onboardingStepNames.indexOf(other);
}
