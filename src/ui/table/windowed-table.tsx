import Box from '@mui/material/Box';
import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  Fragment,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { moveByArrows } from './row-keys.ts';
import { snappedRange, withIndex } from './snapped-range.ts';
import {
  cellStyle,
  headCellStyle,
  outerCellStyle,
  stickyHead,
  tableFrame,
  tableRowHeight,
} from './table-style.ts';

interface WindowedTableProps {
  readonly label: string;
  /** The cells of the head row. */
  readonly head: ReactNode;
  /** CSS widths; they stay the same whichever rows are visible. */
  readonly columnWidths: readonly string[];
  readonly rowCount: number;
  readonly rowKey: (index: number) => string;
  /** The cells of a row. */
  readonly renderRow: (index: number) => ReactNode;
  /** Styles for class names of the cells. */
  readonly cellStyles?: Readonly<Record<string, object>>;
  /**
   * The row whose control is the table’s only tab stop (`tabIndex` 0, all others -1), or -1 for the head. It is always
   * rendered, and takes the focus when it changes while the focus is inside. Without it, the box itself is the tab
   * stop.
   */
  readonly cursor?: number;
  /** Otherwise the arrow keys move from row to row. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  /** The height of what is above and below the table on its page, in pixels: the box fills the rest of the window. */
  readonly above?: number;
}

const rowsHeld = snappedRange(6, 4);

/**
 * A table of any length in a box that scrolls. Only visible rows are rendered; each states its position among all, so
 * that a screen reader sees the whole table.
 */
export function WindowedTable(props: WindowedTableProps) {
  const { cursor = -1, above = 360 } = props;
  const box = useRef<HTMLDivElement>(null);
  // Not read from the document: the row that had the focus may be removed by the same move.
  const hasFocus = useRef(false);
  const [focused, setFocused] = useState(-1);
  const held = props.cursor ?? focused;
  const [reached, setReached] = useState<'first' | 'last'>();
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rows = useVirtualizer({
    count: props.rowCount,
    getScrollElement: () => box.current,
    estimateSize: () => tableRowHeight,
    getItemKey: props.rowKey,
    rangeExtractor: useCallback(
      (range: Range) => {
        const end = reached === 'first' ? 0 : range.count - 1;
        const shown = rowsHeld(reached ? { ...range, startIndex: end, endIndex: end } : range);
        return held >= 0 && held < range.count ? withIndex(shown, held) : shown;
      },
      [held, reached],
    ),
    useFlushSync: false,
  });
  const shown = rows.getVirtualItems();
  const columns = props.columnWidths.length;

  useLayoutEffect(() => {
    if (!hasFocus.current) return;
    if (cursor >= 0) rows.scrollToIndex(cursor);
    const place = cursor < 0 ? 'thead' : `[data-index="${cursor}"]`;
    box.current?.querySelector<HTMLElement>(`${place} [tabindex="0"]`)?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- only a move of the cursor moves the focus
  }, [cursor]);

  const moveByRows = (event: KeyboardEvent<HTMLElement>) => {
    moveByArrows(event, setReached);
    setReached(undefined);
  };

  return (
    <Box
      ref={box}
      role="region"
      aria-label={props.label}
      tabIndex={props.cursor === undefined ? 0 : -1}
      onKeyDown={props.onKeyDown ?? moveByRows}
      onFocus={({ target }) => {
        hasFocus.current = target !== box.current;
        setFocused(Number(target.closest('tr')?.dataset['index'] ?? -1));
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) hasFocus.current = false;
      }}
      sx={{ ...tableFrame, maxHeight: `max(320px, calc(100vh - ${above}px))` }}
    >
      <Box
        component="table"
        aria-label={props.label}
        aria-rowcount={props.rowCount + 1}
        sx={{ ...tableStyle, ...widthStyles(props.columnWidths), ...props.cellStyles }}
      >
        <thead>
          <tr aria-rowindex={1}>{props.head}</tr>
        </thead>
        <tbody>
          {shown.map((row, position) => (
            <Fragment key={row.key}>
              <Spacer height={row.start - (shown[position - 1]?.end ?? 0)} columns={columns} />
              <tr ref={rows.measureElement} data-index={row.index} aria-rowindex={row.index + 2}>
                {props.renderRow(row.index)}
              </tr>
            </Fragment>
          ))}
          <Spacer height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} columns={columns} />
        </tbody>
      </Box>
    </Box>
  );
}

/** With a fixed table layout the cells of the first row set the widths. */
function widthStyles(widths: readonly string[]): Record<string, object> {
  return Object.fromEntries(
    widths.map((width, column) => [`& thead th:nth-of-type(${column + 1})`, { width }]),
  );
}

/** Stands in for the rows that are not rendered. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <Box component="td" colSpan={columns} sx={{ '&&': { p: 0, border: 0 } }} />
    </tr>
  );
}

const tableStyle = {
  width: '100%',
  minWidth: { sm: 560 },
  tableLayout: 'fixed',
  borderCollapse: 'separate',
  borderSpacing: 0,
  typography: 'body2',
  '& th, & td': { ...cellStyle, boxSizing: 'border-box' },
  '& thead th': { ...headCellStyle, ...stickyHead, zIndex: 1 },
  ...outerCellStyle,
  '& tbody th': { overflowWrap: 'anywhere' },
} as const;
