import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { quotaLeft } from '../api/resource-quota.ts';
import { snappedRange } from '../ui/table/snapped-range.ts';
import { headCellStyle, stickyHead, tableFrame } from '../ui/table/table-style.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { Matrix, MatrixRow } from './matrix-rows.ts';

const headHeight = 50;
const rowHeight = 34;
const nameWidth = 132;
const leftWidth = 150;
const rowsHeld = snappedRange(2, 2);
const columnsHeld = snappedRange(1, 1);
/** Columns before those of the secrets: tenant and room left. */
const fixedColumns = 2;

/**
 * Tenants by secrets, in a box that scrolls both ways. Only the cells in sight exist, and each row and cell says
 * which one of all it is. Rows are laid out each by itself: in a layout of tables a new cell moves all others.
 */
export function MatrixTable({ matrix: { rows, names } }: { matrix: Matrix }) {
  const texts = useTexts('overview');
  const box = useRef<HTMLDivElement>(null);
  const common = { getScrollElement: () => box.current, useFlushSync: false };
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rowWindow = useVirtualizer({
    ...common,
    count: rows.length,
    estimateSize: () => rowHeight,
    rangeExtractor: rowsHeld,
  });
  const columnWindow = useVirtualizer({
    ...common,
    count: names.length,
    estimateSize: () => nameWidth,
    horizontal: true,
    rangeExtractor: columnsHeld,
  });
  const columns = columnWindow.getVirtualItems();
  const first = columns[0]?.index ?? 0;
  const end = first + columns.length;

  return (
    <Box ref={box} role="region" aria-label={texts.matrix} tabIndex={0} sx={boxStyle}>
      <Box
        role="table"
        aria-label={texts.matrix}
        aria-rowcount={rows.length + 1}
        aria-colcount={names.length + fixedColumns}
        sx={tableStyle}
        style={{
          width: `calc(var(--tenant-width) + ${leftWidth + columnWindow.getTotalSize()}px)`,
          height: headHeight + rowWindow.getTotalSize(),
        }}
      >
        <div role="row" aria-rowindex={1} className="row head">
          <div role="columnheader" aria-colindex={1} className="cell tenant">
            {texts.tenant}
          </div>
          <div role="columnheader" aria-colindex={2} className="cell left">
            {texts.left}
          </div>
          <ColumnsBefore count={first} />
          {names.slice(first, end).map((name, position) => (
            <div
              key={name}
              role="columnheader"
              aria-colindex={first + position + fixedColumns + 1}
              className="cell name"
              title={name}
            >
              <span>{name}</span>
            </div>
          ))}
        </div>
        {rowWindow.getVirtualItems().map(({ index }) => {
          const row = rows[index];
          return (
            row && (
              <Row key={row.connection.id} index={index} row={row} names={names} first={first} end={end} />
            )
          );
        })}
      </Box>
    </Box>
  );
}

interface RowProps {
  readonly index: number;
  readonly row: MatrixRow;
  readonly names: readonly string[];
  /** The columns in sight: from this one up to, without it, that one. */
  readonly first: number;
  readonly end: number;
}

const Row = memo(
  ({ index, row: { connection, read }, names, first, end }: RowProps) => {
    const texts = useTexts('overview');
    const secrets = read.status === 'read' ? read.value : undefined;
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className="row"
        style={{ top: headHeight + index * rowHeight }}
      >
        <div role="rowheader" aria-colindex={1} className="cell tenant" title={connection.label}>
          {connection.label}
        </div>
        <div role="cell" aria-colindex={2} className="cell left">
          {secrets && ((secrets.quota && quotaLeft(secrets.quota)) ?? texts.leftUnknown)}
          {read.status === 'waiting' && texts.waiting}
          {read.status === 'failed' && texts.silent}
        </div>
        <ColumnsBefore count={first} />
        {names.slice(first, end).map((name, position) => {
          const has = secrets?.names.has(name);
          return (
            <div
              key={name}
              role="cell"
              aria-colindex={first + position + fixedColumns + 1}
              aria-label={has === true ? texts.has : undefined}
              className={has === false ? 'cell lacks' : 'cell has'}
            >
              {has === true && '✓'}
              {has === false && texts.lacks}
            </div>
          );
        })}
      </div>
    );
  },
  // A row is made anew with every answer that comes in from any tenant; only its own concerns it.
  (a, b) =>
    a.row.read === b.row.read &&
    a.row.connection === b.row.connection &&
    a.index === b.index &&
    a.names === b.names &&
    a.first === b.first &&
    a.end === b.end,
);

/** Takes the place of the columns that are scrolled out of sight. */
function ColumnsBefore({ count }: { count: number }) {
  return <div aria-hidden style={{ flex: 'none', width: count * nameWidth }} />;
}

const boxStyle = { ...tableFrame, maxHeight: 'max(360px, calc(100vh - 300px))' } as const;

const tableStyle = {
  '--tenant-width': { xs: '140px', sm: '220px' },
  position: 'relative',
  typography: 'body2',
  '& .row': {
    display: 'flex',
    position: 'absolute',
    width: '100%',
    height: rowHeight,
    contain: 'strict',
  },
  '& .head': {
    ...stickyHead,
    ...headCellStyle,
    zIndex: 2,
    height: headHeight,
  },
  '& .cell': {
    flex: 'none',
    boxSizing: 'border-box',
    width: nameWidth,
    px: 1.5,
    lineHeight: `${rowHeight - 1}px`,
    whiteSpace: 'nowrap',
    borderBottom: 1,
    borderColor: 'divider',
  },
  '& .left': { width: leftWidth },
  // Clipping costs time in every frame: only texts of any length get it.
  '& .tenant': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    width: 'var(--tenant-width)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    bgcolor: 'background.paper',
    borderRight: 1,
    borderRightColor: 'divider',
    pl: 'var(--gutter)',
  },
  '& .head .tenant': { bgcolor: 'ground.sunk' },
  '& .head .cell': { display: 'flex', alignItems: 'center', fontWeight: 'inherit' },
  // Names often differ only in their ends.
  '& .name span': {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    lineHeight: 1.3,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  '& .has': { color: 'success.main' },
  '& .lacks': { color: 'warning.main' },
} as const;
