import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { quotaLeft } from '../api/resource-quota.ts';
import { snappedRange } from '../ui/snapped-range.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { Matrix, MatrixRow } from './matrix-rows.ts';

const rowHeight = 34;
const nameWidth = 132;
const leftWidth = 150;
const rowsHeld = snappedRange(6, 6);
const columnsHeld = snappedRange(4, 2);
/** Columns before those of the secrets: tenant and room left. */
const fixedColumns = 2;

/**
 * Tenants by secrets, in a box that scrolls both ways. Only the cells in sight exist, and each row and cell says
 * which one of all it is.
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
  const shownRows = rowWindow.getVirtualItems();
  const columns = columnWindow.getVirtualItems();
  const before = columns[0]?.start ?? 0;
  const after = columnWindow.getTotalSize() - (columns.at(-1)?.end ?? 0);
  const above = shownRows[0]?.start ?? 0;
  const below = rowWindow.getTotalSize() - (shownRows.at(-1)?.end ?? 0);

  return (
    <Box ref={box} role="region" aria-label={texts.matrix} tabIndex={0} sx={boxStyle}>
      <Box
        component="table"
        aria-label={texts.matrix}
        aria-rowcount={rows.length + 1}
        aria-colcount={names.length + fixedColumns}
        sx={tableStyle}
        style={{ width: `calc(var(--tenant-width) + ${leftWidth + columnWindow.getTotalSize()}px)` }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" aria-colindex={1} className="tenant">
              {texts.tenant}
            </th>
            <th scope="col" aria-colindex={2} className="left">
              {texts.left}
            </th>
            <Gap width={before} />
            {columns.map(({ index }) => (
              <th
                key={names[index]}
                scope="col"
                aria-colindex={index + fixedColumns + 1}
                className="name"
                title={names[index]}
              >
                {names[index]}
              </th>
            ))}
            <Gap width={after} />
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shownRows.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <Row
                  key={row.connection.id}
                  index={index}
                  row={row}
                  names={names}
                  first={columns[0]?.index ?? 0}
                  end={(columns.at(-1)?.index ?? -1) + 1}
                  before={before}
                  after={after}
                />
              )
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
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
  readonly before: number;
  readonly after: number;
}

const Row = memo(
  ({ index, row: { connection, read }, names, first, end, before, after }: RowProps) => {
    const texts = useTexts('overview');
    const secrets = read.status === 'read' ? read.value : undefined;
    return (
      <tr aria-rowindex={index + 2}>
        <th scope="row" aria-colindex={1} className="tenant" title={connection.label}>
          {connection.label}
        </th>
        <td aria-colindex={2} className="left">
          {secrets && ((secrets.quota && quotaLeft(secrets.quota)) ?? texts.leftUnknown)}
          {read.status === 'waiting' && texts.waiting}
          {read.status === 'failed' && texts.silent}
        </td>
        <Gap width={before} />
        {names.slice(first, end).map((name, position) => {
          const has = secrets?.names.has(name);
          return (
            <td
              key={name}
              aria-colindex={first + position + fixedColumns + 1}
              aria-label={has === true ? texts.has : undefined}
              className={has === false ? 'lacks' : 'has'}
            >
              {has === true && '✓'}
              {has === false && texts.lacks}
            </td>
          );
        })}
        <Gap width={after} />
      </tr>
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

/** Takes the place of the columns that are out of sight. */
function Gap({ width }: { width: number }) {
  return width > 0 ? <td aria-hidden style={{ width, padding: 0 }} /> : null;
}

const boxStyle = {
  maxHeight: 'max(360px, calc(100vh - 300px))',
  overflow: 'auto',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;

const tableStyle = {
  '--tenant-width': { xs: '140px', sm: '220px' },
  tableLayout: 'fixed',
  borderCollapse: 'separate',
  borderSpacing: 0,
  typography: 'body2',
  '& tr': { height: rowHeight },
  '& th, & td': {
    boxSizing: 'border-box',
    height: rowHeight,
    px: 1.5,
    py: 0,
    textAlign: 'left',
    fontWeight: 'inherit',
    whiteSpace: 'nowrap',
    borderBottom: 1,
    borderColor: 'divider',
  },
  '& .tenant': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    bgcolor: 'background.paper',
    width: 'var(--tenant-width)',
    borderRight: 1,
    borderRightColor: 'divider',
    fontWeight: 500,
  },
  '& .left': { width: leftWidth },
  '& .name': { width: nameWidth },
  // Clipping costs time in every frame: only texts of any length get it.
  '& .name, & .tenant': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .has': { color: 'success.main' },
  '& .lacks': { color: 'warning.main' },
  '& thead': { position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper' },
  '& thead th, & thead .tenant': { color: 'text.secondary', fontWeight: 600 },
} as const;
