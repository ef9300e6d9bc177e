import Box from '@mui/material/Box';
import { useState, type ComponentType } from 'react';
import { Alert } from '../../ui/feedback/alert.tsx';
import { RadioChoice } from '../../ui/form/radio-choice.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { EarlierRollouts } from '../earlier/earlier-rollouts.tsx';
import type {
  CredentialFormProps,
  Operation,
  RolloutRequest,
  RolloutCredential,
  RolloutKind,
} from '../rollout-request.ts';
import { RemovalForm } from './removal-form.tsx';
import type { SavedPlan } from '../earlier/saved-plans.ts';

/** A secret that was chosen elsewhere, and which one of how many it is. */
export interface ChosenSecret {
  readonly name: string;
  readonly place: number;
  readonly count: number;
}

interface WhatStepProps {
  readonly forms: Readonly<Partial<Record<RolloutKind, ComponentType<CredentialFormProps>>>>;
  readonly labelOf: (tenantId: string) => string;
  readonly chosen?: ChosenSecret | undefined;
  readonly onDecided: (request: RolloutRequest, earlier: SavedPlan | undefined) => void;
}

const operations = ['rollout', 'removal'] as const;
const kinds = ['secret', 'repository'] as const;

/** The first step: what is rolled out or removed; or an earlier plan, opened again. */
export function WhatStep({ forms, labelOf, chosen, onDecided }: WhatStepProps) {
  const texts = useTexts('rollout');
  const [operation, setOperation] = useState<Operation>('rollout');
  const [kind, setKind] = useState<RolloutKind>('secret');
  const [earlier, setEarlier] = useState<SavedPlan>();
  const CredentialForm = forms[kind];
  const offered = kinds.filter((one) => forms[one] !== undefined);

  const open = (plan: SavedPlan) => {
    setOperation(plan.operation);
    setKind(plan.kind);
    setEarlier(plan);
    // A removal needs no credential: there is nothing to ask for.
    if (plan.operation === 'removal') onDecided(removalOf(plan.kind, plan.name), plan);
  };

  return (
    <>
      <EarlierRollouts labelOf={labelOf} onOpen={open} />
      <Box component="section" aria-label={texts.whatHeading} sx={{ maxWidth: 720 }}>
        {earlier ? (
          <Alert severity="info" sx={{ mb: 2 }}>
            {texts.reopened(earlier.name)}
          </Alert>
        ) : chosen ? (
          <Alert severity="info" sx={{ mb: 2 }}>
            {texts.chosen(chosen.name, chosen.place, chosen.count)}
          </Alert>
        ) : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 1, mb: 2 }}>
            <RadioChoice
              label={texts.operation}
              options={operations}
              labels={texts.operations}
              value={operation}
              onChange={setOperation}
            />
            {offered.length > 1 && (
              <RadioChoice
                label={texts.kind}
                options={offered}
                labels={texts.kinds}
                value={kind}
                onChange={setKind}
              />
            )}
          </Box>
        )}
        {operation === 'removal' && (
          <RemovalForm
            key={earlier?.id}
            kind={kind}
            // Another name is another removal.
            onSubmit={(name) =>
              onDecided(removalOf(kind, name), earlier?.name === name ? earlier : undefined)
            }
          />
        )}
        {operation === 'rollout' && CredentialForm && (
          <CredentialForm
            key={`${kind} ${earlier?.id}`}
            fixed={
              earlier
                ? { name: earlier.name, url: earlier.url }
                : chosen && { name: chosen.name, url: undefined }
            }
            submitLabel={texts.chooseTenants}
            onSubmit={(credential) => onDecided(rolloutOf(credential), earlier)}
          />
        )}
      </Box>
    </>
  );
}

function removalOf(kind: RolloutKind, name: string): RolloutRequest {
  return { operation: 'removal', kind, name, url: undefined, credential: undefined };
}

function rolloutOf(credential: RolloutCredential): RolloutRequest {
  const { kind } = credential;
  const { name, url } = kind === 'secret' ? { name: credential.name, url: undefined } : credential.body;
  return { operation: 'rollout', kind, name, url, credential };
}
