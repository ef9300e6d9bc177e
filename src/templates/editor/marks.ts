import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';

/** A remark about a place in a text: marked in its line, and shown at the cursor or the pointer. */
export interface Mark {
  readonly severity: 'error' | 'warning' | 'info';
  /** From 1. */
  readonly line: number;
  /** From 1; undefined for the whole line. */
  readonly column: number | undefined;
  readonly message: string;
}

const maxMarks = 200;
const maxMarkedCharacters = 200;

/** The offset of a line and column; beyond the end, the end of the text. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const { from, to, text, number } = doc.line(Math.min(line, doc.lines));
  // A byte order mark at the start is not a column.
  const skipped = number === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return Math.min(from + skipped + column - 1, to);
}

/** The marks in the editor's format: from the column, or from the first non-blank character, to the end of the line. */
export function toDiagnostics(doc: Text, marks: readonly Mark[]): Diagnostic[] {
  return marks.slice(0, maxMarks).map(({ severity, line, column, message }) => {
    const { from, to, text } = doc.line(Math.min(line, doc.lines));
    const start =
      column === undefined ? from + text.length - text.trimStart().length : offsetOf(doc, line, column);
    return { severity, message, from: start, to: Math.min(to, start + maxMarkedCharacters) };
  });
}
