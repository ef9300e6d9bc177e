import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import {
  findRows,
  rowStates,
  type RowFilter,
  type RowState,
  type RunRow,
} from '../../domain/rollout/run-rows.ts';
import { EmptyState } from '../feedback/empty-state.tsx';
import { ServerWords } from '../feedback/problem-text.tsx';
import { SearchField } from '../table/search-field.tsx';
import { WindowedTable } from '../table/windowed-table.tsx';
import { useTexts } from '../texts/texts.ts';

export interface RunTableProps {
  readonly label: string;
  /** What the rows are: tenants, or secrets. */
  readonly targetHeading: string;
  readonly rows: readonly RunRow[];
  /** Always the same function, so that the rows are found anew only where they changed. */
  readonly labelOf: (targetId: string) => string;
}

/** A row for each target with its outcome, the failures first; searched, and of all states or of one. */
export function RunTable({ label, targetHeading, rows, labelOf }: RunTableProps) {
  const texts = useTexts('run');
  const { columns } = texts;
  const [search, setSearch] = useState('');
  const [state, setState] = useState<RowFilter['state']>('all');
  const filter = useDeferredValue(search);
  const shown = useMemo(
    () => findRows(rows, { search: filter, state }, labelOf),
    [rows, filter, state, labelOf],
  );

  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
        <SearchField label={texts.search} value={search} onChange={setSearch} />
        <StateFilter value={state} onChange={setState} />
      </Box>
      {shown.length === 0 ? (
        <EmptyState heading={texts.noMatch} />
      ) : (
        <WindowedTable
          label={label}
          columnWidths={['26%', '16%', '18%', '40%']}
          cellStyles={cellStyles}
          rowCount={shown.length}
          rowKey={(index) => shown[index]?.targetId ?? String(index)}
          head={
            <>
              <th scope="col">{targetHeading}</th>
              <th scope="col">{columns.action}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.detail}</th>
            </>
          }
          renderRow={(index) => {
            const row = shown[index];
            return row && <RunCells row={row} label={labelOf(row.targetId)} />;
          }}
        />
      )}
    </>
  );
}

interface StateFilterProps {
  readonly value: RowFilter['state'];
  readonly onChange: (state: RowFilter['state']) => void;
}

function StateFilter({ value, onChange }: StateFilterProps) {
  const texts = useTexts('run');
  const choose = (chosen: string) => onChange(rowStates.find((state) => state === chosen) ?? 'all');
  return (
    <TextField
      select
      label={texts.showOnly}
      value={value}
      onChange={(event) => choose(event.target.value)}
      slotProps={{ select: { native: true } }}
      fullWidth={false}
      sx={{ minWidth: 160 }}
    >
      <option value="all">{texts.showAll}</option>
      {rowStates.map((state: RowState) => (
        <option key={state} value={state}>
          {texts.states[state]}
        </option>
      ))}
    </TextField>
  );
}

const RunCells = memo(({ row, label }: { row: RunRow; label: string }) => {
  const texts = useTexts('run');
  return (
    <>
      <th scope="row">{label}</th>
      <td>{texts.action(row.action)}</td>
      <td className={`state ${row.state}`}>{texts.states[row.state]}</td>
      <td className="detail">
        <RowDetail row={row} />
      </td>
    </>
  );
});

function RowDetail({ row }: { row: RunRow }) {
  const texts = useTexts('run');
  const { problem: problemText } = useTexts('common');
  if (row.waitSeconds !== undefined) return texts.waits(row.waitSeconds);
  if (row.end === undefined) return row.state === 'planned' ? '' : texts.reason(row);
  const problem = row.end.state === 'failed' ? row.end.problem : undefined;
  return (
    <>
      {texts.outcome(row.end)}
      {problem && (
        <>
          <div>{problemText(problem).title}</div>
          <ServerWords problem={problem} />
        </>
      )}
    </>
  );
}

/** Classes, not a styled element for each cell: hundreds of rows change within a second. */
const cellStyles = {
  '& .state': { whiteSpace: 'nowrap', color: 'text.secondary' },
  '& .state.done': { color: 'success.main' },
  '& .state.failed': { color: 'error.main', fontWeight: 600 },
  '& .state.retrying': { color: 'warning.main' },
  '& .detail': { color: 'text.secondary', overflowWrap: 'anywhere' },
} as const;
