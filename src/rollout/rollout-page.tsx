import Box from '@mui/material/Box';
import { Activity, useCallback, useEffect, useMemo, useRef, useState, type ComponentType } from 'react';
import type { Connection } from '../domain/connection/connection.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { UnsavedChangesGuard } from '../ui/form/unsaved-changes-guard.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { CredentialFormProps, RolloutRequest, RolloutKind } from './rollout-request.ts';
import { RunStep } from './run/run-step.tsx';
import type { SavedPlan } from './earlier/saved-plans.ts';
import { StepList } from './step-list.tsx';
import { TenantsStep } from './choice/tenants-step.tsx';
import type { StartedRun } from './run/start-run.ts';
import { WhatStep, type ChosenSecret } from './choice/what-step.tsx';

interface RolloutPageProps {
  readonly connections: readonly Connection[];
  /** The form of each kind that can be rolled out. */
  readonly forms: Readonly<Partial<Record<RolloutKind, ComponentType<CredentialFormProps>>>>;
  /** The names of secrets that were chosen elsewhere, one rollout each. */
  readonly secrets: readonly string[];
}

/** What is decided so far. The request holds the credential, here and nowhere else. */
interface Draft {
  readonly request: RolloutRequest;
  /** The plan that is gone on with. */
  readonly earlier: SavedPlan | undefined;
}

/** Which of the chosen secrets a round is about. */
function chosenOf(secrets: readonly string[], round: number): ChosenSecret | undefined {
  const name = secrets[round];
  return name === undefined ? undefined : { name, place: round + 1, count: secrets.length };
}

export function RolloutPage({ connections, forms, secrets }: RolloutPageProps) {
  const texts = useTexts('rollout');
  const [draft, setDraft] = useState<Draft>();
  const [started, setStarted] = useState<StartedRun>();
  // A new number mounts the first step anew, and with it a form without what was typed before.
  const [round, setRound] = useState(0);

  const labels = useMemo(() => new Map(connections.map(({ id, label }) => [id, label])), [connections]);
  // A tenant of an earlier rollout may be connected no more.
  const labelOf = useCallback((tenantId: string) => labels.get(tenantId) ?? tenantId, [labels]);

  const beginAnew = () => {
    setStarted(undefined);
    setDraft(undefined);
    setRound(round + 1);
  };
  const step = started ? 'run' : draft ? 'tenants' : 'what';

  // The button that led to the step is gone: the focus goes to where the step begins.
  const top = useRef<HTMLDivElement>(null);
  const shownStep = useRef(step);
  useEffect(() => {
    if (shownStep.current === step) return;
    shownStep.current = step;
    top.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [step]);

  return (
    <>
      <PageHeader heading={texts.heading} note={texts.note} />
      {connections.length === 0 ? (
        <EmptyState heading={texts.noTenants}>{texts.noTenantsText}</EmptyState>
      ) : (
        <>
          <Box ref={top} tabIndex={-1} sx={{ outline: 'none' }}>
            <StepList current={step} />
          </Box>
          {/* Going back finds the form as it was left; while it is hidden it asks about nothing. */}
          <Activity mode={step === 'what' ? 'visible' : 'hidden'}>
            <WhatStep
              key={round}
              forms={forms}
              labelOf={labelOf}
              // With each round the next of them; after the last one, the form is free again.
              chosen={chosenOf(secrets, round)}
              onDecided={(request, earlier) => setDraft({ request, earlier })}
            />
          </Activity>
          {draft && !started && (
            <TenantsStep
              request={draft.request}
              earlier={draft.earlier}
              connections={connections}
              onBack={() => setDraft(undefined)}
              onStarted={setStarted}
            />
          )}
          {draft && started && (
            <RunStep
              started={started}
              labelOf={labelOf}
              onPlanAgain={(plan) => {
                setDraft({ request: draft.request, earlier: plan });
                setStarted(undefined);
              }}
              onAnother={beginAnew}
            />
          )}
          <UnsavedChangesGuard
            dirty={step === 'tenants' && draft?.request.credential !== undefined}
            words={texts.leaveDraft}
          />
        </>
      )}
    </>
  );
}
