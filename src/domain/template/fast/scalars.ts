import type { ScalarNode, ScalarStyle } from '../node.ts';
import {
  BACKSLASH,
  COLON,
  type Cursor,
  isBreakOrSpace,
  isLineEnd,
  NEWLINE,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
  unsure,
} from './cursor.ts';

/** A scalar node from `start` to `end`. */
export function scalar(style: ScalarStyle, start: number, end: number): ScalarNode {
  return { kind: 'scalar', style, start, end, anchor: null, bodyStart: start, indent: 0 };
}

function codesOf(characters: string): Set<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

// Indicators cannot start a plain scalar; `-`, `?` and `:` can when something follows directly.
const INDICATORS = codesOf(',[]{}#&*!|>\'"%@`\uFEFF');

/** Gives up where the character at the cursor cannot start a plain scalar. */
export function requirePlainStart(cursor: Cursor): void {
  const code = cursor.code();
  if (INDICATORS.has(code) || isBreakOrSpace(code)) unsure();
  if ((code === 45 || code === 63 || code === COLON) && isBreakOrSpace(cursor.code(cursor.pos + 1))) unsure();
}

/**
 * Reads plain text on one line, up to `: `, ` #` or the line's end, and leaves the cursor behind its last
 * visible character. Returns the offset of the colon, or -1.
 */
export function readPlainLine(cursor: Cursor): number {
  const { text, pos } = cursor;
  const lineEnd = cursor.newlines.at(pos);
  let end = cursor.hashes.at(pos);
  while (end < lineEnd && (end === pos || !isBreakOrSpace(text.charCodeAt(end - 1))))
    end = cursor.hashes.at(end + 1);
  end = Math.min(end, lineEnd);
  let colon = cursor.colons.at(pos);
  while (colon < end && !isBreakOrSpace(text.charCodeAt(colon + 1))) colon = cursor.colons.at(colon + 1);
  const found = colon < end;
  end = found ? colon : end;
  while (end > pos && isBreakOrSpace(text.charCodeAt(end - 1))) end -= 1;
  cursor.pos = end;
  return found ? colon : -1;
}

/** Reads a plain scalar with its continuation lines and goes on to the next content. */
export function readPlain(cursor: Cursor, parentColumn: number): ScalarNode {
  requirePlainStart(cursor);
  const start = cursor.pos;
  for (;;) {
    if (readPlainLine(cursor) !== -1) unsure();
    const end = cursor.pos;
    cursor.sawComment = false;
    cursor.endLine();
    if (!cursor.nextContent() || cursor.column <= parentColumn) return scalar('plain', start, end);
    // Text after a comment cannot continue the scalar: that is an error which the full parser explains.
    if (cursor.sawComment) unsure();
  }
}

// The break has been read: a quoted scalar's next line must be indented, unless it is blank.
function checkContinuation(cursor: Cursor, lineStart: number, parentColumn: number): void {
  let at = lineStart;
  while (cursor.code(at) === SPACE) at += 1;
  const code = cursor.code(at);
  if (Number.isNaN(code) || code === TAB) unsure();
  if (!isLineEnd(code) && at - lineStart <= parentColumn) unsure();
}

const ESCAPES = codesOf('0abtnvfre "/\\N_LP\n\r');
const HEX_ESCAPES = new Map([
  [120, 2],
  [117, 4],
  [85, 8],
]);

function checkEscape(cursor: Cursor, at: number): void {
  const code = cursor.code(at);
  const digits = HEX_ESCAPES.get(code);
  if (digits === undefined) {
    if (!ESCAPES.has(code)) unsure();
  } else if (
    digits > 4 ||
    !/^[0-9a-fA-F]+$/.test(cursor.text.substring(at + 1, at + 1 + digits).padEnd(digits, '?'))
  ) {
    unsure();
  }
}

/** Reads a quoted scalar, the cursor at its opening quote; several lines only where `parentColumn` >= 0. */
export function readQuoted(cursor: Cursor, parentColumn: number): ScalarNode {
  const { text } = cursor;
  const start = cursor.pos;
  const quote = text.charCodeAt(start);
  const double = quote === QUOTE;
  const simpleEnd = text.indexOf(double ? '"' : "'", start + 1);
  const doubled = !double && text.charCodeAt(simpleEnd + 1) === quote;
  const escaped = double && cursor.backslashes.at(start) < simpleEnd;
  // Nearly all quoted scalars end at the next quote on their line; only the others are read letter by letter.
  let at =
    simpleEnd !== -1 && !doubled && !escaped && cursor.newlines.at(start) > simpleEnd ? simpleEnd : start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (double || text.charCodeAt(at + 1) !== quote) break;
      at += 1;
    } else if (code === NEWLINE) {
      if (parentColumn < 0) unsure();
      checkContinuation(cursor, at + 1, parentColumn);
    } else if (code === BACKSLASH && double) {
      at += 1;
      checkEscape(cursor, at);
      if (text.charCodeAt(at) === RETURN || text.charCodeAt(at) === NEWLINE) continue;
    } else if (Number.isNaN(code)) {
      unsure();
    }
    at += 1;
  }
  cursor.pos = at + 1;
  cursor.style[double ? 'double' : 'single'] += 1;
  return scalar(double ? 'double' : 'single', start, cursor.pos);
}

const HEADER = /[|>](?:([1-9])[+-]?|[+-]([1-9])?)?(?=[ \r\n]|$)/y;

/** Reads a block scalar, the cursor at its `|` or `>`, and goes on to the next content. */
export function readBlockScalar(cursor: Cursor, parentColumn: number): ScalarNode {
  const { text } = cursor;
  if (parentColumn < 0) unsure();
  const node = scalar(text[cursor.pos] === '|' ? 'literal' : 'folded', cursor.pos, 0);
  HEADER.lastIndex = cursor.pos;
  const header = HEADER.exec(text);
  if (header === null) unsure();
  cursor.pos += header[0].length;
  node.end = cursor.pos;
  cursor.endLine();
  node.bodyStart = cursor.pos;
  const digit = header[1] ?? header[2];
  node.indent = digit === undefined ? 0 : parentColumn + Number(digit);
  let deepestBlank = 0;
  let at = cursor.pos;
  while (at < text.length) {
    const lineStart = at;
    while (text.charCodeAt(at) === SPACE) at += 1;
    const column = at - lineStart;
    const newline = cursor.newlines.at(at);
    const next = Math.min(newline + 1, text.length);
    if (isLineEnd(text.charCodeAt(at))) {
      deepestBlank = Math.max(deepestBlank, column);
      at = next;
      continue;
    }
    if (node.indent === 0) {
      if (column <= parentColumn) break;
      // Leading blank lines may not be deeper than the text itself.
      if (deepestBlank > column || text.charCodeAt(at) === TAB) unsure();
      node.indent = column;
    }
    if (column < node.indent) break;
    at = next;
    node.end = text.charCodeAt(newline - 1) === RETURN ? newline - 1 : newline;
  }
  // Nothing but blank lines: too unusual to go on alone.
  if (node.indent === 0 || node.end < node.bodyStart) unsure();
  cursor.pos = Math.min(cursor.newlines.at(node.end) + 1, text.length);
  cursor.nextContent();
  // Deeper text behind the scalar cannot be (it would be part of it), except after a shallower comment.
  if (cursor.column > parentColumn) unsure();
  return node;
}
