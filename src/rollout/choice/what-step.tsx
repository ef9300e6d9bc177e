import Box from '@mui/material/Box';
import { useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import type { KeptObject, KnownSecret, RolloutKind } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKindIds, rolloutKinds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import { Alert } from '../../ui/feedback/alert.tsx';
import { RadioChoice } from '../../ui/form/radio-choice.tsx';
import { UnsavedWatch, useConfirmDiscard } from '../../ui/form/unsaved-changes-guard.tsx';
import type { OrderForms } from '../../ui/run/order-form.ts';
import { WithName } from '../../ui/layout/wording.tsx';
import { stepForm, stepLayout } from '../../ui/run/step-layout.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { EarlierRollouts } from '../earlier/earlier-rollouts.tsx';
import type { Operation, RolloutRequest } from '../rollout-request.ts';
import { RemovalForm } from './removal-form.tsx';
import type { SavedPlan } from '../earlier/saved-plans.ts';

interface WhatStepProps {
  readonly forms: OrderForms;
  readonly labelOf: (tenantId: string) => string;
  /** The secret named in a link, and the ones to do after it. */
  readonly asked: string | undefined;
  readonly following: readonly string[];
  /** A plan named in a link, to be continued. */
  readonly opened?: OpenedPlan | undefined;
  readonly onAskedOther: () => void;
  readonly onDecided: (request: RolloutRequest, earlier: SavedPlan | undefined) => void;
}

/** The fixed parts of an approved plan: everything but the credential. */
interface OpenedPlan {
  readonly plan: SavedPlan;
  readonly remembers: KnownSecret | undefined;
  readonly keys: readonly string[] | undefined;
}

const operations = ['rollout', 'removal'] as const;

/** The first step: what is rolled out or removed; or an earlier plan, opened again. */
export function WhatStep(props: WhatStepProps) {
  const { forms, labelOf, asked, following, opened, onAskedOther, onDecided } = props;
  const texts = useTexts('rollout');
  const { chooseTenants } = useTexts('steps');
  const { things } = useTexts('kinds');
  const [operation, setOperation] = useState<Operation>(opened?.plan.operation ?? 'rollout');
  const [kind, setKind] = useState<RolloutKindId>(opened?.plan.kind ?? 'docker-registry-secret');
  const [earlier, setEarlier] = useState(opened?.plan);
  const [typed, setTyped] = useState(false);
  const { ask, question } = useConfirmDiscard(typed, texts.changeDraft);
  // Another form starts without unsaved input.
  const change = (act: () => void) =>
    ask(() => {
      setTyped(false);
      act();
    });
  const OrderForm = forms[kind];
  const fixed = earlier
    ? { name: earlier.name, facts: earlier.facts, remembers: opened?.remembers, keys: opened?.keys }
    : asked === undefined
      ? undefined
      : { name: asked, facts: {} };
  const { copy: copied }: RolloutKind = rolloutKinds[kind];
  const asksCredentials = operation === 'rollout' && copied === undefined;
  const offered = rolloutKindIds.filter((one) => forms[one] !== undefined);

  const open = (plan: SavedPlan) => {
    setOperation(plan.operation);
    setKind(plan.kind);
    setEarlier(plan);
    // Without a credential to enter, the form is skipped.
    const { copy }: RolloutKind = rolloutKinds[plan.kind];
    if (plan.operation === 'removal') onDecided(removalOf(plan.kind, plan), plan);
    else if (copy) onDecided({ operation: 'rollout', kind: plan.kind, order: copy(plan) }, plan);
  };

  return (
    <Box sx={stepLayout}>
      <Box component="section" aria-label={texts.whatHeading} sx={stepForm}>
        {earlier && (
          <Alert severity="info" sx={{ mb: 2 }}>
            <WithName
              wording={(name) => texts.reopened(operation, asksCredentials, name)}
              name={earlier.name}
            />
          </Alert>
        )}
        {!earlier && asked !== undefined && (
          <Alert
            severity="info"
            sx={{ mb: 2 }}
            action={
              <Button color="inherit" size="small" onClick={() => change(onAskedOther)}>
                {texts.askedOther}
              </Button>
            }
          >
            <WithName wording={texts.asked} name={asked} />{' '}
            {following.length > 0 && texts.following(following)}
          </Alert>
        )}
        {!earlier && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 1, mb: 2 }}>
            <RadioChoice
              label={texts.operation}
              options={operations}
              labels={texts.operations}
              value={operation}
              onChange={(next) => change(() => setOperation(next))}
            />
            {offered.length > 1 && asked === undefined && (
              <RadioChoice
                label={texts.kind}
                options={offered}
                labels={things}
                value={kind}
                onChange={(next) => change(() => setKind(next))}
              />
            )}
          </Box>
        )}
        {operation === 'removal' && (
          <RemovalForm
            key={earlier?.id}
            kind={kind}
            asked={opened?.plan.name ?? asked}
            // Another name makes it another removal.
            onSubmit={(kept) =>
              onDecided(removalOf(kind, kept), isSameAs(earlier, kept) ? earlier : undefined)
            }
          />
        )}
        {operation === 'rollout' && OrderForm && (
          <UnsavedWatch value={setTyped}>
            <OrderForm
              key={`${kind} ${earlier?.id}`}
              fixed={fixed}
              submitLabel={chooseTenants}
              onSubmit={(order) => onDecided({ operation, kind, order }, earlier)}
            />
          </UnsavedWatch>
        )}
      </Box>
      <EarlierRollouts labelOf={labelOf} onOpen={(plan) => change(() => open(plan))} />
      {question}
    </Box>
  );
}

function removalOf(kind: RolloutKindId, kept: KeptObject): RolloutRequest {
  return { operation: 'removal', kind, order: rolloutKinds[kind].removal(kept) };
}

function isSameAs(plan: SavedPlan | undefined, { name, facts }: KeptObject): boolean {
  return plan?.name === name && ['scope', 'resourceGroup'].every((key) => plan.facts[key] === facts[key]);
}
