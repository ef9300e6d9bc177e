import type { MapNode, Node, ScalarNode, SeqNode } from '../node.ts';
import {
  AMPERSAND,
  APOSTROPHE,
  ASTERISK,
  COLON,
  type Cursor,
  GREATER,
  HASH,
  isBreakOrSpace,
  isLineEnd,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  QUOTE,
  unsure,
} from './cursor.ts';
import { readAlias, readFlow } from './flow.ts';
import { addPair } from './keys.ts';
import {
  readBlockScalar,
  readPlain,
  readPlainLine,
  readQuoted,
  requirePlainStart,
  scalar,
} from './scalars.ts';

/** What stands around a value: a key (which a sequence at its own column may follow) or a dash. */
type Parent = 'key' | 'dash';

/** Reads the key at the cursor and its colon; null, with the cursor where it was, if there is none on this line. */
function readKey(cursor: Cursor, parentColumn: number): ScalarNode | null {
  const start = cursor.pos;
  const code = cursor.code();
  if (code === QUOTE || code === APOSTROPHE) {
    const { style, pos } = cursor;
    const counts = { single: style.single, double: style.double };
    const key = readQuoted(cursor, parentColumn);
    cursor.skipSpaces();
    if (cursor.code() === COLON && isBreakOrSpace(cursor.code(cursor.pos + 1))) {
      if (cursor.text.slice(key.start, key.end).includes('\n')) unsure();
      cursor.pos += 1;
      return key;
    }
    cursor.pos = pos;
    Object.assign(style, counts);
    return null;
  }
  if (code === OPEN_BRACE || code === OPEN_BRACKET || code === PIPE || code === GREATER) return null;
  requirePlainStart(cursor);
  const colon = readPlainLine(cursor);
  const end = cursor.pos;
  cursor.pos = colon === -1 ? start : colon + 1;
  return colon === -1 ? null : scalar('plain', start, end);
}

function readMap(cursor: Cursor, column: number, firstKey: ScalarNode): MapNode {
  cursor.enter();
  const map: MapNode = { kind: 'map', flow: false, start: firstKey.start, end: 0, anchor: null, pairs: [] };
  for (let key: ScalarNode | null = firstKey; ; key = readKey(cursor, column)) {
    if (key === null) unsure();
    const value = readValue(cursor, column, 'key');
    addPair(cursor, map, key, value);
    map.end = value.end;
    if (cursor.column < column) break;
    if (cursor.column > column || cursor.atDash()) unsure();
  }
  cursor.leave();
  return map;
}

function readSequence(cursor: Cursor, column: number): SeqNode {
  cursor.enter();
  const seq: SeqNode = {
    kind: 'seq',
    flow: false,
    start: cursor.pos,
    end: 0,
    anchor: null,
    items: [],
    dashes: [],
  };
  do {
    seq.dashes.push(cursor.pos);
    cursor.pos += 1;
    const item = readValue(cursor, column, 'dash');
    seq.items.push(item);
    seq.end = item.end;
    if (cursor.column > column) unsure();
  } while (cursor.column === column && cursor.atDash());
  cursor.leave();
  return seq;
}

function readAnchor(cursor: Cursor): string {
  const pattern = /&([\w.-]+)(?=[ \r\n]|$)/y;
  pattern.lastIndex = cursor.pos;
  const match = pattern.exec(cursor.text);
  if (match === null) unsure();
  cursor.pos += match[0].length;
  return match[1] ?? '';
}

/** Reads what follows a `:` or a `-`, up to the next content. */
function readValue(cursor: Cursor, column: number, parent: Parent): Node {
  const indicatorEnd = cursor.pos;
  cursor.skipSpaces();
  let anchor: string | null = null;
  let emptyAt = indicatorEnd;
  if (cursor.code() === AMPERSAND) {
    anchor = readAnchor(cursor);
    emptyAt = cursor.pos;
    cursor.skipSpaces();
    cursor.anchors.set(anchor, null);
  }
  const node = readAnchored(cursor, column, parent, emptyAt, anchor !== null);
  if (anchor !== null) {
    if (node.kind === 'alias') unsure();
    node.anchor = anchor;
    cursor.anchors.set(anchor, node);
  }
  return node;
}

function readAnchored(
  cursor: Cursor,
  column: number,
  parent: Parent,
  emptyAt: number,
  anchored: boolean,
): Node {
  const code = cursor.code();
  if (isLineEnd(code) || code === HASH) {
    cursor.sawComment = false;
    cursor.endLine();
    if (!cursor.nextContent()) return scalar('plain', emptyAt, emptyAt);
    if (cursor.column > column) return readNested(cursor, column, parent);
    if (parent === 'key' && cursor.column === column && cursor.atDash()) {
      countSequence(cursor, 0);
      return readSequence(cursor, column);
    }
    return scalar('plain', emptyAt, emptyAt);
  }
  if (parent === 'dash' && !anchored) {
    // A mapping or sequence may start on the dash's own line; its column is that of its first character.
    const start = cursor.pos;
    const inner = start - cursor.text.lastIndexOf('\n', start - 1) - 1;
    if (cursor.atDash()) return readSequence(cursor, inner);
    if (code !== ASTERISK) {
      const key = readKey(cursor, column);
      if (key !== null) return readMap(cursor, inner, key);
    }
  }
  return readInline(cursor, column);
}

function countSequence(cursor: Cursor, offset: number): void {
  const { sequenceOffsets } = cursor.style;
  sequenceOffsets.set(offset, (sequenceOffsets.get(offset) ?? 0) + 1);
}

function readNested(cursor: Cursor, parentColumn: number, parent: Parent): Node {
  const { column } = cursor;
  if (cursor.atDash()) {
    if (parent === 'key') countSequence(cursor, column - parentColumn);
    return readSequence(cursor, column);
  }
  const code = cursor.code();
  if (code === AMPERSAND || code === ASTERISK || code === PIPE || code === GREATER) unsure();
  const afterComment = cursor.sawComment;
  const key = readKey(cursor, parentColumn);
  if (key !== null) return readMap(cursor, column, key);
  // The full parser does not take every scalar that stands below a comment.
  if (afterComment) unsure();
  return readInline(cursor, parentColumn);
}

function readInline(cursor: Cursor, parentColumn: number): Node {
  const code = cursor.code();
  if (code === PIPE || code === GREATER) return readBlockScalar(cursor, parentColumn);
  let node: Node;
  if (code === QUOTE || code === APOSTROPHE) node = readQuoted(cursor, parentColumn);
  else if (code === OPEN_BRACE || code === OPEN_BRACKET) node = readFlow(cursor, parentColumn);
  else if (code === ASTERISK) node = readAlias(cursor);
  else return readPlain(cursor, parentColumn);
  cursor.endLine();
  cursor.nextContent();
  if (cursor.column > parentColumn) unsure();
  return node;
}

/** Reads one document's root: a mapping, a sequence or a flow collection. */
export function readRoot(cursor: Cursor): Node {
  const { column } = cursor;
  if (cursor.atDash()) return readSequence(cursor, column);
  if (cursor.code() === OPEN_BRACE || cursor.code() === OPEN_BRACKET) return readInline(cursor, -1);
  const key = readKey(cursor, -1);
  if (key === null) unsure();
  return readMap(cursor, column, key);
}
