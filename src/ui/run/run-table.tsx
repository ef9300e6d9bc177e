import Box from '@mui/material/Box';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import {
  countRows,
  findRows,
  rowStates,
  type RowFilter,
  type RowState,
  type RunRow,
} from '../../domain/rollout/run-rows.ts';
import { EmptyState } from '../feedback/empty-state.tsx';
import { FilterChips } from '../table/filter-chips.tsx';
import { SearchField } from '../table/search-field.tsx';
import { WindowedTable } from '../table/windowed-table.tsx';
import { useIsPhone } from '../media/use-media.ts';
import { unseenStyle } from '../unseen-style.ts';
import { useTexts } from '../texts/texts.ts';
import { cellStyles, RunCells, type TargetWords } from './run-cells.tsx';

export interface RunTableProps extends TargetWords {
  readonly label: string;
  /** What the rows are: tenants, or secrets. */
  readonly targetHeading: string;
  readonly rows: readonly RunRow[];
  readonly state: RowFilter['state'];
  readonly onState: (state: RowFilter['state']) => void;
  /** At the end of the line above the rows: what can be done with all of them. */
  readonly actions?: ReactNode;
}

/** A row for each target with its outcome, failures first; can be searched and filtered by state. */
export function RunTable(props: RunTableProps) {
  const { label, targetHeading, rows, state, onState, actions, ...words } = props;
  const { labelOf } = words;
  const texts = useTexts('run');
  const { columns } = texts;
  const phone = useIsPhone();
  const [search, setSearch] = useState('');
  const filter = useDeferredValue(search);
  const shown = useMemo(
    () => findRows(rows, { search: filter, state }, labelOf),
    [rows, filter, state, labelOf],
  );

  return (
    <>
      <Box sx={toolbarStyle}>
        <SearchField label={texts.search} value={search} onChange={setSearch} />
        <StateChips rows={rows} state={state} onState={onState} />
        {actions !== undefined && <Box sx={actionsStyle}>{actions}</Box>}
      </Box>
      <Box role="status" sx={unseenStyle}>
        {filter !== '' && texts.shown(shown.length, rows.length)}
      </Box>
      {shown.length === 0 ? (
        <EmptyState heading={texts.noMatch} />
      ) : (
        <WindowedTable
          label={label}
          columnWidths={phone ? ['auto', '152px'] : ['auto', '12%', '144px', '36%', '168px']}
          cellStyles={cellStyles}
          rowCount={shown.length}
          rowKey={(index) => shown[index]?.targetId ?? String(index)}
          head={
            <>
              <th scope="col">{targetHeading}</th>
              {!phone && <th scope="col">{columns.action}</th>}
              <th scope="col">{columns.state}</th>
              {!phone && <th scope="col">{columns.detail}</th>}
              {!phone && (
                <th scope="col">
                  <span className="spoken">{texts.rowActions}</span>
                </th>
              )}
            </>
          }
          renderRow={(index) => {
            const row = shown[index];
            return row && <RunCells row={row} phone={phone} {...words} />;
          }}
        />
      )}
    </>
  );
}

function StateChips({ rows, state, onState }: Pick<RunTableProps, 'rows' | 'state' | 'onState'>) {
  const texts = useTexts('run');
  const counts = useMemo(() => countRows(rows), [rows]);
  return (
    <FilterChips
      label={texts.showOnly}
      all={{ label: texts.showAll, count: rows.length }}
      options={rowStates
        .filter((one) => counts[one] > 0 || one === state || alwaysOffered.has(one))
        .map((one) => ({ value: one, label: texts.states[one], count: counts[one], dot: dots[one] }))}
      value={state === 'all' ? undefined : state}
      onChange={(chosen) => onState(chosen ?? 'all')}
    />
  );
}

/** The same marks as in the summary above, for the states that need attention. */
const dots: Partial<Record<RowState, 'error' | 'warning' | 'hollow'>> = {
  failed: 'error',
  retrying: 'warning',
  skipped: 'hollow',
  blocked: 'hollow',
  cancelled: 'hollow',
};

/** Offered even when empty, so that the other chips do not move. */
const alwaysOffered: ReadonlySet<RowState> = new Set(['failed', 'done', 'skipped']);

const toolbarStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  mb: 2,
  '& > [role=group]': { flex: '0 1 auto', maxWidth: '100%', flexWrap: 'wrap' },
} as const;

const actionsStyle = { display: 'flex', flexWrap: 'wrap', gap: 1, ml: 'auto' } as const;
