import { useCallback, useMemo } from 'react';
import type { KeptPlan } from '../../../api/runs/plan-store.ts';
import { targetOf } from '../../../domain/onboarding/onboarding-plan.ts';
import { keptRows } from '../../../domain/rollout/kept-steps.ts';
import { EarlierOutcomes } from '../../../ui/run/earlier-outcomes.tsx';
import { EarlierRuns } from '../../../ui/run/earlier-runs.tsx';
import { useTexts } from '../../../ui/texts/texts.ts';
import { savedOnboardings, type SavedOnboarding } from './saved-onboardings.ts';

interface EarlierOnboardingsProps {
  readonly labelOf: (tenantId: string) => string;
  /** Continues an onboarding, with the same objects and tenants. */
  readonly onOpen: (onboarding: SavedOnboarding) => void;
}

/** Onboardings that were started in this browser, each named after the tenant it copies. */
export function EarlierOnboardings({ labelOf, onOpen }: EarlierOnboardingsProps) {
  const texts = useTexts('onboardMany');
  return (
    <EarlierRuns
      runs={savedOnboardings.usePlans()}
      texts={texts}
      describe={({ like, items, tenants }, startedAt) => ({
        title: texts.runHeading(labelOf(like)),
        what: texts.earlierWhat(items.length, tenants.length),
        name: startedAt,
      })}
      open={texts.goOn}
      onOpen={onOpen}
      onForget={savedOnboardings.forget}
      outcomes={(kept, onClose) => <Outcomes {...kept} labelOf={labelOf} onClose={onClose} />}
    />
  );
}

interface OutcomesProps extends KeptPlan<SavedOnboarding> {
  readonly labelOf: (tenantId: string) => string;
  readonly onClose: () => void;
}

/** The outcomes in each tenant. */
function Outcomes({ plan, steps, labelOf, onClose }: OutcomesProps) {
  const texts = useTexts('onboardMany');
  const { things } = useTexts('kinds');
  const rows = useMemo(() => keptRows(steps), [steps]);
  const labels = useMemo(
    () =>
      new Map(
        plan.tenants.flatMap((tenant) =>
          plan.items.map(({ id, kind, name }) => [
            targetOf(tenant, id),
            texts.targetLabel(labelOf(tenant), things[kind], name),
          ]),
        ),
      ),
    [plan, labelOf, texts, things],
  );
  const targetLabel = useCallback((targetId: string) => labels.get(targetId) ?? targetId, [labels]);
  return (
    <EarlierOutcomes
      title={texts.runHeading(labelOf(plan.like))}
      rows={rows}
      label={texts.outcomes}
      targetHeading={texts.target}
      labelOf={targetLabel}
      onClose={onClose}
    />
  );
}
