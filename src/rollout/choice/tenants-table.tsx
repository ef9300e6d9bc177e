import Box from '@mui/material/Box';
import { useMemo } from 'react';
import type { TenantRead } from '../../api/pacing/tenant-reads.ts';
import type { PresentState } from '../../api/runs/order-calls.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import { SilentTenant, TenantTable } from '../../ui/run/tenant-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { Reads } from './tenant-choice.ts';

interface TenantsTableProps {
  readonly tenants: readonly Connection[];
  readonly reads: Reads;
  readonly steps: readonly RolloutStep[];
  readonly selected: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
  readonly onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

export function TenantsTable({ reads, steps, ...table }: TenantsTableProps) {
  const texts = useTexts('rollout');
  const planned = useMemo(() => new Map(steps.map((step) => [step.tenantId, step])), [steps]);
  return (
    <TenantTable
      {...table}
      label={texts.tenantsTable}
      texts={texts}
      columnWidths={['72px', '30%', '38%', '32%']}
      present={(id) => <ExistingText read={reads.get(id)} />}
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

function ExistingText({ read }: { read: TenantRead<PresentState> | undefined }) {
  const texts = useTexts('rollout');
  if (read === undefined || read.status === 'waiting') return texts.waiting;
  if (read.status === 'failed') return <SilentTenant words={texts.silent} problem={read.problem} />;
  const { state, quotaLeft, otherName, differs } = read.value;
  if (state === 'present' && differs) return texts.hasOther;
  if (state === 'present') return otherName === undefined ? texts.has : texts.hasAs(otherName);
  if (state === 'taken') return texts.taken;
  return quotaLeft === undefined ? texts.lacks : `${texts.lacks}, ${texts.quotaLeft(quotaLeft)}`;
}
