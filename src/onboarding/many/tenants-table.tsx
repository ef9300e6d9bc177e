import Box from '@mui/material/Box';
import { useMemo } from 'react';
import type { TenantRead } from '../../api/pacing/tenant-reads.ts';
import type { PresentState } from '../../api/runs/order-calls.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { OnboardingStep } from '../../domain/onboarding/onboarding-plan.ts';
import { HeadCheckbox, RowCheckbox } from '../../ui/table/row-checkboxes.tsx';
import { useRowSelection } from '../../ui/table/use-row-selection.ts';
import { WindowedTable } from '../../ui/table/windowed-table.tsx';
import { useIsPhone } from '../../ui/media/use-is-phone.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import type { ReadyItem } from './onboarding-items.ts';

type ItemsRead = TenantRead<ReadonlyMap<string, PresentState>>;

interface TenantsTableProps {
  readonly tenants: readonly Connection[];
  readonly items: readonly ReadyItem[];
  readonly reads: ReadonlyMap<string, ItemsRead>;
  readonly steps: readonly OnboardingStep[];
  readonly selected: ReadonlySet<string>;
  /** Those where one may not write. */
  readonly locked: ReadonlySet<string>;
  readonly onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

export function TenantsTable({
  tenants,
  items,
  reads,
  steps,
  selected,
  locked,
  onSelect,
}: TenantsTableProps) {
  const texts = useTexts('onboardMany');
  const { columns } = texts;
  const phone = useIsPhone();
  const ids = useMemo(() => tenants.map(({ id }) => id), [tenants]);
  const rows = useRowSelection(ids, selected, onSelect, locked);
  return (
    <WindowedTable
      label={texts.tenantsTable}
      columnWidths={phone ? ['48px', '40%', '60%'] : ['72px', '34%', '26%', '40%']}
      cursor={rows.cursor}
      onKeyDown={rows.onKeyDown}
      rowCount={tenants.length}
      rowKey={(index) => tenants[index]?.id ?? String(index)}
      head={
        <>
          <th scope="col">
            <HeadCheckbox rows={rows} label={texts.selectShown} />
          </th>
          <th scope="col">{columns.tenant}</th>
          <th scope="col">{columns.present}</th>
          {!phone && <th scope="col">{columns.plan}</th>}
        </>
      }
      renderRow={(index) => {
        const tenant = tenants[index];
        if (!tenant) return null;
        const { id, label } = tenant;
        const plan = (
          <>
            {locked.has(id) && <Box sx={{ color: 'text.secondary' }}>{texts.locked}</Box>}
            {selected.has(id) && (
              <PlanText steps={steps.filter(({ tenantId }) => tenantId === id)} items={items} />
            )}
          </>
        );
        return (
          <>
            <td>
              <RowCheckbox
                id={id}
                label={texts.select(label)}
                selected={selected.has(id)}
                isTabStop={index === rows.cursor}
                locked={locked.has(id) ? texts.locked : undefined}
                onToggle={rows.toggle}
              />
            </td>
            <th scope="row">{label}</th>
            <td>
              <PresentText read={reads.get(id)} total={items.length} />
              {phone && <div>{plan}</div>}
            </td>
            {!phone && <td>{plan}</td>}
          </>
        );
      }}
    />
  );
}

function PresentText({ read, total }: { read: ItemsRead | undefined; total: number }) {
  const texts = useTexts('onboardMany');
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
  return texts.has([...read.value.values()].filter(({ state }) => state === 'present').length, total);
}

interface PlanTextProps {
  readonly steps: readonly OnboardingStep[];
  readonly items: readonly ReadyItem[];
}

/** How much is created, and what is left out and why; a tenant that did not answer is left out as a whole. */
function PlanText({ steps, items }: PlanTextProps) {
  const texts = useTexts('onboardMany');
  const { reason } = useTexts('run');
  if (steps.length === 0) return null;
  const count = (action: OnboardingStep['action']) => steps.filter((step) => step.action === action).length;
  const counts = { create: count('create'), skip: count('skip'), blocked: count('blocked') };
  const blocked = steps.filter(({ action }) => action === 'blocked');
  const reasons = [...new Set(blocked.map(reason))];
  const nameOf = (itemId: string) => items.find(({ id }) => id === itemId)?.order.name ?? '';
  return (
    <>
      {texts.planSentence({ ...counts, update: 0, delete: 0 })}
      {reasons.map((why) => (
        <Box key={why} sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {blocked.length === steps.length && reasons.length === 1
            ? why
            : texts.leftOut(
                blocked.filter((step) => reason(step) === why).map(({ itemId }) => nameOf(itemId)),
                why,
              )}
        </Box>
      ))}
    </>
  );
}
