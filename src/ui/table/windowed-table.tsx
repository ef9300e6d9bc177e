import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import { snappedRange } from './snapped-range.ts';
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
  /** The cells of the head's row. */
  readonly head: ReactNode;
  /** As CSS has them; they stay the same whatever rows are in sight. */
  readonly columnWidths: readonly string[];
  readonly rowCount: number;
  readonly rowKey: (index: number) => string;
  /** The cells of a row. */
  readonly renderRow: (index: number) => ReactNode;
  /** Styles for classes of the cells. */
  readonly cellStyles?: Readonly<Record<string, object>>;
}

const rowsHeld = snappedRange(6, 4);

/**
 * A table of any length in a box of its own that scrolls. Only the rows in sight exist; each says which one of
 * all it is, so that the table is a whole one to a screen reader.
 */
export function WindowedTable(props: WindowedTableProps) {
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rows = useVirtualizer({
    count: props.rowCount,
    getScrollElement: () => box.current,
    estimateSize: () => tableRowHeight,
    getItemKey: props.rowKey,
    rangeExtractor: rowsHeld,
    useFlushSync: false,
  });
  const shown = rows.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);

  return (
    <Box ref={box} role="region" aria-label={props.label} tabIndex={0} sx={boxStyle}>
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
          <Spacer height={before} columns={props.columnWidths.length} />
          {shown.map(({ index, key }) => (
            <tr key={key} ref={rows.measureElement} data-index={index} aria-rowindex={index + 2}>
              {props.renderRow(index)}
            </tr>
          ))}
          <Spacer height={after} columns={props.columnWidths.length} />
        </tbody>
      </Box>
    </Box>
  );
}

/** In a table of fixed layout the cells of the first row set the widths. */
function widthStyles(widths: readonly string[]): Record<string, object> {
  return Object.fromEntries(
    widths.map((width, column) => [`& thead th:nth-of-type(${column + 1})`, { width }]),
  );
}

/** Takes the place of the rows that are out of sight. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <Box component="td" colSpan={columns} sx={{ '&&': { p: 0, border: 0 } }} />
    </tr>
  );
}

const boxStyle = { ...tableFrame, maxHeight: 'max(320px, calc(100vh - 360px))' } as const;

const tableStyle = {
  width: '100%',
  minWidth: 560,
  tableLayout: 'fixed',
  borderCollapse: 'separate',
  borderSpacing: 0,
  typography: 'body2',
  '& th, & td': { ...cellStyle, boxSizing: 'border-box' },
  '& thead th': { ...headCellStyle, ...stickyHead, zIndex: 1 },
  ...outerCellStyle,
  '& tbody th': { overflowWrap: 'anywhere' },
} as const;
