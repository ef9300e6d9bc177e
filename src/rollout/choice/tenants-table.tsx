import Box from '@mui/material/Box';
import { memo, useMemo } from 'react';
import type { TenantRead } from '../../api/pacing/tenant-reads.ts';
import type { PresentState } from '../../api/runs/order-calls.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { RolloutStep } from '../../domain/rollout/rollout-plan.ts';
import { useIsPhone } from '../../ui/media/use-is-phone.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { HeadCheckbox, RowCheckbox } from '../../ui/table/row-checkboxes.tsx';
import { useRowSelection, type RowSelection } from '../../ui/table/use-row-selection.ts';
import { WindowedTable } from '../../ui/table/windowed-table.tsx';
import type { Reads } from './tenant-choice.ts';

interface TenantsTableProps {
  readonly label: string;
  readonly tenants: readonly Connection[];
  readonly reads: Reads;
  readonly steps: readonly RolloutStep[];
  readonly selected: ReadonlySet<string>;
  /** Those where one may not write. */
  readonly locked: ReadonlySet<string>;
  /** Always the same function, so that ticking one row does not draw the others anew. */
  readonly onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

export function TenantsTable({
  label,
  tenants,
  reads,
  steps,
  selected,
  locked,
  onSelect,
}: TenantsTableProps) {
  const { columns, selectShown } = useTexts('rollout');
  const phone = useIsPhone();
  const ids = useMemo(() => tenants.map(({ id }) => id), [tenants]);
  const rows = useRowSelection(ids, selected, onSelect, locked);
  const planned = useMemo(() => new Map(steps.map((step) => [step.tenantId, step])), [steps]);

  return (
    <WindowedTable
      label={label}
      columnWidths={phone ? ['48px', '45%', '55%'] : ['72px', '30%', '38%', '32%']}
      cursor={rows.cursor}
      onKeyDown={rows.onKeyDown}
      rowCount={tenants.length}
      rowKey={(index) => tenants[index]?.id ?? String(index)}
      head={
        <>
          <th scope="col">
            <HeadCheckbox rows={rows} label={selectShown} />
          </th>
          <th scope="col">{columns.tenant}</th>
          <th scope="col">{columns.present}</th>
          {!phone && <th scope="col">{columns.plan}</th>}
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
              locked={locked.has(tenant.id)}
              isTabStop={index === rows.cursor}
              phone={phone}
              onToggle={rows.toggle}
            />
          )
        );
      }}
    />
  );
}

interface TenantCellsProps {
  readonly tenant: Connection;
  readonly read: TenantRead<PresentState> | undefined;
  readonly step: RolloutStep | undefined;
  readonly selected: boolean;
  readonly locked: boolean;
  readonly isTabStop: boolean;
  /** The plan stands below what is there now. */
  readonly phone: boolean;
  readonly onToggle: RowSelection['toggle'];
}

const TenantCells = memo((props: TenantCellsProps) => {
  const { tenant, read, step, selected, locked, isTabStop, phone, onToggle } = props;
  const texts = useTexts('rollout');
  const { action, reason } = useTexts('run');
  const plan = (
    <>
      {locked && <Box sx={{ color: 'text.secondary' }}>{texts.locked}</Box>}
      {selected && step && (
        <>
          {action(step.action)}
          <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{reason(step)}</Box>
        </>
      )}
    </>
  );
  return (
    <>
      <td>
        <RowCheckbox
          id={tenant.id}
          label={texts.select(tenant.label)}
          selected={selected}
          isTabStop={isTabStop}
          locked={locked ? texts.locked : undefined}
          onToggle={onToggle}
        />
      </td>
      <th scope="row">{tenant.label}</th>
      <td>
        <ExistingText read={read} />
        {phone && <div>{plan}</div>}
      </td>
      {!phone && <td>{plan}</td>}
    </>
  );
});

function ExistingText({ read }: { read: TenantRead<PresentState> | undefined }) {
  const texts = useTexts('rollout');
  const { problem } = useTexts('problems');
  if (read === undefined || read.status === 'waiting') return texts.waiting;
  if (read.status === 'failed') {
    return (
      <>
        {texts.silent}
        <Box sx={{ typography: 'caption', color: 'error.main' }}>{problem(read.problem).title}</Box>
      </>
    );
  }
  const { state, quotaLeft, otherName, differs } = read.value;
  if (state === 'present' && differs) return texts.hasOther;
  if (state === 'present') return otherName === undefined ? texts.has : texts.hasAs(otherName);
  if (state === 'taken') return texts.taken;
  return quotaLeft === undefined ? texts.lacks : `${texts.lacks}, ${texts.quotaLeft(quotaLeft)}`;
}
