/** A JSON value whose objects are Maps: key order, integer-like keys and `__proto__` are kept as written. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonValue>;

export type JsonErrorReason =
  | 'unexpected-end'
  | 'unexpected-character'
  | 'bad-string'
  | 'trailing-comma'
  | 'too-deep';

/** Where text stops being JSON; line and column start at 1 and count UTF-16 units, as editors do. */
interface JsonError {
  readonly reason: JsonErrorReason;
  readonly line: number;
  readonly column: number;
}

export type JsonResult =
  | { readonly ok: true; readonly value: JsonValue; readonly duplicates: readonly (readonly string[])[] }
  | ({ readonly ok: false } & JsonError);

const maxDepth = 100;
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const whiteSpace = /[ \t\r\n]*/y;
const literals: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class JsonSyntaxError extends Error {
  readonly reason: JsonErrorReason;
  readonly offset: number;
  constructor(reason: JsonErrorReason, offset: number) {
    super(reason);
    this.reason = reason;
    this.offset = offset;
  }
}

/**
 * Parses JSON (RFC 8259) strictly. Unlike JSON.parse, it reports where the text is wrong, lists the path of every
 * duplicate key (the last value counts, as in JSON.parse) and keeps the order of all keys. Nesting deeper than 100 is
 * rejected. Never throws.
 */
export function parseJsonText(text: string): JsonResult {
  const parser = new JsonParser(text);
  try {
    return { ok: true, value: parser.document(), duplicates: parser.duplicates };
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      return { ok: false, reason: error.reason, ...lineAndColumn(text, error.offset) };
    }
    throw error;
  }
}

/** Converts an offset to a line and a column, both from 1; CRLF, LF and CR each end a line. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let index = 0; index < offset; index += 1) {
    const unit = text[index];
    if (unit === '\n' || (unit === '\r' && text[index + 1] !== '\n')) {
      line += 1;
      start = index + 1;
    }
  }
  return { line, column: offset - start + 1 };
}

/** True for a JSON object as parseJsonText returns it. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}

/** Converts a parsed value to plain objects and arrays; `__proto__` becomes an own key. */
export function toPlainValue(value: JsonValue): unknown {
  if (isJsonObject(value)) {
    return Object.fromEntries([...value].map(([key, member]) => [key, toPlainValue(member)]));
  }
  return Array.isArray(value) ? value.map(toPlainValue) : value;
}

/** Writes a parsed value as JSON, indented by two spaces, with its keys in order. */
export function formatJson(value: JsonValue, indent = ''): string {
  const inner = `${indent}  `;
  const block = (open: string, items: readonly string[], close: string): string =>
    items.length === 0 ? open + close : `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
  if (isJsonObject(value)) {
    const members = [...value].map(([key, member]) => `${JSON.stringify(key)}: ${formatJson(member, inner)}`);
    return block('{', members, '}');
  }
  if (!Array.isArray(value)) return JSON.stringify(value);
  return block(
    '[',
    value.map((item: JsonValue) => formatJson(item, inner)),
    ']',
  );
}

class JsonParser {
  readonly duplicates: (readonly string[])[] = [];
  readonly #text: string;
  #offset = 0;
  #path: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonValue {
    const value = this.#value();
    if (this.#peek() !== undefined) throw this.#unexpected();
    return value;
  }

  /** The next character that is not white space, without consuming it. */
  #peek(): string | undefined {
    whiteSpace.lastIndex = this.#offset;
    whiteSpace.exec(this.#text);
    this.#offset = whiteSpace.lastIndex;
    return this.#text[this.#offset];
  }

  #unexpected(): JsonSyntaxError {
    const atEnd = this.#offset >= this.#text.length;
    return new JsonSyntaxError(atEnd ? 'unexpected-end' : 'unexpected-character', this.#offset);
  }

  #take(character: string): void {
    if (this.#peek() !== character) throw this.#unexpected();
    this.#offset += 1;
  }

  #value(): JsonValue {
    const next = this.#peek();
    if (this.#path.length > maxDepth) throw new JsonSyntaxError('too-deep', this.#offset);
    if (next === '{') return this.#object();
    if (next === '[') return this.#array();
    if (next === '"') return this.#string();
    for (const [word, value] of literals) {
      if (this.#text.startsWith(word, this.#offset)) {
        this.#offset += word.length;
        return value;
      }
    }
    return this.#number();
  }

  #object(): JsonObject {
    const members = new Map<string, JsonValue>();
    this.#list('}', () => {
      if (this.#peek() !== '"') throw this.#unexpected();
      const key = this.#string();
      this.#take(':');
      this.#path.push(key);
      if (members.has(key)) this.duplicates.push([...this.#path]);
      members.set(key, this.#value());
      this.#path.pop();
    });
    return members;
  }

  #array(): JsonValue[] {
    const items: JsonValue[] = [];
    this.#list(']', () => {
      this.#path.push(String(items.length));
      items.push(this.#value());
      this.#path.pop();
    });
    return items;
  }

  #list(end: string, item: () => void): void {
    this.#offset += 1;
    if (this.#peek() !== end) {
      item();
      while (this.#peek() === ',') {
        const comma = this.#offset;
        this.#offset += 1;
        if (this.#peek() === end) throw new JsonSyntaxError('trailing-comma', comma);
        item();
      }
    }
    this.#take(end);
  }

  #string(): string {
    const start = this.#offset;
    let index = start + 1;
    for (let unit = this.#text[index]; unit !== '"'; unit = this.#text[index]) {
      if (unit === undefined) throw new JsonSyntaxError('unexpected-end', this.#text.length);
      if (unit < ' ') throw new JsonSyntaxError('bad-string', index);
      if (unit === '\\' && !/^["\\/bfnrt]|^u[0-9a-fA-F]{4}/.test(this.#text.slice(index + 1, index + 6))) {
        throw new JsonSyntaxError('bad-string', index);
      }
      index += unit === '\\' ? 2 : 1;
    }
    this.#offset = index + 1;
    const decoded: unknown = JSON.parse(this.#text.slice(start, this.#offset));
    return String(decoded);
  }

  #number(): number {
    numberPattern.lastIndex = this.#offset;
    const match = numberPattern.exec(this.#text);
    if (match === null) throw this.#unexpected();
    this.#offset = numberPattern.lastIndex;
    return Number(match[0]);
  }
}
