import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ApiError } from '../../domain/api-problem.ts';
import { HeadCheckbox, RowCheckbox } from '../table/row-checkboxes.tsx';
import { useIsPhone } from '../media/use-media.ts';
import { useRowSelection } from '../table/use-row-selection.ts';
import { WindowedTable } from '../table/windowed-table.tsx';
import { useTexts } from '../texts/texts.ts';

/** A tenant's answer, if it has arrived. */
export type TenantAnswer<T> =
  | { readonly status: 'waiting' }
  | { readonly status: 'read'; readonly value: T }
  | { readonly status: 'failed'; readonly problem: ApiError };

/** Tenants to choose from, with their answers. */
export interface ChosenTenants<T> {
  readonly tenants: readonly { readonly id: string; readonly label: string }[];
  readonly reads: ReadonlyMap<string, TenantAnswer<T>>;
  readonly selected: ReadonlySet<string>;
  /** Tenants that the signed-in person may not write to. */
  readonly locked: ReadonlySet<string>;
  readonly onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

interface TenantTableProps<T> extends ChosenTenants<T> {
  /** For the check boxes, the tenant, what it has, and what is planned. A phone shows the last two in one column. */
  readonly columnWidths: readonly [string, string, string, string];
  /** What a tenant that has answered has. */
  readonly present: (answer: T) => ReactNode;
  /** What is planned for a selected tenant. */
  readonly plan: (tenantId: string) => ReactNode;
}

/** Tenants to choose from, with what each has now and what follows from the choice. */
export function TenantTable<T>(props: TenantTableProps<T>) {
  const { tenants, selected, locked, reads, present, plan } = props;
  const texts = useTexts('steps');
  const phone = useIsPhone();
  const ids = tenants.map(({ id }) => id);
  const rows = useRowSelection(ids, selected, props.onSelect, locked);
  return (
    <WindowedTable
      label={texts.tenantsTable}
      columnWidths={phone ? ['48px', '42%', '58%'] : props.columnWidths}
      cursor={rows.cursor}
      onKeyDown={rows.onKeyDown}
      rowCount={tenants.length}
      rowKey={(index) => ids[index] ?? String(index)}
      head={
        <>
          <th scope="col">
            <HeadCheckbox rows={rows} label={texts.selectShown} />
          </th>
          <th scope="col">{texts.columns.tenant}</th>
          <th scope="col">{texts.columns.present}</th>
          {!phone && <th scope="col">{texts.columns.plan}</th>}
        </>
      }
      renderRow={(index) => {
        const tenant = tenants[index];
        if (!tenant) return null;
        const { id, label } = tenant;
        const planned = (
          <>
            {locked.has(id) && <Box sx={{ color: 'text.secondary' }}>{texts.locked}</Box>}
            {selected.has(id) && plan(id)}
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
              <Present answer={reads.get(id)}>{present}</Present>
              {phone && <div>{planned}</div>}
            </td>
            {!phone && <td>{planned}</td>}
          </>
        );
      }}
    />
  );
}

interface PresentProps<T> {
  readonly answer: TenantAnswer<T> | undefined;
  readonly children: (answer: T) => ReactNode;
}

/** What a tenant has, or that its answer is awaited, or why it does not answer. */
function Present<T>({ answer, children }: PresentProps<T>) {
  const { waiting, silent } = useTexts('steps');
  const { problem } = useTexts('problems');
  if (answer === undefined || answer.status === 'waiting') return waiting;
  if (answer.status === 'read') return children(answer.value);
  return (
    <>
      {silent}
      <Box sx={{ typography: 'caption', color: 'error.main' }}>{problem(answer.problem).title}</Box>
    </>
  );
}
