import { type Document, visit, type YAMLError } from 'yaml';

import type { ProblemAt, TemplateProblemCode } from './problem.ts';

const codes: Partial<Record<YAMLError['code'], TemplateProblemCode>> = {
  BAD_ALIAS: 'alias-without-anchor-name',
  BAD_DIRECTIVE: 'bad-directive',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_INDENT: 'bad-indentation',
  BAD_SCALAR_START: 'bad-start-character',
  BLOCK_AS_IMPLICIT_KEY: 'nested-mapping',
  BLOCK_IN_FLOW: 'unclosed-bracket',
  MISSING_CHAR: 'missing-colon',
  MULTILINE_IMPLICIT_KEY: 'missing-colon',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAB_AS_INDENT: 'tab-indentation',
  UNEXPECTED_TOKEN: 'unexpected-text',
};

/** The opening quote of the scalar that ends where the parser expected the closing one. */
function openQuote(document: Document.Parsed, offset: number): number {
  let found = offset;
  visit(document, {
    Scalar(_key, { type, range }) {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && range && range[0] <= offset && range[1] >= offset) found = range[0];
    },
  });
  return found;
}

/** The opening bracket of the innermost collection that has no closing bracket. */
function openBracket(text: string, document: Document.Parsed, offset: number): number {
  const around: { start: number; end: number }[] = [];
  visit(document, {
    Collection(_key, { flow, range }) {
      if (flow === true && range && range[0] <= offset && range[1] >= offset)
        around.push({ start: range[0], end: range[1] });
    },
  });
  // A closing bracket belongs to the innermost collection that ends with it.
  const closed = new Set<number>();
  for (const { start, end } of around.toReversed()) {
    if (closed.has(end) || !/[\]}]/.test(text.charAt(end - 1))) return start;
    closed.add(end);
  }
  return offset;
}

/** The first problem of a parsed document, at the place where a reader would look for its cause. */
export function problemFromYaml(text: string, document: Document.Parsed): ProblemAt | undefined {
  const errors = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const error = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION') ?? errors[0];
  if (error === undefined) return undefined;
  const offset = error.pos[0];
  const code = codes[error.code] ?? 'no-yaml';
  // The parser has one code for several missing characters; only its message tells them apart.
  if (error.code === 'MISSING_CHAR' && error.message.includes('closing')) {
    return { code: 'unclosed-quote', offset: openQuote(document, offset), detail: '' };
  }
  if (code === 'unclosed-bracket' || error.message.startsWith('Flow ')) {
    return { code: 'unclosed-bracket', offset: openBracket(text, document, offset), detail: '' };
  }
  return { code, offset, detail: '' };
}
