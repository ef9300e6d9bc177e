import { type Document, visit, type YAMLError } from 'yaml';

import { type Position, positionAt } from './position.ts';

/** Why a text, or the string inside a ServingTemplate, could not be read or changed. */
export type TemplateProblemCode =
  // The text is no YAML.
  | 'alias-without-anchor-name'
  | 'bad-directive'
  | 'bad-escape'
  | 'bad-indentation'
  | 'bad-start-character'
  | 'binary'
  | 'duplicate-key'
  | 'missing-colon'
  | 'nested-mapping'
  | 'no-yaml'
  | 'tab-indentation'
  | 'too-deep'
  | 'unclosed-bracket'
  | 'unclosed-quote'
  | 'unexpected-text'
  | 'unknown-alias'
  // The text is YAML, but no template.
  | 'no-documents'
  | 'not-a-mapping'
  // The list's place is missing or of another form than it must be.
  | 'aliased-place'
  | 'folded-lines-join'
  | 'inner-several-documents'
  | 'list-is-placeholder'
  | 'list-not-a-list'
  | 'merged-list-unclear'
  | 'place-missing'
  | 'place-not-a-mapping'
  | 'quoted-string-unsupported'
  | 'unsupported-layout';

/** Line and column are from 1; `detail` is a name or a word from the text (a key, an alias), or empty. */
export interface TemplateProblem extends Position {
  code: TemplateProblemCode;
  detail: string;
}

export interface ProblemAt {
  code: TemplateProblemCode;
  offset: number;
  detail: string;
}

/** The problem with its offset turned into line and column. */
export function locateProblem(text: string, { code, offset, detail }: ProblemAt): TemplateProblem {
  return { code, ...positionAt(text, offset), detail };
}

const codes: Partial<Record<YAMLError['code'], TemplateProblemCode>> = {
  BAD_ALIAS: 'alias-without-anchor-name',
  BAD_DIRECTIVE: 'bad-directive',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_INDENT: 'bad-indentation',
  BAD_SCALAR_START: 'bad-start-character',
  BLOCK_AS_IMPLICIT_KEY: 'nested-mapping',
  BLOCK_IN_FLOW: 'unclosed-bracket',
  DUPLICATE_KEY: 'duplicate-key',
  MISSING_CHAR: 'missing-colon',
  MULTILINE_IMPLICIT_KEY: 'missing-colon',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAB_AS_INDENT: 'tab-indentation',
  UNEXPECTED_TOKEN: 'unexpected-text',
};

/** The opening quote of the scalar that ends where the parser missed the closing one. */
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

/** The opening bracket of the innermost collection that the parser ended without a closing one. */
function openBracket(text: string, document: Document.Parsed, offset: number): number {
  const around: { start: number; end: number }[] = [];
  visit(document, {
    Collection(_key, { flow, range }) {
      if (flow === true && range && range[0] <= offset && range[1] >= offset)
        around.unshift({ start: range[0], end: range[1] });
    },
  });
  // A closing bracket belongs to the innermost collection that ends with it.
  const closed = new Set<number>();
  for (const { start, end } of around) {
    if (closed.has(end) || !/[\]}]/.test(text.charAt(end - 1))) return start;
    closed.add(end);
  }
  return offset;
}

/** The first problem of a parsed document, at the place where a reader would look for its cause. */
export function problemFromYaml(text: string, document: Document.Parsed): ProblemAt | null {
  const errors = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const error = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION') ?? errors[0];
  if (error === undefined) return null;
  const offset = error.pos[0];
  const code = codes[error.code] ?? 'no-yaml';
  // One code of the parser stands for several characters that may be missing; only its message tells which.
  if (error.code === 'MISSING_CHAR' && error.message.includes('closing')) {
    return { code: 'unclosed-quote', offset: openQuote(document, offset), detail: '' };
  }
  if (code === 'unclosed-bracket' || error.message.startsWith('Flow ')) {
    return { code: 'unclosed-bracket', offset: openBracket(text, document, offset), detail: '' };
  }
  if (code === 'duplicate-key') {
    return { code, offset, detail: /[^\s:]+/.exec(text.slice(offset, offset + 200))?.[0] ?? '' };
  }
  return { code, offset, detail: '' };
}
