import type { MapNode, Node, ScalarNode } from '../node.ts';
import { scalarValue } from '../scalar-value.ts';
import { type Cursor, unsure } from './cursor.ts';

// YAML limits an implicit key to 1024 characters.
const MAX_KEY = 1000;
const LARGE_MAP = 12;
// Keys that mean the same although they are written differently (`1`, `0x1`, `~`, `null`) start like this:
// one in a mapping is harmless, two have to be compared as values.
const NOT_SURELY_TEXT = /^(?:[-+.~\d]|(?:null|true|false)$)/i;

const withOddKey = new WeakSet<MapNode>();
const names = new WeakMap<MapNode, Set<string>>();

function isKnown(map: MapNode, name: string): boolean {
  if (map.pairs.length < LARGE_MAP) return map.pairs.some((pair) => pair.name === name);
  let known = names.get(map);
  if (known === undefined) {
    known = new Set(map.pairs.map((pair) => pair.name));
    names.set(map, known);
  }
  const size = known.size;
  return known.add(name).size === size;
}

/** Adds a pair to a mapping; gives up on a key that is, or might be, there already. */
export function addPair(cursor: Cursor, map: MapNode, key: ScalarNode, value: Node): void {
  if (key.end - key.start > MAX_KEY) unsure();
  const name = scalarValue(cursor.text, key);
  if (NOT_SURELY_TEXT.test(name)) {
    if (withOddKey.has(map)) unsure();
    withOddKey.add(map);
  }
  if (isKnown(map, name)) unsure();
  map.pairs.push({ name, key, value });
}
