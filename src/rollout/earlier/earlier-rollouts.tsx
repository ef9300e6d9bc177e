import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { countKept, keptRows } from '../../domain/rollout/kept-steps.ts';
import { Region } from '../../ui/layout/region.tsx';
import { EarlierOutcomes } from '../../ui/run/earlier-outcomes.tsx';
import { EarlierRun } from '../../ui/run/earlier-run.tsx';
import { formatDateTime } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { ReportButtons } from './report-buttons.tsx';
import { forgetPlan, useSavedPlans, type KeptPlan, type SavedPlan } from './saved-plans.ts';

interface EarlierRolloutsProps {
  readonly labelOf: (tenantId: string) => string;
  readonly onOpen: (plan: SavedPlan) => void;
}

/** Plans that were started in this browser: what came of them, and the way to go on with them. */
export function EarlierRollouts({ labelOf, onOpen }: EarlierRolloutsProps) {
  const texts = useTexts('rollout');
  const plans = useSavedPlans();
  const [shownId, setShownId] = useState<string>();
  const shown = plans.find(({ plan }) => plan.id === shownId);
  if (plans.length === 0) return null;
  return (
    <>
      <Region heading={texts.earlierHeading}>
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.earlierNote}</Box>
        <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {plans.map((kept) => (
            <EarlierRollout
              key={kept.plan.id}
              {...kept}
              onShow={() => setShownId(kept.plan.id)}
              onOpen={() => onOpen(kept.plan)}
            />
          ))}
        </Box>
      </Region>
      {shown && <Outcomes {...shown} labelOf={labelOf} onClose={() => setShownId(undefined)} />}
    </>
  );
}

interface OutcomesProps extends KeptPlan {
  readonly labelOf: (tenantId: string) => string;
  readonly onClose: () => void;
}

interface EarlierRolloutProps extends KeptPlan {
  readonly onShow: () => void;
  readonly onOpen: () => void;
}

function EarlierRollout({ plan, steps, onShow, onOpen }: EarlierRolloutProps) {
  const texts = useTexts('rollout');
  const thing = useTexts('kinds').things[plan.kind];
  const { done, planned } = countKept(steps);
  const startedAt = formatDateTime(new Date(plan.startedAt));
  return (
    <EarlierRun
      title={<code>{plan.name}</code>}
      facts={`${texts.earlierWhat(plan.operation, thing)}, ${texts.earlierProgress(done, planned, startedAt)}`}
      steps={steps}
      name={texts.earlierTitle(plan.operation, thing, plan.name)}
      open={texts.open}
      onShow={onShow}
      onOpen={onOpen}
      onForget={() => forgetPlan(plan.id)}
    />
  );
}

/** What came of an earlier rollout in each tenant, to read again and to save. */
function Outcomes({ plan, steps, labelOf, onClose }: OutcomesProps) {
  const texts = useTexts('rollout');
  const { things } = useTexts('kinds');
  const rows = useMemo(() => keptRows(steps), [steps]);
  return (
    <EarlierOutcomes
      title={texts.earlierTitle(plan.operation, things[plan.kind], plan.name)}
      rows={rows}
      label={texts.outcomes}
      targetHeading={texts.columns.tenant}
      labelOf={labelOf}
      actions={<ReportButtons plan={plan} rows={rows} labelOf={labelOf} size="medium" />}
      onClose={onClose}
    />
  );
}
