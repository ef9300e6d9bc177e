import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { toggled } from '../toggled.ts';
import { movedCursor, withRange } from './row-cursor.ts';

export interface RowSelection {
  /** The row that is the table’s only tab stop; -1 is the head. */
  readonly cursor: number;
  /** Whether all, some or none of the rows are selected. */
  readonly head: 'all' | 'some' | 'none';
  /** Selects all rows, or deselects them if all are selected. Ids without a row keep their state. */
  readonly toggleAll: () => void;
  /** With `extend`, also all rows since the last one toggled. Keeps its identity. */
  readonly toggle: (id: string, extend: boolean) => void;
  /** Makes a row the one that keys continue from, after a click on one of its controls. */
  readonly goTo: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Selects rows by check boxes as in a file manager: arrow keys move from row to row and up into the head, the space bar
 * or a click selects, and Shift selects everything in between.
 */
export function useRowSelection(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void,
  /** Rows that cannot be selected; the head ignores them. */
  locked: ReadonlySet<string> = nothing,
): RowSelection {
  const [wanted, setCursor] = useState(0);
  const cursor = Math.min(wanted, ids.length - 1);
  const anchor = useRef<string>(undefined);
  const rows = useRef(ids);
  useEffect(() => {
    rows.current = ids;
  }, [ids]);

  const toggle = useCallback(
    (id: string, extend: boolean) => {
      const from = anchor.current;
      anchor.current = id;
      setCursor(rows.current.indexOf(id));
      onSelect((chosen) =>
        extend && from !== undefined
          ? withRange(chosen, rows.current, { from, to: id, on: !chosen.has(id) })
          : toggled(chosen, id),
      );
    },
    [onSelect],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedCursor(event.key, cursor, ids.length);
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCursor(next);
    const [from, to] = [ids[cursor], ids[next]];
    if (!event.shiftKey || from === undefined || to === undefined) return;
    anchor.current = to;
    onSelect((chosen) => withRange(chosen, ids, { from, to, on: true }));
  };

  const open = ids.filter((id) => !locked.has(id));
  const count = open.filter((id) => selected.has(id)).length;
  const head = count === 0 ? 'none' : count === open.length ? 'all' : 'some';
  const toggleAll = () => {
    setCursor(-1);
    onSelect((chosen) => {
      const next = new Set(chosen);
      for (const id of open)
        if (head === 'all') next.delete(id);
        else next.add(id);
      return next;
    });
  };
  return { cursor, head, toggleAll, toggle, goTo: (id) => setCursor(ids.indexOf(id)), onKeyDown };
}
