import Box from '@mui/material/Box';
import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  LoaderCircle,
  RefreshCw,
  type LucideIcon,
} from 'lucide-react';
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
import { chipStyle, toneStyles } from '../feedback/status-chip.tsx';
import { FilterChips } from '../table/filter-chips.tsx';
import { SearchField } from '../table/search-field.tsx';
import { WindowedTable } from '../table/windowed-table.tsx';
import { smallIconProps } from '../icon-props.ts';
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
  /** At the end of the line above the rows: what is done with all of them. */
  readonly actions?: ReactNode;
}

/** A row for each target with its outcome, the failures first; searched, and of all states or of one. */
export function RunTable(props: RunTableProps) {
  const {
    label,
    targetHeading,
    rows,
    labelOf,
    linkOf = labelOf,
    noteOf,
    state,
    onState,
    onRetry,
    actions,
  } = props;
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
  const options: { value: RowState | 'all'; label: string; count: number; dot?: Dot | undefined }[] = [
    { value: 'all', label: texts.showAll, count: rows.length },
    ...rowStates
      .filter((one) => counts[one] > 0 || one === state || alwaysOffered.has(one))
      .map((one) => ({ value: one, label: texts.states[one], count: counts[one], dot: dots[one] })),
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

type Dot = 'error' | 'warning' | 'hollow';
/** Of what needs somebody, as the summary above has them. */
const dots: Partial<Record<RowState, Dot>> = {
  failed: 'error',
  retrying: 'warning',
  skipped: 'hollow',
  blocked: 'hollow',
  cancelled: 'hollow',
};

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
  const retry = onRetry && row.state === 'failed' && (
    <Button
      size="small"
      variant="outlined"
      aria-label={texts.retryOf(labelOf(row.targetId))}
      onClick={() => onRetry(row.targetId)}
    >
      {texts.retryOne}
    </Button>
  );
  const Icon = icons[row.state];
  const state = (
    <span className={`state ${row.state}`}>
      <Icon {...smallIconProps} />
      {texts.states[row.state]}
    </span>
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
      {!phone && <td>{state}</td>}
      {!phone && <td className="detail">{detail}</td>}
      {phone ? (
        <td>
          {state}
          {retry && <div className="again">{retry}</div>}
        </td>
      ) : (
        <td className="act">{retry}</td>
      )}
    </>
  );
});

const icons: Readonly<Record<RowState, LucideIcon>> = {
  failed: CircleX,
  done: CircleCheck,
  skipped: CircleMinus,
  blocked: CircleMinus,
  cancelled: Ban,
  planned: CircleDashed,
  running: LoaderCircle,
  retrying: RefreshCw,
};

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
          <div className="small">
            <ServerWords problem={problem} />
          </div>
        </>
      )}
    </>
  );
}

const toolbarStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  mb: 2,
  '& > [role=group]': { flex: '0 1 auto', maxWidth: '100%', flexWrap: 'wrap' },
} as const;

const actionsStyle = { display: 'flex', flexWrap: 'wrap', gap: 1, ml: 'auto' } as const;

/** Classes, not a styled element for each cell: hundreds of rows change within a second. */
const cellStyles = {
  '& .state': { ...chipStyle, ...toneStyles.neutral },
  '& .state.done': toneStyles.success,
  '& .state.failed': toneStyles.error,
  '& .state.retrying': toneStyles.warning,
  '& .state.running': toneStyles.info,
  '& .again': { mt: 1 },
  '& .small': { color: 'text.secondary', typography: 'caption' },
  '& .detail': { color: 'text.secondary', overflowWrap: 'anywhere' },
  '& .spoken': unseenStyle,
  '& .act': { textAlign: 'right' },
} as const;
