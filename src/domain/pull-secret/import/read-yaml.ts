import { Composer, Lexer, Parser, type CST } from 'yaml';
import { lineAndColumn } from '../../text/json-text.ts';
import type { JsonValue } from '../../text/json-text.ts';
import { importFailure } from './import-result.ts';
import type { ImportFailure, ImportNotice } from './import-result.ts';

export type YamlResult =
  | { readonly ok: true; readonly documents: readonly JsonValue[]; readonly notices: readonly ImportNotice[] }
  | ImportFailure;

/** No secret is nested deeper. The parser gets slower with depth, and the composer is recursive. */
const maxDepth = 100;

/**
 * Parses the documents of a YAML text (1.2, with merge keys). Error messages would quote the text and so credentials,
 * so only line and column are kept.
 */
export function readYaml(text: string): YamlResult {
  try {
    const parser = new Parser();
    const tokens: CST.Token[] = [];
    for (const lexeme of new Lexer().lex(text)) {
      tokens.push(...parser.next(lexeme));
      if (parser.stack.length > maxDepth) return importFailure({ code: 'not-yaml', line: 1, column: 1 });
    }
    tokens.push(...parser.end());
    const composer = new Composer({ merge: true, logLevel: 'silent', prettyErrors: false });
    const documents: JsonValue[] = [];
    const notices: ImportNotice[] = [];
    for (const document of composer.compose(tokens)) {
      const error = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
      if (error !== undefined) {
        return importFailure({ code: 'not-yaml', ...lineAndColumn(text, error.pos[0]) });
      }
      for (const { pos } of document.errors)
        notices.push({ code: 'duplicate-key', path: [keyAt(text, pos[0])] });
      documents.push(toJsonValue(document.toJS({ mapAsMap: true })));
    }
    return { ok: true, documents, notices };
  } catch {
    // Too many aliases, or nesting too deep for the parser.
    return importFailure({ code: 'not-yaml', line: 1, column: 1 });
  }
}

function keyAt(text: string, offset: number): string {
  return /^"?([^":\r\n]+)/.exec(text.slice(offset, offset + 300))?.[1]?.trim() ?? '';
}

function toJsonValue(value: unknown): JsonValue {
  if (value instanceof Map) {
    return new Map(
      [...value].map(([key, member]): [string, JsonValue] => [String(key), toJsonValue(member)]),
    );
  }
  if (Array.isArray(value)) return value.map(toJsonValue);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}
