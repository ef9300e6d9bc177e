import { useMemo } from 'react';
import type { KeptPlan } from '../../api/runs/plan-store.ts';
import { keptRows } from '../../domain/rollout/kept-steps.ts';
import { EarlierOutcomes } from '../../ui/run/earlier-outcomes.tsx';
import { EarlierRuns } from '../../ui/run/earlier-runs.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { ReportButtons } from './report-buttons.tsx';
import { savedPlans, type SavedPlan } from './saved-plans.ts';

interface EarlierRolloutsProps {
  readonly labelOf: (tenantId: string) => string;
  readonly onOpen: (plan: SavedPlan) => void;
}

/** Plans that were started in this browser, each named after what was rolled out. */
export function EarlierRollouts({ labelOf, onOpen }: EarlierRolloutsProps) {
  const texts = useTexts('rollout');
  const { things } = useTexts('kinds');
  return (
    <EarlierRuns
      runs={savedPlans.usePlans()}
      texts={texts}
      describe={({ operation, kind, name }) => ({
        title: <code>{name}</code>,
        what: `${texts.earlierWhat(operation, things[kind])},`,
        name: texts.earlierTitle(operation, things[kind], name),
      })}
      open={texts.open}
      onOpen={onOpen}
      onForget={savedPlans.forget}
      outcomes={(kept, onClose) => <Outcomes {...kept} labelOf={labelOf} onClose={onClose} />}
    />
  );
}

interface OutcomesProps extends KeptPlan<SavedPlan> {
  readonly labelOf: (tenantId: string) => string;
  readonly onClose: () => void;
}

/** The outcomes of an earlier rollout in each tenant, and its report. */
function Outcomes({ plan, steps, labelOf, onClose }: OutcomesProps) {
  const texts = useTexts('rollout');
  const { columns } = useTexts('steps');
  const { things } = useTexts('kinds');
  const rows = useMemo(() => keptRows(steps), [steps]);
  return (
    <EarlierOutcomes
      title={texts.earlierTitle(plan.operation, things[plan.kind], plan.name)}
      rows={rows}
      label={texts.outcomes}
      targetHeading={columns.tenant}
      labelOf={labelOf}
      actions={<ReportButtons plan={plan} rows={rows} labelOf={labelOf} size="medium" />}
      onClose={onClose}
    />
  );
}
