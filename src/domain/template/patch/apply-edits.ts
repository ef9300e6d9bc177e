import type { Edit } from '../read/text-view.ts';

/** Lines of the old text that were replaced by lines of the new one; numbers are from 1. */
export interface Hunk {
  oldLine: number;
  /** 0 if whole lines were inserted before `oldLine`. */
  oldCount: number;
  newLine: number;
  newCount: number;
}

function countBreaks(text: string): number {
  let breaks = 0;
  for (let next = text.indexOf('\n'); next !== -1; next = text.indexOf('\n', next + 1)) breaks += 1;
  return breaks;
}

function hunkOf(edit: Edit, source: string, oldLine: number, newLine: number): Hunk {
  const breaks = countBreaks(edit.insert);
  if (edit.start === edit.end && breaks > 0) {
    const atLineStart = edit.start === 0 || source[edit.start - 1] === '\n';
    if (atLineStart && edit.insert.endsWith('\n')) return { oldLine, oldCount: 0, newLine, newCount: breaks };
    // Inserted at the end of a line: the first new line is the next one.
    if (/^\r?\n/.test(edit.insert))
      return { oldLine: oldLine + 1, oldCount: 0, newLine: newLine + 1, newCount: breaks };
  }
  const removed = countBreaks(source.slice(edit.start, edit.end));
  return { oldLine, oldCount: removed + 1, newLine, newCount: breaks + 1 };
}

/** Applies edits that do not overlap, and returns the changed lines of each. */
export function applyEdits(source: string, edits: readonly Edit[]): { text: string; hunks: Hunk[] } {
  const order = edits
    .map((edit, index) => ({ edit, index }))
    .toSorted((a, b) => a.edit.start - b.edit.start || a.index - b.index);
  const hunks: Hunk[] = [];
  const parts: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  let at = 0;
  for (const { edit, index } of order) {
    const kept = source.slice(at, edit.start);
    const keptBreaks = countBreaks(kept);
    oldLine += keptBreaks;
    newLine += keptBreaks;
    hunks[index] = hunkOf(edit, source, oldLine, newLine);
    parts.push(kept, edit.insert);
    oldLine += countBreaks(source.slice(edit.start, edit.end));
    newLine += countBreaks(edit.insert);
    at = edit.end;
  }
  parts.push(source.slice(at));
  return { text: parts.join(''), hunks };
}
