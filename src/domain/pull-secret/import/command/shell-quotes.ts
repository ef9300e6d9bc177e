import { UnclosedError } from '../text-cursor.ts';
import type { TextCursor } from '../text-cursor.ts';
import type { ShellDialect } from './shell-dialect.ts';

/** A piece of a word, and whether the shell would replace it. */
export interface WordPart {
  readonly text: string;
  readonly expands: boolean;
}

const variable = /\$(?:env:)?[\p{L}_][\p{L}\p{N}_]*|\$[0-9@*#?$!-]/uy;
/** C's numeric escapes of a byte or a character; bash writes each byte of a non-ASCII letter this way. */
const ansiNumber = /x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})/y;
const ansiEscapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  E: '\u001B',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};
/** The quotes of word processors, each with its closing quote. */
const smartQuotes: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '“', '«': '»' };

/**
 * Takes a quoted piece without its quotes; undefined if none starts here. Quotes of word processors count only at the
 * start of a value, since a value may contain them.
 */
export function readQuoted(
  cursor: TextCursor,
  dialect: ShellDialect,
  atValue: boolean,
): WordPart | undefined {
  const character = cursor.peek();
  const smart = atValue ? smartQuotes[character] : undefined;
  const hereString = atValue ? cursor.take(dialect.hereString) : undefined;
  if (hereString !== undefined) return readHereString(cursor, hereString.charAt(1));
  if (smart !== undefined) {
    cursor.skip(1);
    return literal(cursor.until(smart));
  }
  if (character === '"') return readDoubleQuoted(cursor, dialect);
  if (character === "'" && dialect.singleQuotes) return readSingleQuoted(cursor, dialect);
  return dialect.ansiQuotes && cursor.startsWith("$'") ? readAnsiQuoted(cursor) : undefined;
}

/** Takes a variable or a command substitution as typed; undefined if none starts here. */
export function readExpansion(cursor: TextCursor, dialect: ShellDialect): WordPart | undefined {
  const start = cursor.offset;
  if (cursor.startsWith('$(')) {
    readSubstitution(cursor, dialect);
  } else if (cursor.startsWith('${')) {
    cursor.until('}');
  } else if (dialect.backticks && cursor.peek() === '`' && cursor.isAhead('`')) {
    cursor.skip(1);
    cursor.until('`');
  } else if (cursor.take(variable) === undefined) {
    return undefined;
  }
  return { text: cursor.since(start), expands: true };
}

/** Skips `$(…)` or `<(…)`: within the parentheses quoting starts anew (POSIX, XCU 2.6.3). */
export function readSubstitution(cursor: TextCursor, dialect: ShellDialect): void {
  const open: string[] = [];
  cursor.skip(1);
  while (!cursor.atEnd) {
    const innermost = open.at(-1);
    const character = cursor.next();
    if (innermost === "'") {
      if (character === "'") open.pop();
    } else if (character === dialect.escape) {
      cursor.next();
    } else if (character === '$' && cursor.peek() === '(') {
      cursor.skip(1);
      open.push('(');
    } else if (character === '"' && innermost === '"') {
      open.pop();
    } else if (character === '"' || (innermost !== '"' && (character === "'" || character === '('))) {
      open.push(character);
    } else if (character === ')' && innermost === '(') {
      open.pop();
      if (open.length === 0) return;
    }
  }
  throw new UnclosedError();
}

function literal(text: string): WordPart {
  return { text, expands: false };
}

function readHereString(cursor: TextCursor, quote: string): WordPart {
  const text = cursor.until(`\n${quote}@`).replace(/\r$/, '');
  return { text, expands: quote === '"' && text.includes('$') };
}

function readSingleQuoted(cursor: TextCursor, dialect: ShellDialect): WordPart {
  cursor.skip(1);
  const pieces = [cursor.until("'")];
  while (dialect.doubledQuotes && cursor.peek() === "'") {
    cursor.skip(1);
    pieces.push(cursor.until("'"));
  }
  return literal(pieces.join("'"));
}

function readAnsiQuoted(cursor: TextCursor): WordPart {
  const bytes: number[] = [];
  cursor.skip(2);
  while (!cursor.atEnd) {
    const character = cursor.next();
    if (character === "'")
      return literal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes)));
    for (const byte of character === '\\' ? readAnsiEscape(cursor) : utf8.encode(character)) bytes.push(byte);
  }
  throw new UnclosedError();
}

const utf8 = new TextEncoder();

/** The bytes of an escape, after its backslash; an unknown escape stays as it is. */
function readAnsiEscape(cursor: TextCursor): Iterable<number> {
  const number = cursor.take(ansiNumber);
  const [, hex, octal, short, long] =
    number === undefined ? [] : (/^(?:x(.+)|([0-7]+)|u(.+)|U(.+))$/.exec(number) ?? []);
  if (hex !== undefined) return [Number.parseInt(hex, 16)];
  if (octal !== undefined) return [Number.parseInt(octal, 8) & 0xff];
  const code = Number.parseInt(short ?? long ?? '', 16);
  if (code <= 0x10_ffff) return utf8.encode(String.fromCodePoint(code));
  const escaped = number ?? cursor.next();
  return utf8.encode(ansiEscapes[escaped] ?? `\\${escaped}`);
}

function readDoubleQuoted(cursor: TextCursor, dialect: ShellDialect): WordPart {
  let text = '';
  let expands = false;
  cursor.skip(1);
  while (!cursor.atEnd) {
    if (cursor.peek() === '"') {
      cursor.skip(1);
      if (!dialect.doubledQuotes || cursor.peek() !== '"') return { text, expands };
      text += cursor.next();
    } else if (cursor.take(dialect.continuation) === undefined) {
      const escaped = cursor.take(dialect.escapedInQuotes)?.slice(1);
      const expansion = escaped === undefined ? readExpansion(cursor, dialect) : undefined;
      expands ||= expansion !== undefined;
      text += escaped ?? expansion?.text ?? cursor.next();
    }
  }
  throw new UnclosedError();
}
