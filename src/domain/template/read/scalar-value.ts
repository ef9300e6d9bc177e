import type { ScalarNode } from './node.ts';

const escapes: Record<string, string> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001B',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
};
const hexDigits: Record<string, number> = { x: 2, u: 4, U: 8 };

// Characters without special meaning in any style.
const runPattern = /[^\\\r\n"']+/y;

export interface DecodedText {
  value: string;
  /** For each code unit of the value, its offset in the text, plus one for the end. */
  offsets: number[];
  /** Offsets in the value of folded line breaks: nothing can be inserted before them. */
  folds: ReadonlySet<number>;
}

/**
 * The value of a quoted or plain scalar between `start` and `end` (without quotes), with the origin of each character.
 * Line breaks are folded by the YAML rules: one becomes a space, n + 1 become n line breaks.
 */
export function decodeFlowScalar(
  text: string,
  start: number,
  end: number,
  style: 'plain' | 'single' | 'double',
): DecodedText {
  // An array of code units, so that trimming white space at a line's end copies nothing.
  const units: string[] = [];
  const offsets: number[] = [];
  const folds = new Set<number>();
  let at = start;
  // White space before this offset came from an escape or a fold, and is not trimmed at a line's end.
  let trimFrom = start;
  const push = (part: string, offset: number): void => {
    for (let unit = 0; unit < part.length; unit += 1) {
      units.push(part.charAt(unit));
      offsets.push(offset);
    }
  };
  const trimEnd = (): void => {
    for (let from = at; from > trimFrom && /[ \t]/.test(text.charAt(from - 1)); from -= 1) {
      units.pop();
      offsets.pop();
    }
  };
  const fold = (escaped: boolean): void => {
    const from = at;
    let breaks = 0;
    for (; at < end && /[ \t\r\n]/.test(text.charAt(at)); at += 1) if (text.charAt(at) === '\n') breaks += 1;
    const first = units.length;
    push(breaks > 1 ? '\n'.repeat(breaks - 1) : escaped ? '' : ' ', from);
    for (let unit = first; unit < units.length; unit += 1) folds.add(unit);
    trimFrom = at;
  };
  while (at < end) {
    runPattern.lastIndex = at;
    const run = runPattern.exec(text)?.[0].slice(0, end - at) ?? '';
    for (let unit = 0; unit < run.length; unit += 1) push(run.charAt(unit), at + unit);
    at += run.length;
    if (at >= end) break;
    const char = text.charAt(at);
    if (char === '\n' || char === '\r') {
      trimEnd();
      fold(false);
    } else if (char === '\\' && style === 'double') {
      const escape = text.charAt(at + 1);
      if (escape === '\n' || escape === '\r') {
        at += 1;
        fold(true);
        continue;
      }
      const digits = hexDigits[escape] ?? 0;
      const code = text.slice(at + 2, at + 2 + digits);
      push(digits > 0 ? String.fromCodePoint(Number.parseInt(code, 16)) : (escapes[escape] ?? escape), at);
      at += 2 + digits;
      trimFrom = at;
    } else {
      push(char, at);
      at += char === "'" && style === 'single' ? 2 : 1;
    }
  }
  offsets.push(end);
  return { value: units.join(''), offsets, folds };
}

function blockValue(text: string, node: ScalarNode): string {
  const lines = text.slice(node.bodyStart, node.end).split(/\r?\n/);
  return lines.map((line) => line.slice(node.indent)).join('\n');
}

/**
 * The string of a scalar. For a block scalar, these are its lines without their indentation and without the line breaks
 * at its end; a folded one is not folded.
 */
export function scalarValue(text: string, node: ScalarNode): string {
  if (node.style === 'literal' || node.style === 'folded') return blockValue(text, node);
  const quoted = node.style === 'plain' ? 0 : 1;
  const raw = text.slice(node.start + quoted, node.end - quoted);
  const simple =
    node.style === 'double'
      ? !/[\\\n]/.test(raw)
      : node.style === 'single'
        ? !/['\n]/.test(raw)
        : !raw.includes('\n');
  if (simple) return raw;
  return decodeFlowScalar(text, node.start + quoted, node.end - quoted, node.style).value;
}
