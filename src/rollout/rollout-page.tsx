import Box from '@mui/material/Box';
import { Activity, useState, useSyncExternalStore } from 'react';
import type { Connection } from '../domain/connection/connection.ts';
import {
  readRolloutAddress,
  rolloutSearch,
  rolloutStepNames,
  type RolloutAddress,
} from '../domain/rollout/rollout-address.ts';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { NoTenants } from '../ui/feedback/no-tenants.tsx';
import { UnsavedChangesGuard } from '../ui/form/unsaved-changes-guard.tsx';
import { StepList } from '../ui/layout/step-list.tsx';
import { ObjectHeader } from '../ui/object/object-header.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { OrderForms } from '../ui/run/order-form.ts';
import type { RolloutRequest } from './rollout-request.ts';
import { PlanGone } from '../ui/run/plan-gone.tsx';
import { useLabelOf } from '../ui/run/use-label-of.ts';
import { useStepAddress, useSteps } from '../ui/run/use-steps.ts';
import { useApprovedPlan } from './approval/use-approved-plan.ts';
import { RunStep } from './run/run-step.tsx';
import type { SavedPlan } from './earlier/saved-plans.ts';
import { TenantsStep } from './choice/tenants-step.tsx';
import type { StartedRun } from './run/start-run.ts';
import { WhatStep } from './choice/what-step.tsx';

interface RolloutPageProps {
  readonly connections: readonly Connection[];
  readonly forms: OrderForms;
}

/** The decisions so far. Only the request holds the credential. */
interface Draft {
  readonly request: RolloutRequest;
  /** The plan that is continued. */
  readonly earlier: SavedPlan | undefined;
}

/** Three steps. The address holds the step, so that Back goes one step back, and what a link asked for. */
export function RolloutPage({ connections, forms }: RolloutPageProps) {
  const texts = useTexts('rollout');
  const [address, goTo] = useStepAddress('/rollout', readRolloutAddress, rolloutSearch);
  const [draft, setDraft] = useState<Draft>();
  const [started, setStarted] = useState<StartedRun>();
  // Incremented to remount the first step with an empty form.
  const [round, setRound] = useState(0);
  const [secret, ...nextSecrets] = address.secrets;
  const approved = useApprovedPlan(address.plan);

  const labelOf = useLabelOf(connections);

  const step = useSteps({
    names: rolloutStepNames,
    asked: address.step,
    reached: started ? 'run' : draft ? 'where' : 'what',
    goTo,
    // Returning to the first step discards its decision.
    onBegin: () => {
      setDraft(undefined);
      setStarted(undefined);
    },
  });

  // Going to the first step discards everything else.
  const beginAnew = (next: Partial<RolloutAddress>) => {
    setRound(round + 1);
    goTo({ secrets: [], tenants: [], step: 'what', plan: undefined, ...next });
  };

  return (
    <>
      {started && step === 'run' ? <RunHeader started={started} /> : <PageHeader heading={texts.heading} />}
      {connections.length === 0 ? (
        <NoTenants heading={texts.noTenants}>{texts.noTenantsText}</NoTenants>
      ) : (
        <>
          <StepList names={texts.stepNames} steps={rolloutStepNames} current={step} />
          {/* Going back shows the form as it was left; while hidden, it does not guard its input. */}
          <Activity mode={step === 'what' ? 'visible' : 'hidden'}>
            {approved.state === 'gone' && (
              <Box sx={{ mb: 2 }}>
                <PlanGone />
              </Box>
            )}
            {approved.state === 'reading' ? (
              <LoadingState />
            ) : (
              <WhatStep
                key={`${round} ${secret} ${address.plan}`}
                opened={approved.state === 'found' ? approved : undefined}
                forms={forms}
                labelOf={labelOf}
                asked={secret}
                following={nextSecrets}
                onAskedOther={() => beginAnew({ tenants: address.tenants })}
                onDecided={(request, earlier) => {
                  setDraft({ request, earlier });
                  goTo({ step: 'where' });
                }}
              />
            )}
          </Activity>
          {draft && step === 'where' && (
            <TenantsStep
              request={draft.request}
              earlier={started?.plan ?? draft.earlier}
              approved={approved.state === 'found' ? approved.approval : undefined}
              chosen={address.tenants}
              connections={connections}
              labelOf={labelOf}
              onBack={() => history.back()}
              onStarted={(run) => {
                setStarted(run);
                goTo({ step: 'run' });
              }}
            />
          )}
          {started && step === 'run' && (
            <RunStep
              started={started}
              connections={connections}
              labelOf={labelOf}
              next={draft?.request.order.name === secret ? nextSecrets[0] : undefined}
              onPlanAgain={() => goTo({ step: 'where' })}
              onNext={() => beginAnew({ secrets: nextSecrets, tenants: address.tenants })}
              onAnother={() => beginAnew({})}
            />
          )}
          <UnsavedChangesGuard
            dirty={step === 'where' && draft?.request.order.write !== undefined}
            words={texts.leaveDraft}
          />
        </>
      )}
    </>
  );
}

/** The run’s own heading; its progress and outcome are in the title of the tab. */
function RunHeader({ started: { run, plan } }: { started: StartedRun }) {
  const texts = useTexts('rollout');
  const { chip, settledOf } = useTexts('run');
  const { phase, rows, counts } = useSyncExternalStore(run.store.subscribe, run.store.getSnapshot);
  const heading = (name: string) => texts.runHeading(plan.operation, name);
  const settled = rows.length - counts.planned - counts.running - counts.retrying;
  const state = phase === 'running' ? settledOf(settled, rows.length) : chip(phase, counts);
  return <ObjectHeader heading={heading} name={plan.name} title={`${state} · ${heading(plan.name)}`} />;
}
