import type { DocumentStyle, MapNode } from './node.ts';
import { lineStartAt } from './position.ts';

/** A change of text: what stands between `start` and `end` is replaced by `insert`. */
export interface Edit {
  start: number;
  end: number;
  insert: string;
}

/** A text that is being patched: the whole template, or the string inside a ServingTemplate. */
export interface TextView {
  source: string;
  /** The same text, of the same length, with `{{…}}` made harmless: what was parsed. */
  masked: string;
  /** The line break used here. */
  eol: string;
  style: DocumentStyle;
  /** True if keys are quoted, as in JSON. */
  json: boolean;
}

/** The first line break of a text, or what is given. */
export function lineBreakOf(text: string, otherwise = '\n'): string {
  const newline = text.indexOf('\n');
  if (newline === -1) return otherwise;
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * The columns by which block sequences stand right of their key: as in the mapping itself, else as most often
 * in the text, else 2.
 */
export function sequenceOffset(view: TextView, owner: MapNode): number {
  for (const { key, value } of owner.pairs) {
    if (value.kind !== 'seq' || value.flow) continue;
    return Math.max(
      0,
      value.start - lineStartAt(view.source, value.start) - (key.start - lineStartAt(view.source, key.start)),
    );
  }
  let best = 2;
  let most = 0;
  for (const [offset, count] of view.style.sequenceOffsets) {
    if (count > most && offset >= 0) [best, most] = [offset, count];
  }
  return best;
}

export interface ChangedLines {
  /** Whole new lines, from 1, in the new text. */
  added: number[];
  /** Lines that were there and read differently now, from 1, in the new text. */
  changed: number[];
}

function linesOf(edit: Edit, source: string, firstLine: number): ChangedLines {
  const breaks = edit.insert.split('\n').length - 1;
  const removedBreaks = source.slice(edit.start, edit.end).split('\n').length - 1;
  const numbers = Array.from({ length: breaks + 1 }, (_, index) => firstLine + index);
  const atLineStart = edit.start === 0 || source[edit.start - 1] === '\n';
  if (edit.start === edit.end && breaks > 0) {
    if (atLineStart && edit.insert.endsWith('\n')) return { added: numbers.slice(0, -1), changed: [] };
    if (/^\r?\n/.test(edit.insert)) return { added: numbers.slice(1), changed: [] };
  }
  return { added: [], changed: removedBreaks === 0 ? numbers : numbers.slice(0, 1) };
}

/** Applies edits that do not overlap, and says which lines of the new text they made. */
export function applyEdits(source: string, edits: readonly Edit[]): { text: string; lines: ChangedLines[] } {
  const order = edits
    .map((edit, index) => ({ edit, index }))
    .toSorted((a, b) => a.edit.start - b.edit.start || a.index - b.index);
  const lines: ChangedLines[] = edits.map(() => ({ added: [], changed: [] }));
  const parts: string[] = [];
  let line = 1;
  let at = 0;
  const count = (part: string): void => {
    for (let next = part.indexOf('\n'); next !== -1; next = part.indexOf('\n', next + 1)) line += 1;
  };
  for (const { edit, index } of order) {
    const kept = source.slice(at, edit.start);
    count(kept);
    lines[index] = linesOf(edit, source, line);
    parts.push(kept, edit.insert);
    count(edit.insert);
    at = edit.end;
  }
  parts.push(source.slice(at));
  return { text: parts.join(''), lines };
}
