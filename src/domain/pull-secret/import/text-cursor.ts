/** Thrown if a quote or substitution is never closed. */
export class UnclosedError extends Error {}

/** A position in a text that is read once from start to end. */
export class TextCursor {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#offset >= this.#text.length;
  }

  get offset(): number {
    return this.#offset;
  }

  /** The UTF-16 unit at or after the position; empty at the end. */
  peek(ahead = 0): string {
    return this.#text.charAt(this.#offset + ahead);
  }

  startsWith(text: string): boolean {
    return this.#text.startsWith(text, this.#offset);
  }

  /** Whether the text occurs after the current character. */
  isAhead(text: string): boolean {
    return this.#text.includes(text, this.#offset + 1);
  }

  skip(length: number): void {
    this.#offset += length;
  }

  /** Takes what a sticky pattern matches at the position, if anything. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0];
    this.#offset += found?.length ?? 0;
    return found;
  }

  /** Takes one character (a whole code point); empty at the end. */
  next(): string {
    const code = this.#text.codePointAt(this.#offset);
    const character = code === undefined ? '' : String.fromCodePoint(code);
    this.#offset += character.length;
    return character;
  }

  /** Takes the text up to the closing sign, and skips the sign. */
  until(closing: string): string {
    const end = this.#text.indexOf(closing, this.#offset);
    if (end < 0) throw new UnclosedError();
    const text = this.#text.slice(this.#offset, end);
    this.#offset = end + closing.length;
    return text;
  }

  /** Takes the rest of the line, and skips the line end. */
  line(): string {
    const end = this.#text.indexOf('\n', this.#offset);
    const text = this.#text.slice(this.#offset, end < 0 ? undefined : end);
    this.#offset = end < 0 ? this.#text.length : end + 1;
    return text.replace(/\r$/, '');
  }

  /** The text since an earlier offset. */
  since(offset: number): string {
    return this.#text.slice(offset, this.#offset);
  }
}
