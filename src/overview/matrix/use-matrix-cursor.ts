import {
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { inside, movedPlace, type MatrixPlace } from './matrix-cursor.ts';
import type { MatrixRow } from '../matrix-rows.ts';
import { fixedColumns, freeWidth, headHeight, nameWidth, rowHeight } from './matrix-style.ts';

/** The cursor's cell, by tenant and name, so that it stays with them when others are inserted. */
interface Cursor extends MatrixPlace {
  readonly tenantId: string | undefined;
  readonly name: string | undefined;
}

const start: Cursor = { row: 0, column: fixedColumns, tenantId: undefined, name: undefined };

/** The matrix’s only tab stop, moved by the arrow keys; its cell shows a popover while it has the focus. */
export function useMatrixCursor(
  box: RefObject<HTMLDivElement | null>,
  rows: readonly MatrixRow[],
  names: readonly string[],
) {
  const [cursor, setCursor] = useState(start);
  const [open, setOpen] = useState(false);
  // Not read from the document: the focused element may be removed by the same move.
  const hasFocus = useRef(false);
  const lastColumn = useRef(start.column);
  const size = { rows: rows.length, columns: names.length + fixedColumns };
  const at = resolve(cursor, rows, names);

  const place = ({ row, column }: MatrixPlace) =>
    setCursor({ row, column, tenantId: rows[row]?.connection.id, name: names[column - fixedColumns] });

  useLayoutEffect(() => {
    const element = box.current;
    if (!hasFocus.current || !element) return;
    if (at.column === 0 && lastColumn.current !== 0) element.scrollLeft = 0;
    lastColumn.current = at.column;
    scrollTo(element, at);
    cellOf(element)?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- only a move of the cursor moves the focus
  }, [at.row, at.column]);

  const onKeyDown = (event: KeyboardEvent) => {
    const far = event.ctrlKey || event.metaKey;
    if (event.altKey || event.shiftKey) return;
    if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'Enter' && event.target instanceof HTMLDivElement) {
      setOpen(true);
      box.current?.querySelector<HTMLElement>('[role=dialog] :is(a, button)')?.focus();
    } else {
      const next = movedPlace(event.key, far, at, size);
      if (!next) return;
      setOpen(true);
      place(next);
    }
    event.preventDefault();
  };

  const onFocus = ({ target }: FocusEvent) => {
    const column = target.closest('[data-column]')?.getAttribute('data-column');
    if (column === null || column === undefined) return;
    const row = Number(target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;
    hasFocus.current = true;
    setOpen(true);
    // In a row without an answer one cell stands for all of them.
    const isSame = row === at.row && (Number(column) === at.column || target.closest('.silent') !== null);
    if (!isSame) place({ row, column: Number(column) });
  };

  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!relatedTarget || box.current?.contains(relatedTarget)) return;
    hasFocus.current = false;
    setOpen(false);
  };

  const close = () => {
    setOpen(false);
    if (box.current) cellOf(box.current)?.focus({ preventScroll: true });
  };

  return { at, open, close, onKeyDown, boxProps: { onFocus, onBlur } };
}

function resolve(cursor: Cursor, rows: readonly MatrixRow[], names: readonly string[]): MatrixPlace {
  const { tenantId, name } = cursor;
  const row = tenantId === undefined ? -1 : rows.findIndex(({ connection }) => connection.id === tenantId);
  const column = name === undefined ? -1 : names.indexOf(name);
  return inside(
    {
      row: row < 0 ? cursor.row : row,
      column: column < 0 ? cursor.column : column + fixedColumns,
    },
    rows.length,
    names.length + fixedColumns,
  );
}

function cellOf(box: HTMLElement): HTMLElement | null {
  return box.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
}

/** Scrolls until the cell is neither below the head nor behind the first columns. */
function scrollTo(box: HTMLElement, { row, column }: MatrixPlace): void {
  const top = row * rowHeight;
  const room = box.clientHeight - headHeight - rowHeight;
  if (row >= 0) box.scrollTop = Math.max(top - room, Math.min(box.scrollTop, top));
  if (column < fixedColumns) return;
  const left = (column - fixedColumns) * nameWidth;
  const fixed = (box.querySelector('.tenant')?.clientWidth ?? 0) + freeWidth;
  const width = box.clientWidth - fixed - nameWidth;
  box.scrollLeft = Math.max(left - width, Math.min(box.scrollLeft, left));
}
