import { diffLines } from 'diff';

/** A row of a line diff; line numbers are from 1, texts are without their line break. */
export type DiffRow =
  | { readonly kind: 'same'; readonly oldLine: number; readonly newLine: number; readonly text: string }
  | { readonly kind: 'removed'; readonly oldLine: number; readonly text: string }
  | { readonly kind: 'added'; readonly newLine: number; readonly text: string }
  /** Unchanged lines that are left out; the numbers are those of the first. */
  | { readonly kind: 'fold'; readonly oldLine: number; readonly newLine: number; readonly count: number };

/** Unchanged lines that stay before and after a change. */
const contextLines = 3;

/** The rows of a line diff, long unchanged stretches folded; none if the texts are the same. */
export function diffRows(before: string, after: string): DiffRow[] {
  if (before === after) return [];
  const rows: DiffRow[] = [];
  let oldLine = 1;
  let newLine = 1;
  const changes = diffLines(before, after);
  for (const [index, { value, added, removed }] of changes.entries()) {
    const lines = splitLines(value);
    if (added) {
      for (const text of lines) rows.push({ kind: 'added', newLine: newLine++, text });
    } else if (removed) {
      for (const text of lines) rows.push({ kind: 'removed', oldLine: oldLine++, text });
    } else {
      const head = index === 0 ? 0 : contextLines;
      const tail = index === changes.length - 1 ? 0 : contextLines;
      const folded = lines.length - head - tail;
      for (let at = 0; at < lines.length; at += 1) {
        // A fold of one line would take as much room as the line.
        if (at === head && folded > 1) {
          rows.push({ kind: 'fold', oldLine: oldLine + at, newLine: newLine + at, count: folded });
          at += folded - 1;
        } else {
          rows.push({ kind: 'same', oldLine: oldLine + at, newLine: newLine + at, text: lines[at] ?? '' });
        }
      }
      oldLine += lines.length;
      newLine += lines.length;
    }
  }
  return rows;
}

/** Lines without their breaks; a break at the very end begins no further line. */
export function splitLines(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

export interface DiffPair {
  readonly left: DiffRow | undefined;
  readonly right: DiffRow | undefined;
}

/** The rows side by side: a removed line stands beside the added one that takes its place. */
export function pairRows(rows: readonly DiffRow[]): DiffPair[] {
  const pairs: DiffPair[] = [];
  let removed: DiffRow[] = [];
  const flush = () => {
    for (const left of removed) pairs.push({ left, right: undefined });
    removed = [];
  };
  for (const row of rows) {
    if (row.kind === 'removed') removed.push(row);
    else if (row.kind === 'added') pairs.push({ left: removed.shift(), right: row });
    else {
      flush();
      pairs.push({ left: row, right: row });
    }
  }
  flush();
  return pairs;
}
