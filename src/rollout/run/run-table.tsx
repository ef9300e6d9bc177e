import TextField from '@mui/material/TextField';
import { memo, useState } from 'react';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ServerWords } from '../../ui/feedback/problem-text.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { WindowedTable } from '../../ui/table/windowed-table.tsx';
import type { RowState, RunRow } from './rollout-run.ts';

interface RunTableProps {
  readonly label: string;
  readonly rows: readonly RunRow[];
  readonly labels: ReadonlyMap<string, string>;
}

const states: readonly RowState[] = [
  'failed',
  'done',
  'skipped',
  'blocked',
  'cancelled',
  'planned',
  'running',
  'retrying',
];

/** A row for each tenant; of all states or of one. */
export function RunTable({ label, rows, labels }: RunTableProps) {
  const texts = useTexts('rollout');
  const { columns } = texts;
  const [only, setOnly] = useState<RowState | 'all'>('all');
  const shown = only === 'all' ? rows : rows.filter(({ state }) => state === only);

  return (
    <>
      <TextField
        select
        label={texts.showOnly}
        value={only}
        onChange={(event) => setOnly(states.find((state) => state === event.target.value) ?? 'all')}
        slotProps={{ select: { native: true } }}
        fullWidth={false}
        sx={{ mb: 2, minWidth: 160 }}
      >
        <option value="all">{texts.showAll}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {texts.states[state]}
          </option>
        ))}
      </TextField>
      {shown.length === 0 ? (
        <EmptyState heading={texts.noMatch} />
      ) : (
        <WindowedTable
          label={label}
          columnWidths={['26%', '16%', '18%', '40%']}
          cellStyles={cellStyles}
          rowCount={shown.length}
          rowKey={(index) => shown[index]?.tenantId ?? String(index)}
          head={
            <>
              <th scope="col">{columns.tenant}</th>
              <th scope="col">{columns.plan}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.detail}</th>
            </>
          }
          renderRow={(index) => {
            const row = shown[index];
            return row && <RunCells row={row} label={labels.get(row.tenantId) ?? row.tenantId} />;
          }}
        />
      )}
    </>
  );
}

const RunCells = memo(({ row, label }: { row: RunRow; label: string }) => {
  const texts = useTexts('rollout');
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
  const texts = useTexts('rollout');
  const { problem: problemText } = useTexts('common');
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
