import Box from '@mui/material/Box';
import { useMemo, type ReactNode } from 'react';
import type { ApiError } from '../../domain/api-problem.ts';
import { HeadCheckbox, RowCheckbox } from '../table/row-checkboxes.tsx';
import { useIsPhone } from '../media/use-media.ts';
import { useRowSelection } from '../table/use-row-selection.ts';
import { WindowedTable } from '../table/windowed-table.tsx';
import { useTexts } from '../texts/texts.ts';

interface TenantTableProps {
  readonly label: string;
  readonly texts: {
    readonly selectShown: string;
    readonly select: (label: string) => string;
    readonly locked: string;
    readonly columns: { readonly tenant: string; readonly present: string; readonly plan: string };
  };
  /** Of the check boxes, the tenant, what it has, and what is planned, which a phone has below what is there. */
  readonly columnWidths: readonly [string, string, string, string];
  readonly tenants: readonly { readonly id: string; readonly label: string }[];
  readonly selected: ReadonlySet<string>;
  /** Those where one may not write. */
  readonly locked: ReadonlySet<string>;
  readonly onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void;
  readonly present: (tenantId: string) => ReactNode;
  /** Of a tenant that is selected. */
  readonly plan: (tenantId: string) => ReactNode;
}

/** Tenants to choose from, with what each has now and what follows from the choice. */
export function TenantTable(props: TenantTableProps) {
  const { texts, tenants, selected, locked, present, plan } = props;
  const phone = useIsPhone();
  const ids = useMemo(() => tenants.map(({ id }) => id), [tenants]);
  const rows = useRowSelection(ids, selected, props.onSelect, locked);
  return (
    <WindowedTable
      label={props.label}
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
              {present(id)}
              {phone && <div>{planned}</div>}
            </td>
            {!phone && <td>{planned}</td>}
          </>
        );
      }}
    />
  );
}

/** That a tenant does not answer, and why. */
export function SilentTenant({ words, problem }: { words: string; problem: ApiError }) {
  const texts = useTexts('problems');
  return (
    <>
      {words}
      <Box sx={{ typography: 'caption', color: 'error.main' }}>{texts.problem(problem).title}</Box>
    </>
  );
}
