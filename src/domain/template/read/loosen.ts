/** Offset after the closing quote of the quoted scalar that starts here; undefined if it is never closed. */
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

/** Offset after the bracket that closes a flow collection; collects the offsets of its comments in `comments`. */
function flowEnd(text: string, start: number, comments: Set<number>): number | undefined {
  let depth = 0;
  // Within plain text, a quote is an ordinary character, even after a space.
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
// Plain text up to a `: ` or a ` #`.
const plainRun = /(?:[^\s:#]|:(?!\s|$)|(?<=\S)#)+/y;
const blanks = /[ \t]+/y;

/** Scans a YAML text once and records which line breaks to join. */
class Loosener {
  readonly text: string;
  readonly joins: { start: number; end: number }[] = [];
  #at = 0;
  /** The column that the following lines of a value must be right of, by the YAML rules. */
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

  /** Reads one line of a block collection; ends in the last line of its value. */
  #line(): void {
    const { text } = this;
    const lineStart = this.#at === 0 ? 0 : text.lastIndexOf('\n', this.#at - 1) + 1;
    /** Where an anchor or tag starts; if a key or just its colon follows, the key starts here. */
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

  /** Skips a quoted scalar or a flow collection; returns false, at the end of the text, if it is never closed. */
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
    // No plain text may start with this character; the YAML reader will report it.
    if (this.#at === start) this.#at += 1;
  }

  /** Moves to the last line of a block scalar or a multi-line plain scalar. */
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
 * The text, at the same length, with some line breaks turned into spaces: those in a quoted scalar or flow collection
 * before a line that is not indented further than its key. YAML forbids such lines, but the reader of kubectl and Argo
 * (https://pkg.go.dev/sigs.k8s.io/yaml) accepts them, since it ignores indentation there.
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
