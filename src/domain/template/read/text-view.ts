import type { DocumentStyle } from './node.ts';

/** A change of text: the range from `start` to `end` is replaced by `insert`. */
export interface Edit {
  start: number;
  end: number;
  insert: string;
}

/** A text that is being patched: the whole template, or the string inside a ServingTemplate. */
export interface TextView {
  source: string;
  /** The text that was parsed: the same length, with every `{{…}}` masked. */
  masked: string;
  /** The line break used in this text. */
  eol: string;
  style: DocumentStyle;
  /** True if keys are quoted, as in JSON. */
  json: boolean;
}

/** The first line break of a text, or the given default. */
export function lineBreakOf(text: string, otherwise = '\n'): string {
  const newline = text.indexOf('\n');
  if (newline === -1) return otherwise;
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
}
