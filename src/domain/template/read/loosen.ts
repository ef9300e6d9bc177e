/** Offset behind the closing quote of a quoted scalar that starts here; undefined if it is never closed. */
function quotedEnd(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && quote === '"') at += 1;
    else if (char === quote && quote === "'" && text.charAt(at + 1) === quote) at += 1;
    else if (char === quote) return at + 1;
  }
  return undefined;
}

/** Offset behind the bracket that closes a flow collection; `comments` takes in where the comments in it start. */
function flowEnd(text: string, start: number, comments: Set<number>): number | undefined {
  let depth = 0;
  // A quote in plain text is a character like any other, behind a space too.
  let isPlain = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (/[[\]{},]/.test(char)) {
      isPlain = false;
      if (char !== ',') depth += /[[{]/.test(char) ? 1 : -1;
      if (depth === 0) return at + 1;
    } else if (char === '#' && /\s/.test(text.charAt(at - 1))) {
      comments.add(at);
      at = lineEnd(text, at);
    } else if (isPlain) {
      isPlain = char !== ':' || !/[\s,[\]{}]/.test(text.charAt(at + 1));
    } else if (char === '"' || char === "'") {
      const end = quotedEnd(text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (char === '&' || char === '!') {
      at += (match(indicator, text, at)?.length ?? 1) - 1;
    } else {
      isPlain = !/[\s:?]/.test(char);
    }
  }
  return undefined;
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const indicator = /[-?:][ \t]+|[-?:](?=\r?\n|$)|---(?=\s|$)[ \t]*|[&!][^\s,[\]{}]*[ \t]*/y;
const blockHeader = /[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/my;
const keyColon = /[ \t]*:(?=[ \t\r\n]|$)[ \t]*/y;
// Plain text up to a `: ` or a ` #`: what a line holds of it.
const plainRun = /(?:[^\s:#]|:(?!\s|$)|(?<=\S)#)+/y;
const blanks = /[ \t]+/y;

/** Walks over a YAML text once and notes which line breaks are to be joined. */
class Loosener {
  readonly text: string;
  readonly joins: { start: number; end: number }[] = [];
  #at = 0;
  /** Column that a value's further lines have to be right of, by YAML's own rule. */
  #parent = -1;

  constructor(text: string) {
    this.text = text;
  }

  run(): void {
    while (this.#at < this.text.length) {
      const indent = match(/ */y, this.text, this.#at)?.length ?? 0;
      this.#at += indent;
      if (indent <= this.#parent) this.#parent = -1;
      this.#line();
      this.#at = lineEnd(this.text, this.#at) + 1;
    }
  }

  /** One line of a block collection; ends in the last line that belongs to its value. */
  #line(): void {
    const { text } = this;
    const lineStart = this.#at === 0 ? 0 : text.lastIndexOf('\n', this.#at - 1) + 1;
    /** Where an anchor or a tag begins that a key may follow, or its colon alone: the key begins there. */
    let keyStart: number | undefined;
    for (;;) {
      const start = this.#at;
      const char = text.charAt(start);
      if (char === '' || char === '#' || char === '\r' || char === '\n') return;
      const found = match(indicator, text, start);
      if (found !== undefined) {
        this.#at += found.length;
        if (/^[&!]/.test(found)) keyStart ??= start;
        else {
          this.#parent = found.startsWith('---') ? -1 : (keyStart ?? start) - lineStart;
          keyStart = undefined;
        }
      } else if (/[|>]/.test(char) && match(blockHeader, text, start) !== undefined) {
        return this.#skipDeeperLines();
      } else {
        const isPlain = !/["'[{]/.test(char);
        if (isPlain) this.#passPlain();
        else if (!this.#passClosed()) return;
        const colon = match(keyColon, text, this.#at);
        if (colon === undefined) return isPlain ? this.#skipDeeperLines() : undefined;
        this.#parent = (keyStart ?? start) - lineStart;
        keyStart = undefined;
        this.#at += colon.length;
      }
    }
  }

  /** Passes a quoted scalar or a flow collection; false, and at the text's end, if it is never closed. */
  #passClosed(): boolean {
    const { text } = this;
    const start = this.#at;
    const comments = new Set<number>();
    const isQuoted = /["']/.test(text.charAt(start));
    const end = isQuoted ? quotedEnd(text, start) : flowEnd(text, start, comments);
    this.#at = end ?? text.length;
    if (end !== undefined) this.#joinLines(start, end, [...comments]);
    return end !== undefined;
  }

  #joinLines(start: number, end: number, comments: number[]): void {
    let nextComment = 0;
    for (let newline = lineEnd(this.text, start); newline < end; newline = lineEnd(this.text, newline + 1)) {
      let from = this.text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
      const comment = comments[nextComment];
      if (comment !== undefined && comment < newline) {
        from = comment;
        nextComment += 1;
      }
      const indent = match(/ */y, this.text, newline + 1)?.length ?? 0;
      const isMarker = indent === 0 && match(/(?:---|\.\.\.)(?:\s|$)/y, this.text, newline + 1) !== undefined;
      const isBlank = match(/\r?\n/y, this.text, newline + 1 + indent) !== undefined;
      if (indent <= this.#parent && !isMarker && !isBlank) this.joins.push({ start: from, end: newline + 1 });
    }
  }

  #passPlain(): void {
    const start = this.#at;
    for (let run = match(plainRun, this.text, this.#at); run !== undefined;) {
      this.#at += run.length;
      const gap = match(blanks, this.text, this.#at)?.length ?? 0;
      run = gap > 0 ? match(plainRun, this.text, this.#at + gap) : undefined;
      if (run !== undefined) this.#at += gap;
    }
    // A character that no plain text may start with: the reader behind this one will say so.
    if (this.#at === start) this.#at += 1;
  }

  /** To the last line of a block scalar's, or a plain scalar's, further lines. */
  #skipDeeperLines(): void {
    for (;;) {
      const next = lineEnd(this.text, this.#at) + 1;
      if (next >= this.text.length) return;
      const indent = match(/ */y, this.text, next)?.length ?? 0;
      const isBlank = match(/\r?\n/y, this.text, next + indent) !== undefined;
      if (!isBlank && indent <= this.#parent) return;
      this.#at = next;
    }
  }
}

/**
 * The text, at the same length, with those line breaks turned into spaces that stand in a quoted scalar or a
 * flow collection before a line that is not deeper than its key. YAML forbids such lines, and the reader that
 * kubectl and Argo use takes them (https://pkg.go.dev/sigs.k8s.io/yaml): it looks at no indentation in there.
 */
export function loosenIndentation(text: string): string {
  const loosener = new Loosener(text);
  loosener.run();
  if (loosener.joins.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of loosener.joins) {
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
