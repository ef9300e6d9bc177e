import { encodeScalar } from '../../text/yaml-scalar.ts';
import { aboveComments } from '../patch/insert-list.ts';
import { lookup, type MapNode, ownPair, type Pair } from '../read/node.ts';
import { lineEndAt, lineStartAt } from '../read/position.ts';
import type { Edit, TextView } from '../read/text-view.ts';

/** A value in both YAML styles. */
export interface NewValue {
  /** On one line; also valid JSON. */
  readonly flow: string;
  /** The lines below the key, indented relative to it; without them, `flow` follows the key. */
  readonly block?: readonly string[];
}

/** A text in double quotes as a new value. */
export function quoted(value: string): NewValue {
  return { flow: encodeScalar(value, 'double', 'double') };
}

const step = '  ';

function blockLines(path: readonly string[], value: NewValue, indent: string): string[] {
  const [first = '', ...rest] = path;
  const key = `${indent}${encodeScalar(first, 'plain', 'double')}:`;
  if (rest.length > 0) return [key, ...blockLines(rest, value, indent + step)];
  if (value.block === undefined) return [`${key} ${value.flow}`];
  return [key, ...value.block.map((line) => indent + step + line)];
}

function flowPair(path: readonly string[], value: NewValue): string {
  const [first = '', ...rest] = path;
  return `${JSON.stringify(first)}: ${rest.length > 0 ? `{${flowPair(rest, value)}}` : value.flow}`;
}

function insertInFlow(map: MapNode, path: readonly string[], value: NewValue): Edit | undefined {
  const last = map.pairs.at(-1);
  if (last === undefined) return { start: map.start + 1, end: map.start + 1, insert: flowPair(path, value) };
  const at = last.value.end;
  return last.value.start === at ? undefined : { start: at, end: at, insert: `, ${flowPair(path, value)}` };
}

function insertBefore(
  view: TextView,
  pair: Pair,
  path: readonly string[],
  value: NewValue,
): Edit | undefined {
  const lineStart = lineStartAt(view.source, pair.key.start);
  const before = view.source.slice(lineStart, pair.key.start);
  const indent = ' '.repeat(before.length);
  const lines = blockLines(path, value, indent);
  if (before === indent) {
    const at = aboveComments(view, pair.key.start);
    return { start: at, end: at, insert: [...lines, ''].join(view.eol) };
  }
  // The first pair of a list item follows the item's dash.
  if (/[^ -]/.test(before)) return undefined;
  const { start } = pair.key;
  return { start, end: start, insert: [...lines, indent].join(view.eol).slice(indent.length) };
}

function insertInBlock(
  view: TextView,
  map: MapNode,
  path: readonly string[],
  value: NewValue,
): Edit | undefined {
  // The first pair, which usually names the item, stays first.
  const [first, second] = map.pairs;
  return (
    (second && insertBefore(view, second, path, value)) ?? (first && insertBefore(view, first, path, value))
  );
}

/**
 * The edit that adds a value at a path of keys below a mapping, including missing mappings on the way; offsets are into
 * the view. Undefined if the path is blocked by an alias, a merge key, another kind of value, or a layout without room.
 */
export function insertPair(
  view: TextView,
  map: MapNode,
  path: readonly string[],
  value: NewValue,
): Edit | undefined {
  const [first = '', ...rest] = path;
  const pair = ownPair(map, first);
  if (pair === undefined) {
    if (lookup(map, first) !== undefined) return undefined;
    return map.flow ? insertInFlow(map, path, value) : insertInBlock(view, map, path, value);
  }
  if (rest.length === 0) return undefined;
  if (pair.value.kind === 'map') return insertPair(view, pair.value, rest, value);
  // Otherwise only a key without a value can be extended.
  if (pair.value.start !== pair.value.end || map.flow || pair.value.kind !== 'scalar') return undefined;
  const column = pair.key.start - lineStartAt(view.source, pair.key.start);
  const at = lineEndAt(view.source, pair.key.end);
  const lines = blockLines(rest, value, ' '.repeat(column) + step);
  return { start: at, end: at, insert: ['', ...lines].join(view.eol) };
}
