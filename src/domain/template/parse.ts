import { readFast } from './fast/read.ts';
import { readFull } from './full-parser.ts';
import type { TemplateTree } from './node.ts';
import type { ProblemAt } from './problem.ts';

// A text with control characters that YAML forbids is an image, an archive or the like.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controlPattern = /[\0-\u0008\u000B\u000C\u000E-\u001F]/;

/** Splits off a byte order mark, which is no part of the YAML text. */
export function splitByteOrderMark(text: string): { mark: string; body: string } {
  return text.startsWith('\uFEFF') ? { mark: '\uFEFF', body: text.slice(1) } : { mark: '', body: text };
}

/**
 * Reads a YAML or JSON text, of one or several documents, into nodes with offsets. Empty documents are left
 * out. A byte order mark has to be split off before. Common YAML takes the fast reader (milliseconds for 1 MB); the rest, and every error, the full parser.
 */
export function parseTemplate(text: string): { trees: TemplateTree[] } | { problem: ProblemAt } {
  const control = text.search(controlPattern);
  if (control !== -1) return { problem: { code: 'binary', offset: control, detail: '' } };
  const trees = readFast(text);
  return trees === null ? readFull(text) : { trees };
}
