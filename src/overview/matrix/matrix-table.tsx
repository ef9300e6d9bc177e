import Box from '@mui/material/Box';
import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useId, useMemo, useRef } from 'react';
import { snappedRange, withIndex } from '../../ui/table/snapped-range.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixRow } from './matrix-row.tsx';
import type { Matrix, SecretSpread } from '../matrix-rows.ts';
import { boxStyle, fixedColumns, headHeight, matrixStyle, nameWidth, rowHeight } from './matrix-style.ts';
import type { OverviewFilters, OverviewSort } from '../overview-filters.ts';
import { useMatrixCursor } from './use-matrix-cursor.ts';
import { CellPopover } from './cell-popover.tsx';
import type { CellDetails } from './use-cell-details.tsx';

interface MatrixTableProps {
  readonly matrix: Matrix;
  readonly spread: ReadonlyMap<string, SecretSpread>;
  readonly answered: number;
  readonly filters: OverviewFilters;
  readonly now: Date;
  readonly onSort: (sort: OverviewSort) => void;
  readonly onOnly: (name: string) => void;
  readonly details: CellDetails;
}

const rowsHeld = snappedRange(2, 2);
const columnsHeld = snappedRange(1, 1);

/**
 * Tenants by secrets, in a box that scrolls both ways. Only visible cells and the focused one are rendered; each row
 * and cell states its position among all. They are positioned absolutely, because in a table layout a new cell would
 * move all others. Rows are keyed by position rather than by tenant, so that an arriving answer moves nothing.
 */
export function MatrixTable(props: MatrixTableProps) {
  const { matrix, spread, answered, filters, now, onSort, onOnly, details } = props;
  const { rows, names } = matrix;
  const texts = useTexts('overview');
  const hintId = useId();
  const box = useRef<HTMLDivElement>(null);
  const cursor = useMatrixCursor(box, rows, names);
  const { row: atRow, column: atColumn } = cursor.at;
  const common = { getScrollElement: () => box.current, useFlushSync: false };
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rowWindow = useVirtualizer({
    ...common,
    count: rows.length,
    estimateSize: () => rowHeight,
    rangeExtractor: useCallback(
      (range: Range) => (atRow < 0 ? rowsHeld(range) : withIndex(rowsHeld(range), atRow)),
      [atRow],
    ),
  });
  const columnWindow = useVirtualizer({
    ...common,
    count: names.length,
    estimateSize: () => nameWidth,
    horizontal: true,
    rangeExtractor: useCallback(
      (range: Range) =>
        atColumn < fixedColumns ? columnsHeld(range) : withIndex(columnsHeld(range), atColumn - fixedColumns),
      [atColumn],
    ),
  });
  const columnsKey = columnWindow
    .getVirtualItems()
    .map(({ index }) => index)
    .join(' ');
  // Keeps its identity while the same columns are visible, so that rows do not render again.
  const columns = useMemo(() => (columnsKey === '' ? [] : columnsKey.split(' ').map(Number)), [columnsKey]);
  const row = rows[atRow];
  const shown = row && cursor.open ? details(row, names[atColumn - fixedColumns]) : undefined;

  return (
    <Box ref={box} role="region" aria-label={texts.matrix} sx={boxStyle} {...cursor.boxProps}>
      <Box
        role="grid"
        aria-label={texts.matrix}
        aria-describedby={hintId}
        aria-rowcount={rows.length + 1}
        aria-colcount={names.length + fixedColumns}
        onKeyDown={cursor.onKeyDown}
        sx={matrixStyle}
        style={{
          width: `calc(var(--fixed-width) + ${columnWindow.getTotalSize()}px)`,
          height: headHeight + rowWindow.getTotalSize(),
        }}
      >
        <MatrixHead
          names={names}
          columns={columns}
          spread={spread}
          answered={answered}
          filters={filters}
          cursor={atRow < 0 ? atColumn : undefined}
          onSort={onSort}
          onOnly={onOnly}
        />
        {rowWindow.getVirtualItems().map(({ index }) => {
          const one = rows[index];
          return (
            one && (
              <MatrixRow
                key={index}
                index={index}
                row={one}
                names={names}
                columns={columns}
                cursor={index === atRow ? atColumn : undefined}
                open={index === atRow && shown !== undefined}
                now={now}
              />
            )
          );
        })}
      </Box>
      <Box id={hintId} hidden>
        {texts.keys}
      </Box>
      {shown && (
        <CellPopover key={`${atRow} ${atColumn}`} box={box} label={shown.label} onClose={cursor.close}>
          {shown.content}
        </CellPopover>
      )}
    </Box>
  );
}
