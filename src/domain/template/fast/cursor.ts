import { emptyStyle, type Node } from '../node.ts';

/** Thrown when the fast reader meets anything it does not fully understand: the full parser decides then. */
export class Unsure extends Error {}

/** Gives up on the fast path. */
export function unsure(): never {
  throw new Unsure();
}

export const TAB = 9;
export const NEWLINE = 10;
export const RETURN = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const ASTERISK = 42;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const PIPE = 124;
export const CLOSE_BRACE = 125;
export const GREATER = 62;

/** True for a space, tab, line break or the end of the text (NaN). */
export function isBreakOrSpace(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === RETURN || code === TAB || Number.isNaN(code);
}

/** True for a line break or the end of the text. */
export function isLineEnd(code: number): boolean {
  return code === NEWLINE || code === RETURN || Number.isNaN(code);
}

const MAX_DEPTH = 150;

/** The next place of a character, remembered: a reader that goes forward asks many times for the same one. */
class NextIndex {
  private readonly text: string;
  private readonly character: string;
  private from = 0;
  private found = -1;

  constructor(text: string, character: string) {
    this.text = text;
    this.character = character;
  }

  /** Offset of the character at or after this one; the text's length if there is none. */
  at(offset: number): number {
    if (offset < this.from || offset > this.found) {
      const index = this.text.indexOf(this.character, offset);
      this.from = offset;
      this.found = index === -1 ? this.text.length : index;
    }
    return this.found;
  }
}

/** The reading position in one YAML text, with what its present document has shown so far. */
export class Cursor {
  readonly text: string;
  pos = 0;
  /** Column of the content that `nextContent` stopped at; -1 at a document's end. */
  column = -1;
  /** True if `endLine` or `nextContent` passed a comment since it was last reset. */
  sawComment = false;
  anchors = new Map<string, Node | null>();
  shared = new Set<Node>();
  style = emptyStyle();
  /** How many flow collections are open. */
  flowLevel = 0;
  private depth = 0;

  readonly newlines: NextIndex;
  readonly colons: NextIndex;
  readonly hashes: NextIndex;
  readonly backslashes: NextIndex;

  constructor(text: string) {
    this.text = text;
    this.newlines = new NextIndex(text, '\n');
    this.colons = new NextIndex(text, ':');
    this.hashes = new NextIndex(text, '#');
    this.backslashes = new NextIndex(text, '\\');
  }

  code(offset = this.pos): number {
    return this.text.charCodeAt(offset);
  }

  enter(): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) unsure();
  }

  leave(): void {
    this.depth -= 1;
  }

  startDocument(): void {
    this.anchors = new Map();
    this.shared = new Set();
    this.style = emptyStyle();
  }

  skipSpaces(): void {
    while (this.code() === SPACE) this.pos += 1;
  }

  /** From the end of a token to the start of the next line; only white space and a comment may stand between. */
  endLine(): void {
    const before = this.pos;
    let code = this.code();
    while (code === SPACE || code === TAB) {
      this.pos += 1;
      code = this.code();
    }
    if (code === HASH) {
      if (this.pos === before) unsure();
      this.sawComment = true;
      this.skipLine();
      return;
    }
    if (code === RETURN) this.pos += 1;
    else if (!isLineEnd(code)) unsure();
    if (this.code() === NEWLINE) this.pos += 1;
  }

  /** From a line's start to the next content; false (and column -1) at a document marker or the text's end. */
  nextContent(): boolean {
    const { text } = this;
    for (;;) {
      const lineStart = this.pos;
      let at = lineStart;
      while (text.charCodeAt(at) === SPACE) at += 1;
      const code = text.charCodeAt(at);
      if (code === TAB) unsure();
      this.pos = at;
      if (Number.isNaN(code)) {
        this.column = -1;
        return false;
      }
      if (code === NEWLINE) this.pos = at + 1;
      else if (code === RETURN) this.pos = at + 2;
      else if (code === HASH) {
        this.sawComment = true;
        this.skipLine();
      } else {
        this.column = at === lineStart && this.atMarker() ? -1 : at - lineStart;
        return this.column !== -1;
      }
    }
  }

  /** True at `---` or `...`; only meaningful at a line's start. */
  atMarker(): boolean {
    const marker = this.text.substring(this.pos, this.pos + 3);
    return (marker === '---' || marker === '...') && isBreakOrSpace(this.code(this.pos + 3));
  }

  atDash(): boolean {
    return this.code() === DASH && isBreakOrSpace(this.code(this.pos + 1));
  }

  private skipLine(): void {
    this.pos = Math.min(this.newlines.at(this.pos) + 1, this.text.length);
  }
}
