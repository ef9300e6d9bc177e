import { encodeBase64 } from '../../../text/base64.ts';
import type { JsonObject, JsonValue } from '../../../text/json-text.ts';
import { TextCursor, UnclosedError } from '../text-cursor.ts';

/** No configuration has its credentials any deeper. */
const maxDepth = 40;
const spaces = /[\s,]+/y;
const blanks = /[^\S\n]+/y;
const lineComment = /(?:#|\/\/)[^\n]*/y;
const identifier = /[A-Za-z_][\w-]*/y;
const reference = /[A-Za-z_][\w-]*(?:\.[\w*-]+|\["[^"\n]*"\]|\[\w+\])*/y;
const number = /-?\d[\d.]*/y;
const assigns = /=(?!=)>?|:/y;
const heredoc = /<<-?([A-Za-z_]\w*)[^\S\n]*\n/y;
const plainText = /[^"\\$%\n]+/y;
const literals: Readonly<Record<string, JsonValue>> = { true: true, false: false, null: null };
/** Functions that return their argument, with regard to credentials. */
const transparent: ReadonlySet<string> = new Set(
  'jsonencode yamlencode sensitive nonsensitive tostring trimspace chomp'.split(' '),
);

/**
 * Reads the body of a Terraform configuration (HCL native syntax) in the form of its JSON syntax: attributes become
 * members, blocks become lists of objects under their type, without labels, and what only Terraform can evaluate
 * becomes text in `${…}`. A call of `jsonencode` becomes its argument. Undefined if a string or comment is never
 * closed. Runs in linear time.
 */
export function readHcl(text: string): JsonObject | undefined {
  return unlessUnclosed(() => new HclReader(text).body(false, 0));
}

/** Reads one expression, as found between `${` and `}` in Terraform's JSON; otherwise like readHcl. */
export function readHclExpression(text: string): JsonValue | undefined {
  return unlessUnclosed(() => new HclReader(text).expression(0));
}

function unlessUnclosed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnclosedError) return undefined;
    throw error;
  }
}

class HclReader {
  readonly #cursor: TextCursor;

  constructor(text: string) {
    this.#cursor = new TextCursor(text);
  }

  /** A body of attributes and blocks, or an object; the difference does not matter here. */
  body(inner: boolean, depth: number): JsonObject {
    if (depth > maxDepth) throw new UnclosedError();
    const cursor = this.#cursor;
    const members = new Map<string, JsonValue>();
    for (this.#pass(); !cursor.atEnd; this.#pass()) {
      if (cursor.peek() === '}') {
        cursor.skip(1);
        if (inner) return members;
      } else {
        this.#member(members, depth);
      }
    }
    if (inner) throw new UnclosedError();
    return members;
  }

  expression(depth: number): JsonValue {
    const cursor = this.#cursor;
    cursor.take(blanks);
    const document = cursor.take(heredoc);
    // A here-document ends with a line, and so does the expression.
    if (document !== undefined) return this.#document(/\w+/.exec(document)?.[0] ?? '');
    const value = this.#operand(depth);
    cursor.take(blanks);
    if (cursor.atEnd || /[\n\r,\])}#/]/.test(cursor.peek())) return value;
    this.#passOperators(depth);
    return '${expression}';
  }

  #member(members: Map<string, JsonValue>, depth: number): void {
    const cursor = this.#cursor;
    const key = this.#key(depth);
    if (key === undefined) return cursor.skip(1);
    cursor.take(blanks);
    if (cursor.take(assigns) !== undefined) {
      members.set(key, this.expression(depth));
      return;
    }
    while (cursor.peek() !== '{') {
      if (this.#key(depth) === undefined) return;
      cursor.take(blanks);
    }
    cursor.skip(1);
    const block = this.body(true, depth + 1);
    const before = members.get(key);
    // Blocks of one type form a list. It is extended in place, since copying it for each block would take too long.
    if (Array.isArray(before)) before.push(block);
    else members.set(key, [block]);
  }

  #key(depth: number): string | undefined {
    const cursor = this.#cursor;
    if (cursor.peek() === '"') return this.#string();
    if (cursor.peek() !== '(') return cursor.take(identifier);
    cursor.skip(1);
    const [key] = this.#list(')', depth + 1);
    return typeof key === 'string' ? key : '${expression}';
  }

  #operand(depth: number): JsonValue {
    const cursor = this.#cursor;
    switch (cursor.peek()) {
      case '"':
        return this.#string();
      case '{':
        cursor.skip(1);
        return this.body(true, depth + 1);
      case '[':
        cursor.skip(1);
        return this.#list(']', depth + 1);
    }
    const name = cursor.take(reference);
    if (name === undefined) return Number(cursor.take(number) ?? Number.NaN) || '${expression}';
    if (cursor.peek() !== '(')
      return Object.hasOwn(literals, name) ? (literals[name] ?? null) : `\${${name}}`;
    cursor.skip(1);
    return called(name, this.#list(')', depth + 1));
  }

  #list(closing: string, depth: number): JsonValue[] {
    if (depth > maxDepth) throw new UnclosedError();
    const cursor = this.#cursor;
    const items: JsonValue[] = [];
    for (this.#pass(); !cursor.atEnd; this.#pass()) {
      const start = cursor.offset;
      if (cursor.peek() === closing) {
        cursor.skip(1);
        return items;
      }
      items.push(this.expression(depth));
      if (cursor.offset === start) cursor.skip(1);
    }
    throw new UnclosedError();
  }

  /** Skips the rest of an expression with several operands, which is not evaluated. */
  #passOperators(depth: number): void {
    const cursor = this.#cursor;
    while (!cursor.atEnd && !/[\n,\])}]/.test(cursor.peek())) {
      const start = cursor.offset;
      this.#operand(depth + 1);
      if (cursor.offset === start) cursor.skip(1);
    }
  }

  #string(): string {
    const cursor = this.#cursor;
    cursor.skip(1);
    let text = '';
    while (!cursor.atEnd && cursor.peek() !== '\n') {
      const plain = cursor.take(plainText);
      if (plain !== undefined) {
        text += plain;
      } else if (cursor.peek() === '"') {
        cursor.skip(1);
        return text;
      } else if (cursor.peek() === '\\') {
        text += this.#escape();
      } else if (/[$%]/.test(cursor.peek()) && cursor.peek(1) === '{') {
        text += this.#template();
      } else {
        text += cursor.next();
      }
    }
    throw new UnclosedError();
  }

  #escape(): string {
    const cursor = this.#cursor;
    cursor.skip(1);
    const code = cursor.take(/u([0-9A-Fa-f]{4})/y);
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    const character = cursor.next();
    return { n: '\n', r: '\r', t: '\t' }[character] ?? character;
  }

  /** `${…}` as typed; strings within it may contain braces. */
  #template(): string {
    const cursor = this.#cursor;
    const start = cursor.offset;
    let open = 0;
    do {
      if (cursor.peek() === '"') this.#string();
      else {
        const character = cursor.next();
        if (character === '{') open += 1;
        if (character === '}') open -= 1;
        if (character === '}' && open === 0) return cursor.since(start);
      }
    } while (!cursor.atEnd);
    throw new UnclosedError();
  }

  #document(marker: string): string {
    const cursor = this.#cursor;
    const lines: string[] = [];
    while (!cursor.atEnd) {
      const line = cursor.line();
      if (line.trim() === marker) return lines.join('\n');
      lines.push(line);
    }
    throw new UnclosedError();
  }

  /** Skips white space, commas and comments. */
  #pass(): void {
    const cursor = this.#cursor;
    for (;;) {
      if (cursor.startsWith('/*')) cursor.until('*/');
      else if (cursor.take(spaces) === undefined && cursor.take(lineComment) === undefined) return;
    }
  }
}

function called(name: string, [argument = '']: readonly JsonValue[]): JsonValue {
  if (transparent.has(name)) return argument;
  if (name !== 'base64encode') return `\${${name}}`;
  if (typeof argument !== 'string') return argument;
  return /[$%]\{/.test(argument) ? '${base64encode}' : encodeBase64(argument);
}
