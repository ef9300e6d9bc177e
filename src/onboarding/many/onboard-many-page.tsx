import { Activity, useCallback, useState } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import type { Candidate } from '../../domain/onboarding/candidates.ts';
import {
  onboardingSearch,
  onboardingStepNames,
  readOnboardingAddress,
  type OnboardingStepName,
} from '../../domain/onboarding/onboarding-address.ts';
import type { RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import { NoTenants } from '../../ui/feedback/no-tenants.tsx';
import { UnsavedChangesGuard } from '../../ui/form/unsaved-changes-guard.tsx';
import { StepList } from '../../ui/layout/step-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { OrderForms } from '../../ui/run/order-form.ts';
import { useLabelOf } from '../../ui/run/use-label-of.ts';
import { useStepAddress, useSteps } from '../../ui/run/use-steps.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useApprovedOnboarding } from './approval/approved-onboarding.ts';
import { CredentialsStep } from './credentials-step.tsx';
import { readyItems, type ReadyItem } from './onboarding-items.ts';
import { RunStep } from './run-step.tsx';
import type { StartedOnboarding } from './start-onboarding.ts';
import { WhatStep } from './what-step.tsx';
import { WhereStep } from './where-step.tsx';
import { SapDocsLink } from '../../ui/docs/sap-docs-link.tsx';

interface OnboardManyPageProps {
  readonly connections: readonly Connection[];
  readonly forms: OrderForms;
}

/** The decisions so far. Only the orders hold the credentials. */
interface Draft {
  readonly chosen: ReadonlySet<string> | undefined;
  readonly candidates: readonly Candidate[];
  readonly entered: ReadonlyMap<string, RolloutOrder>;
  /** The object whose credential is partly entered, in a form that may be hidden. */
  readonly halfEntered: string | undefined;
  readonly items: readonly ReadyItem[];
}

const emptyDraft: Draft = {
  chosen: undefined,
  candidates: [],
  entered: new Map(),
  halfEntered: undefined,
  items: [],
};

/** Gives several tenants what one tenant has. The address holds the step, so that Back goes one step back. */
export function OnboardManyPage({ connections, forms }: OnboardManyPageProps) {
  const texts = useTexts('onboardMany');
  const [address, goTo] = useStepAddress('/onboarding', readOnboardingAddress, onboardingSearch);
  const [draft, setDraft] = useState(emptyDraft);
  const [started, setStarted] = useState<StartedOnboarding>();
  const like = connections.find(({ id }) => id === address.like);
  const approved = useApprovedOnboarding(address.plan);

  const labelOf = useLabelOf(connections);

  const { candidates, chosen, entered, halfEntered, items } = draft;
  const asked = candidates.filter(({ id, order }) => !order && (chosen?.has(id) ?? true));
  const step = useSteps({
    names: onboardingStepNames,
    asked: address.step,
    reached: reachedStep({ started, items, isAsked: asked.some(({ id }) => !entered.has(id)) }),
    goTo,
    onBegin: () => {
      setDraft({ ...draft, items: [] });
      setStarted(undefined);
    },
  });

  const decide = (next: Draft) => {
    const all = next.chosen ?? new Set(next.candidates.map(({ id }) => id));
    const ready = readyItems(next.candidates, all, next.entered);
    const isWhole = next.candidates.every(({ id }) => !all.has(id) || ready.some((item) => item.id === id));
    setDraft({ ...next, halfEntered: undefined, items: isWhole ? ready : [] });
    goTo({ step: isWhole ? 'where' : 'credentials' }, { replace: step === 'credentials' });
  };

  const noteHalf = useCallback(
    (id: string | undefined) => setDraft((known) => ({ ...known, halfEntered: id })),
    [],
  );
  const isHalfEntered = asked.some(({ id }) => id === halfEntered);

  return (
    <>
      <PageHeader
        heading={started && like ? texts.runHeading(like.label) : texts.heading}
        fact={<SapDocsLink about="setup" />}
      />
      {connections.length < 2 ? (
        <NoTenants heading={texts.noTenants}>{texts.noTenantsText}</NoTenants>
      ) : (
        <>
          <StepList names={texts.stepNames} steps={onboardingStepNames} current={step} />
          {step === 'what' && (
            <WhatStep
              connections={connections}
              like={like}
              unknownLike={like ? undefined : address.like}
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
          {/* Kept while hidden, so that going back a step does not lose partly entered input. */}
          {(step === 'what' || step === 'credentials') && (
            <Activity mode={step === 'credentials' ? 'visible' : 'hidden'}>
              <CredentialsStep
                forms={forms}
                asked={asked}
                entered={entered}
                onHalfEntered={noteHalf}
                onEntered={(id, order) => decide({ ...draft, entered: new Map(entered).set(id, order) })}
                onBack={() => history.back()}
              />
            </Activity>
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
          {/* While it is visible, the form asks itself. */}
          <UnsavedChangesGuard
            dirty={step !== 'run' && (entered.size > 0 || (step === 'what' && isHalfEntered))}
            words={texts.leaveDraft}
          />
        </>
      )}
    </>
  );
}

function reachedStep({ started, items, isAsked }: Reached): OnboardingStepName {
  if (started) return 'run';
  if (items.length > 0) return 'where';
  return isAsked ? 'credentials' : 'what';
}

interface Reached {
  readonly started: StartedOnboarding | undefined;
  readonly items: readonly ReadyItem[];
  /** A credential is still to be entered. */
  readonly isAsked: boolean;
}
