import {
  lookup,
  type MapNode,
  type Node,
  ownPair,
  resolveAlias,
  type ScalarNode,
  type SeqNode,
} from './node.ts';
import { isNotText } from '../text/yaml-scalar.ts';
import { scalarValue } from './scalar-value.ts';

/** One entry of an `imagePullSecrets` list. */
export interface SecretEntry {
  node: Node;
  /** Null if the entry is no mapping with a scalar `name`. */
  name: string | null;
  /** The scalar that holds the name, if it stands in the list itself. */
  nameNode: ScalarNode | null;
  /** Where a name that was left empty belongs: behind this key. */
  emptyKey: ScalarNode | null;
  kind: 'name' | 'placeholder' | 'number-like' | 'other';
}

const placeholder = /^<[^<>]*>$/;

/** True for `<Name of your Docker registry secret>` and the like. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value.trim());
}

function readEntry(source: string, node: Node): SecretEntry {
  const entry: SecretEntry = { node, name: null, nameNode: null, emptyKey: null, kind: 'other' };
  const target = resolveAlias(node);
  if (target?.kind === 'scalar' && isPlaceholder(scalarValue(source, target))) {
    return node.kind === 'alias' ? entry : { ...entry, nameNode: target, kind: 'placeholder' };
  }
  if (target?.kind !== 'map') return entry;
  const value = lookup(target, 'name');
  if (value?.kind !== 'scalar') return entry;
  const name = scalarValue(source, value);
  const own = node.kind === 'map' ? ownPair(node, 'name') : undefined;
  const isOwn = own?.value === value;
  if (isOwn) entry.nameNode = value;
  if (name === '' || isPlaceholder(name)) {
    if (!isOwn) return entry;
    return { ...entry, emptyKey: value.start === value.end ? own.key : null, kind: 'placeholder' };
  }
  const numberLike = value.style === 'plain' && isNotText(name);
  return { ...entry, name, kind: numberLike ? 'number-like' : 'name' };
}

/** The entries of a list, in order. */
export function readEntries(source: string, list: SeqNode): SecretEntry[] {
  return list.items.map((item) => readEntry(source, item));
}

/** The names that a mapping's list holds as text, by whatever way (alias, merge key); null if there is no list. */
export function namesIn(source: string, owner: MapNode): string[] | null {
  const list = lookup(owner, 'imagePullSecrets');
  if (list?.kind !== 'seq') return null;
  return readEntries(source, list).flatMap(({ name, kind }) =>
    kind === 'name' && name !== null ? [name] : [],
  );
}
