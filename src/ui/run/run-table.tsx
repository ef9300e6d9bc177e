import Box from '@mui/material/Box';
import { memo, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import {
  countRows,
  findRows,
  rowStates,
  type RowFilter,
  type RowState,
  type RunRow,
} from '../../domain/rollout/run-rows.ts';
import { EmptyState } from '../feedback/empty-state.tsx';
import { ServerWords } from '../feedback/server-words.tsx';
import { FilterChips } from '../table/filter-chips.tsx';
import { SearchField } from '../table/search-field.tsx';
import { WindowedTable } from '../table/windowed-table.tsx';
import { useIsPhone } from '../media/use-media.ts';
import { unseenStyle } from '../unseen-style.ts';
import { useTexts } from '../texts/texts.ts';

export interface RunTableProps {
  readonly label: string;
  /** What the rows are: tenants, or secrets. */
  readonly targetHeading: string;
  readonly rows: readonly RunRow[];
  /** Always the same function, so that the rows are found anew only where they changed. */
  readonly labelOf: (targetId: string) => string;
  /** The label as a link to the page of the target, where it has one; always the same function too. */
  readonly linkOf?: (targetId: string) => ReactNode;
  /** What else is known of a target by now; another function where that has changed. */
  readonly noteOf?: ((targetId: string) => ReactNode) | undefined;
  readonly state: RowFilter['state'];
  readonly onState: (state: RowFilter['state']) => void;
  /** Tries one again that has failed. */
  readonly onRetry?: (targetId: string) => void;
}

/** A row for each target with its outcome, the failures first; searched, and of all states or of one. */
export function RunTable(props: RunTableProps) {
  const { label, targetHeading, rows, labelOf, linkOf = labelOf, noteOf, state, onState, onRetry } = props;
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
      </Box>
      <Box role="status" sx={unseenStyle}>
        {filter !== '' && texts.shown(shown.length, rows.length)}
      </Box>
      {shown.length === 0 ? (
        <EmptyState heading={texts.noMatch} />
      ) : (
        <WindowedTable
          label={label}
          columnWidths={phone ? ['auto', '112px', '88px'] : ['21%', '12%', '15%', '40%', '12%']}
          cellStyles={cellStyles}
          rowCount={shown.length}
          rowKey={(index) => shown[index]?.targetId ?? String(index)}
          head={
            <>
              <th scope="col">{targetHeading}</th>
              {!phone && <th scope="col">{columns.action}</th>}
              <th scope="col">{columns.state}</th>
              {!phone && <th scope="col">{columns.detail}</th>}
              <th scope="col">
                <span className="spoken">{texts.rowActions}</span>
              </th>
            </>
          }
          renderRow={(index) => {
            const row = shown[index];
            return row && <RunCells {...{ row, phone, labelOf, linkOf, noteOf, onRetry }} />;
          }}
        />
      )}
    </>
  );
}

function StateChips({ rows, state, onState }: Pick<RunTableProps, 'rows' | 'state' | 'onState'>) {
  const texts = useTexts('run');
  const counts = useMemo(() => countRows(rows), [rows]);
  const options: { value: RowState | 'all'; label: string; count: number }[] = [
    { value: 'all', label: texts.showAll, count: rows.length },
    ...rowStates
      .filter((one) => counts[one] > 0 || one === state || alwaysOffered.has(one))
      .map((one) => ({ value: one, label: texts.states[one], count: counts[one] })),
  ];
  return (
    <FilterChips
      label={texts.showOnly}
      options={options}
      value={state}
      onChange={(chosen) => onState(chosen ?? 'all')}
    />
  );
}

/** They stay, so that the others do not jump. */
const alwaysOffered: ReadonlySet<RowState> = new Set(['failed', 'done', 'skipped']);

interface RunCellsProps extends Pick<Required<RunTableProps>, 'labelOf' | 'linkOf'> {
  readonly row: RunRow;
  /** What is planned, and what came of it, stand below the name. */
  readonly phone: boolean;
  readonly noteOf: RunTableProps['noteOf'];
  readonly onRetry: RunTableProps['onRetry'];
}

const RunCells = memo(({ row, phone, labelOf, linkOf, noteOf, onRetry }: RunCellsProps) => {
  const texts = useTexts('run');
  const detail = (
    <>
      <RowDetail row={row} />
      {noteOf && <div>{noteOf(row.targetId)}</div>}
    </>
  );
  return (
    <>
      <th scope="row">
        {linkOf(row.targetId)}
        {phone && (
          <>
            <div className="small">{texts.action(row.action)}</div>
            <div className="small">{detail}</div>
          </>
        )}
      </th>
      {!phone && <td>{texts.action(row.action)}</td>}
      <td>
        <span className={`state ${row.state}`}>{texts.states[row.state]}</span>
      </td>
      {!phone && <td className="detail">{detail}</td>}
      <td className="act">
        {onRetry && row.state === 'failed' && (
          <Button
            size="small"
            variant="outlined"
            aria-label={texts.retryOf(labelOf(row.targetId))}
            onClick={() => onRetry(row.targetId)}
          >
            {texts.retryOne}
          </Button>
        )}
      </td>
    </>
  );
});

function RowDetail({ row }: { row: RunRow }) {
  const texts = useTexts('run');
  const { problem: problemText } = useTexts('problems');
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

const toolbarStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  mb: 2,
  '& > [role=group]': { flex: '0 1 auto', maxWidth: '100%', flexWrap: 'wrap' },
} as const;

/** Classes, not a styled element for each cell: hundreds of rows change within a second. */
const cellStyles = {
  '& .state': {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: 20,
    px: 0.75,
    borderRadius: '4px',
    typography: 'caption',
    whiteSpace: 'nowrap',
    bgcolor: 'ground.press',
    color: 'text.secondary',
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  '& .state.done': { bgcolor: 'success.soft', color: 'success.main' },
  '& .state.failed': { bgcolor: 'error.soft', color: 'error.main' },
  '& .state.retrying': { bgcolor: 'warning.soft', color: 'warning.main' },
  '& .state.running': { bgcolor: 'accent.soft', color: 'accent.text' },
  '& .small': { color: 'text.secondary', typography: 'caption' },
  '& .detail': { color: 'text.secondary', overflowWrap: 'anywhere' },
  '& .spoken': unseenStyle,
  '& .act': { textAlign: 'right' },
} as const;
