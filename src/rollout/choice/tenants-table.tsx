import Box from '@mui/material/Box';
import { memo, useMemo } from 'react';
import type { TenantRead } from '../../api/pacing/tenant-reads.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { WindowedTable } from '../../ui/table/windowed-table.tsx';
import type { ExistingState } from '../rollout-request.ts';
import type { Reads } from './tenant-choice.ts';

interface TenantsTableProps {
  readonly label: string;
  readonly tenants: readonly Connection[];
  readonly reads: Reads;
  readonly steps: readonly RolloutStep[];
  readonly selected: ReadonlySet<string>;
  /** Always the same function, so that ticking one row does not draw the others anew. */
  readonly onToggle: (id: string) => void;
}

export function TenantsTable({ label, tenants, reads, steps, selected, onToggle }: TenantsTableProps) {
  const { columns } = useTexts('rollout');
  const planned = useMemo(() => new Map(steps.map((step) => [step.tenantId, step])), [steps]);

  return (
    <WindowedTable
      label={label}
      columnWidths={['72px', '30%', '38%', '32%']}
      rowCount={tenants.length}
      rowKey={(index) => tenants[index]?.id ?? String(index)}
      head={
        <>
          <th scope="col">{columns.select}</th>
          <th scope="col">{columns.tenant}</th>
          <th scope="col">{columns.present}</th>
          <th scope="col">{columns.plan}</th>
        </>
      }
      renderRow={(index) => {
        const tenant = tenants[index];
        return (
          tenant && (
            <TenantCells
              tenant={tenant}
              read={reads.get(tenant.id)}
              step={planned.get(tenant.id)}
              selected={selected.has(tenant.id)}
              onToggle={onToggle}
            />
          )
        );
      }}
    />
  );
}

interface TenantCellsProps {
  readonly tenant: Connection;
  readonly read: TenantRead<ExistingState> | undefined;
  readonly step: RolloutStep | undefined;
  readonly selected: boolean;
  readonly onToggle: (id: string) => void;
}

const TenantCells = memo(({ tenant, read, step, selected, onToggle }: TenantCellsProps) => {
  const texts = useTexts('rollout');
  return (
    <>
      <td>
        <input
          type="checkbox"
          aria-label={texts.select(tenant.label)}
          checked={selected}
          onChange={() => onToggle(tenant.id)}
        />
      </td>
      <th scope="row">{tenant.label}</th>
      <td>
        <ExistingText read={read} />
      </td>
      <td>
        {selected && step && (
          <>
            {texts.action(step.action)}
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.reason(step)}</Box>
          </>
        )}
      </td>
    </>
  );
});

function ExistingText({ read }: { read: TenantRead<ExistingState> | undefined }) {
  const texts = useTexts('rollout');
  const { problem } = useTexts('common');
  if (read === undefined || read.status === 'waiting') return texts.waiting;
  if (read.status === 'failed') {
    return (
      <>
        {texts.silent}
        <Box sx={{ typography: 'caption', color: 'error.main' }}>{problem(read.problem).title}</Box>
      </>
    );
  }
  const { state, quotaLeft, otherName } = read.value;
  if (state === 'present') return otherName === undefined ? texts.has : texts.hasAs(otherName);
  if (state === 'taken') return texts.taken;
  return quotaLeft === undefined ? texts.lacks : `${texts.lacks}, ${texts.quotaLeft(quotaLeft)}`;
}
