/** Roughly the rows that are visible at once. */
const pageRows = 8;

/** The row that a key leads to from `cursor`, among `count` rows; -1 is the head, undefined means nowhere. */
export function movedCursor(key: string, cursor: number, count: number): number | undefined {
  const targets = new Map([
    ['ArrowDown', cursor + 1],
    ['ArrowUp', cursor - 1],
    ['PageDown', cursor + pageRows],
    ['PageUp', Math.max(0, cursor - pageRows)],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const target = targets.get(key);
  return target === undefined ? undefined : Math.max(-1, Math.min(count - 1, target));
}

interface RowRange {
  readonly from: string;
  readonly to: string;
  readonly on: boolean;
}

/** Adds or removes all rows between two rows; an unknown row counts as the other end. */
export function withRange(
  selected: ReadonlySet<string>,
  rows: readonly string[],
  { from, to, on }: RowRange,
): ReadonlySet<string> {
  const end = rows.indexOf(to);
  const known = rows.indexOf(from);
  const start = known === -1 ? end : known;
  const next = new Set(selected);
  for (const id of rows.slice(Math.min(start, end), Math.max(start, end) + 1)) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
