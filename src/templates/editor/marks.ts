import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';

/** Something to look at in a text: marked in its line, and told where the cursor or the pointer is on it. */
export interface Mark {
  readonly severity: 'error' | 'warning' | 'info';
  /** From 1. */
  readonly line: number;
  /** From 1; undefined where the whole line is meant. */
  readonly column: number | undefined;
  readonly message: string;
}

const maxMarks = 200;
const maxMarkedCharacters = 200;

/** Where a line and a column are in the text; what is beyond its end is at its end. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const { from, to, text, number } = doc.line(Math.min(line, doc.lines));
  // A byte order mark at the start counts as no column.
  const skipped = number === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return Math.min(from + skipped + column - 1, to);
}

/** The marks as the editor's own: from the column, or from where the line's content begins, to the line's end. */
export function toDiagnostics(doc: Text, marks: readonly Mark[]): Diagnostic[] {
  return marks.slice(0, maxMarks).map(({ severity, line, column, message }) => {
    const { from, to, text } = doc.line(Math.min(line, doc.lines));
    const start =
      column === undefined ? from + text.length - text.trimStart().length : offsetOf(doc, line, column);
    return { severity, message, from: start, to: Math.min(to, start + maxMarkedCharacters) };
  });
}
