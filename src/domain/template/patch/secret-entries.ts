import { isUnfilledPiece } from '../../text/placeholder.ts';
import { isNotText } from '../../text/yaml-scalar.ts';
import {
  lookup,
  type MapNode,
  type Node,
  ownPair,
  resolveAlias,
  type ScalarNode,
  type SeqNode,
} from '../read/node.ts';
import { scalarValue } from '../read/scalar-value.ts';
import { listKey } from './plan-result.ts';

/** One entry of an `imagePullSecrets` list. */
export interface SecretEntry {
  node: Node;
  /** Undefined if the entry is not a mapping with a scalar `name`, or contains a placeholder. */
  name?: string;
  /** The scalar with the name, if it is written in the list itself. */
  nameNode?: ScalarNode;
  /** For an empty name: the key after which it belongs. */
  emptyKey?: ScalarNode;
  kind: 'name' | 'placeholder' | 'number-like' | 'other';
}

function readEntry(source: string, node: Node, replace: ReadonlySet<string>): SecretEntry {
  const entry: SecretEntry = { node, kind: 'other' };
  const target = resolveAlias(node);
  if (target?.kind === 'scalar' && isUnfilledPiece(scalarValue(source, target))) {
    return node.kind === 'alias' ? entry : { ...entry, nameNode: target, kind: 'placeholder' };
  }
  if (target?.kind !== 'map') return entry;
  const value = lookup(target, 'name');
  if (value?.kind !== 'scalar') return entry;
  const name = scalarValue(source, value);
  const own = node.kind === 'map' ? ownPair(node, 'name') : undefined;
  const isOwn = own?.value === value;
  if (isOwn) entry.nameNode = value;
  if (name === '' || isUnfilledPiece(name) || (isOwn && replace.has(name))) {
    if (!isOwn) return entry;
    return { ...entry, ...(value.start === value.end && { emptyKey: own.key }), kind: 'placeholder' };
  }
  const numberLike = value.style === 'plain' && isNotText(name);
  return { ...entry, name, kind: numberLike ? 'number-like' : 'name' };
}

const nothing: ReadonlySet<string> = new Set();

/** The entries of a list, in order; entries with a name in `replace` count as placeholders. */
export function readEntries(source: string, list: SeqNode, replace = nothing): SecretEntry[] {
  return list.items.map((item) => readEntry(source, item, replace));
}

export interface NamedSecret {
  name: string;
  /** Offset of the entry in the list. */
  offset: number;
}

/** The text names in a mapping's list, including lists from an alias or merge key. */
export function namesIn(source: string, owner: MapNode): NamedSecret[] {
  const list = lookup(owner, listKey);
  if (list?.kind !== 'seq') return [];
  return readEntries(source, list).flatMap(({ name, kind, node }) =>
    kind === 'name' && name !== undefined ? [{ name, offset: node.start }] : [],
  );
}
