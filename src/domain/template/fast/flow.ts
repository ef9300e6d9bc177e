import type { AliasNode, MapNode, Node, SeqNode } from '../node.ts';
import {
  APOSTROPHE,
  ASTERISK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  type Cursor,
  HASH,
  isBreakOrSpace,
  isLineEnd,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
  unsure,
} from './cursor.ts';
import { addPair } from './keys.ts';
import { readQuoted, requirePlainStart, scalar } from './scalars.ts';

function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === OPEN_BRACE ||
    code === CLOSE_BRACE
  );
}

/** Passes white space, line breaks and comments inside a flow collection. */
function skipFlowSpace(cursor: Cursor, parentColumn: number): void {
  let lineStart = -1;
  for (;;) {
    const code = cursor.code();
    if (code === SPACE || code === TAB || code === RETURN) {
      // Tabs as indentation are fine in a JSON document, and nowhere else.
      if (code === TAB && lineStart !== -1 && parentColumn >= 0) unsure();
      cursor.pos += 1;
    } else if (code === NEWLINE) {
      cursor.pos += 1;
      lineStart = cursor.pos;
      if (cursor.atMarker()) unsure();
    } else if (code === HASH) {
      if (!isBreakOrSpace(cursor.code(cursor.pos - 1))) unsure();
      const newline = cursor.text.indexOf('\n', cursor.pos);
      if (newline === -1) unsure();
      cursor.pos = newline;
    } else {
      break;
    }
  }
  if (lineStart === -1) return;
  const closing = cursor.code() === CLOSE_BRACKET || cursor.code() === CLOSE_BRACE;
  // Parsers tolerate the last closing bracket at the parent's own column, but nothing else there.
  if (cursor.pos - lineStart <= parentColumn - (closing && cursor.flowLevel === 1 ? 1 : 0)) unsure();
}

function readFlowPlain(cursor: Cursor): Node {
  requirePlainStart(cursor);
  const start = cursor.pos;
  if (isFlowIndicator(cursor.code(start + 1)) && /[-?:]/.test(cursor.text.charAt(start))) unsure();
  let at = start;
  let end = start;
  for (let code = cursor.code(at); !isLineEnd(code); code = cursor.code(at)) {
    const next = cursor.code(at + 1);
    if (isFlowIndicator(code)) break;
    if (code === COLON && (isBreakOrSpace(next) || isFlowIndicator(next))) break;
    if (code === HASH && isBreakOrSpace(cursor.code(at - 1))) break;
    at += 1;
    if (code !== SPACE && code !== TAB) end = at;
  }
  // A plain scalar over several lines is left to the full parser.
  if (isLineEnd(cursor.code(at)) && !nextLineSeparates(cursor, at)) unsure();
  cursor.pos = end;
  return scalar('plain', start, end);
}

function nextLineSeparates(cursor: Cursor, offset: number): boolean {
  const rest = /\s*/y;
  rest.lastIndex = offset;
  rest.test(cursor.text);
  return (
    isFlowIndicator(cursor.code(rest.lastIndex)) &&
    ![OPEN_BRACE, OPEN_BRACKET].includes(cursor.code(rest.lastIndex))
  );
}

/** Reads `*name`; the anchor has to stand before it in the same document. */
export function readAlias(cursor: Cursor): AliasNode {
  const name = /\*([\w.-]+)(?=[\s,\]}]|$)/y;
  name.lastIndex = cursor.pos;
  const match = name.exec(cursor.text);
  if (match === null) unsure();
  const [whole, anchor = ''] = match;
  const target = cursor.anchors.get(anchor);
  if (target === undefined) unsure();
  if (target !== null) cursor.shared.add(target);
  const start = cursor.pos;
  cursor.pos += whole.length;
  return { kind: 'alias', start, end: cursor.pos, anchor: null, name: anchor, target };
}

function readFlowValue(cursor: Cursor, parentColumn: number): Node {
  const code = cursor.code();
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return readFlow(cursor, parentColumn);
  if (code === ASTERISK) return readAlias(cursor);
  if (code !== QUOTE && code !== APOSTROPHE) return readFlowPlain(cursor);
  return readQuoted(cursor, parentColumn);
}

function readFlowPair(cursor: Cursor, parentColumn: number, map: MapNode): void {
  const start = cursor.pos;
  const key = readFlowValue(cursor, parentColumn);
  if (key.kind !== 'scalar' || cursor.text.substring(start, cursor.pos).includes('\n')) unsure();
  cursor.skipSpaces();
  if (cursor.code() !== COLON) unsure();
  cursor.pos += 1;
  if (key.style === 'plain' && !isBreakOrSpace(cursor.code())) unsure();
  skipFlowSpace(cursor, parentColumn);
  addPair(cursor, map, key, readFlowValue(cursor, parentColumn));
}

/** Reads `[...]` or `{...}`, the cursor at the opening bracket, and stops behind the closing one. */
export function readFlow(cursor: Cursor, parentColumn: number): MapNode | SeqNode {
  cursor.enter();
  cursor.flowLevel += 1;
  const start = cursor.pos;
  const isMap = cursor.code() === OPEN_BRACE;
  const close = isMap ? CLOSE_BRACE : CLOSE_BRACKET;
  const map: MapNode = { kind: 'map', flow: true, start, end: start, anchor: null, pairs: [] };
  const seq: SeqNode = { kind: 'seq', flow: true, start, end: start, anchor: null, items: [], dashes: [] };
  cursor.pos += 1;
  skipFlowSpace(cursor, parentColumn);
  while (cursor.code() !== close) {
    if (isMap) readFlowPair(cursor, parentColumn, map);
    else seq.items.push(readFlowValue(cursor, parentColumn));
    skipFlowSpace(cursor, parentColumn);
    if (cursor.code() === COMMA) {
      cursor.pos += 1;
      skipFlowSpace(cursor, parentColumn);
    } else if (cursor.code() !== close) {
      unsure();
    }
  }
  cursor.pos += 1;
  cursor.leave();
  cursor.flowLevel -= 1;
  const node = isMap ? map : seq;
  node.end = cursor.pos;
  return node;
}
