import Box from '@mui/material/Box';
import type { PresentState } from '../../api/runs/order-calls.ts';
import type { RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import { TenantTable, type ChosenTenants } from '../../ui/run/tenant-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

interface TenantsTableProps extends ChosenTenants<PresentState> {
  readonly steps: readonly RolloutStep[];
}

export function TenantsTable({ steps, ...table }: TenantsTableProps) {
  const planned = new Map(steps.map((step) => [step.tenantId, step]));
  return (
    <TenantTable
      {...table}
      columnWidths={['72px', '30%', '38%', '32%']}
      present={(state) => <ExistingText {...state} />}
      plan={(id) => <PlanText step={planned.get(id)} />}
    />
  );
}

function PlanText({ step }: { step: RolloutStep | undefined }) {
  const { action, reason } = useTexts('run');
  if (!step) return undefined;
  return (
    <>
      {action(step.action)}
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{reason(step)}</Box>
    </>
  );
}

function ExistingText({ state, quotaLeft, otherName, differs }: PresentState) {
  const texts = useTexts('rollout');
  if (state === 'present' && differs) return texts.hasOther;
  if (state === 'present') return otherName === undefined ? texts.has : texts.hasAs(otherName);
  if (state === 'taken') return texts.taken;
  return quotaLeft === undefined ? texts.lacks : `${texts.lacks}, ${texts.quotaLeft(quotaLeft)}`;
}
