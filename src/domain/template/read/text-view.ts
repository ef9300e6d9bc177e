import type { DocumentStyle } from './node.ts';

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
