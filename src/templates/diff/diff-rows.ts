import type { Hunk } from '../../domain/template/patch/apply-edits.ts';

/** A row of a line diff; line numbers start at 1, and texts have no line break. */
export type DiffRow =
  | { readonly kind: 'same'; readonly oldLine: number; readonly newLine: number; readonly text: string }
  | { readonly kind: 'removed'; readonly oldLine: number; readonly text: string }
  | { readonly kind: 'added'; readonly newLine: number; readonly text: string }
  /** Unchanged lines that are left out; the numbers are those of the first one. */
  | { readonly kind: 'fold'; readonly oldLine: number; readonly newLine: number; readonly count: number };

/** The unchanged lines shown before and after a change. */
const contextLines = 3;

/** The rows of a line diff, with long unchanged parts folded; empty if nothing changed. `hunks` are in order. */
export function diffRows(before: string, after: string, hunks: readonly Hunk[]): DiffRow[] {
  if (hunks.length === 0) return [];
  const oldLines = splitLines(before);
  const newLines = splitLines(after);
  const rows: DiffRow[] = [];
  let oldLine = 1;
  let newLine = 1;
  const keep = (oldEnd: number, isLast: boolean) => {
    const head = oldLine === 1 ? 0 : contextLines;
    const tail = isLast ? 0 : contextLines;
    const folded = oldEnd - oldLine - head - tail;
    for (let at = 0; oldLine < oldEnd; at += 1) {
      // A fold of one line would take as much room as the line.
      if (at === head && folded > 1) {
        rows.push({ kind: 'fold', oldLine, newLine, count: folded });
        oldLine += folded;
        newLine += folded;
      } else {
        rows.push({ kind: 'same', oldLine, newLine, text: oldLines[oldLine - 1] ?? '' });
        oldLine += 1;
        newLine += 1;
      }
    }
  };
  for (const hunk of hunks) {
    keep(hunk.oldLine, false);
    // A second change in the same line is already covered.
    for (; oldLine < hunk.oldLine + hunk.oldCount; oldLine += 1)
      rows.push({ kind: 'removed', oldLine, text: oldLines[oldLine - 1] ?? '' });
    for (; newLine < hunk.newLine + hunk.newCount; newLine += 1)
      rows.push({ kind: 'added', newLine, text: newLines[newLine - 1] ?? '' });
  }
  keep(oldLines.length + 1, true);
  return rows;
}

/** Lines without their line breaks; a break at the very end does not start another line. */
export function splitLines(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
