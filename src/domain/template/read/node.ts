/** Where a node is: offsets into the text that it was read from; `end` is exclusive and does not include comments. */
interface Place {
  start: number;
  end: number;
  anchor: string | undefined;
}

type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar does not store its value: `scalarValue` reads it from the text when needed. */
export interface ScalarNode extends Place {
  kind: 'scalar';
  style: ScalarStyle;
  /** For a block scalar: the start of its first content line; otherwise `start`. */
  bodyStart: number;
  /** For a block scalar: the indentation that is not part of its content; otherwise 0. */
  indent: number;
}

export interface Pair {
  name: string;
  key: ScalarNode;
  value: Node;
}

export interface MapNode extends Place {
  kind: 'map';
  flow: boolean;
  pairs: Pair[];
}

export interface SeqNode extends Place {
  kind: 'seq';
  flow: boolean;
  items: Node[];
  /** For a block sequence: the offset of each item's `-`. */
  dashes: number[];
}

/** An alias; `target` is undefined while the anchor's own node is still being read (a cycle). */
export interface AliasNode extends Place {
  kind: 'alias';
  name: string;
  target: Node | undefined;
}

export type Node = ScalarNode | MapNode | SeqNode | AliasNode;

/** The most frequent style of the text, so that new lines look like the old ones. */
export interface DocumentStyle {
  single: number;
  double: number;
  /** How many block sequences are indented n columns from their key. */
  sequenceOffsets: Map<number, number>;
}

export interface TemplateTree {
  /** Offset of the first content. */
  start: number;
  root: Node;
  style: DocumentStyle;
  /** Nodes that an alias points to. */
  shared: Set<Node>;
  /** Offsets of keys that are not scalars: YAML allows them, the reader of Kubernetes and Argo does not. */
  complexKeys: number[];
  /** The ranges of quoted strings, block strings and flow collections, whose lines have no meaning on their own. */
  closed: { start: number; end: number }[];
}

/** The style before anything is counted. */
export function emptyStyle(): DocumentStyle {
  return { single: 0, double: 0, sequenceOffsets: new Map() };
}

type Resolved = Exclude<Node, AliasNode>;

/** The node itself, or the target of an alias; undefined for an alias within its own anchor. */
export function resolveAlias(node: Node): Resolved | undefined {
  let current: Node | undefined = node;
  for (let depth = 0; current?.kind === 'alias' && depth < 50; depth += 1) current = current.target;
  return current?.kind === 'alias' ? undefined : current;
}

/** The mapping's own pair with this name. */
export function ownPair(map: MapNode, name: string): Pair | undefined {
  return map.pairs.find((pair) => pair.name === name);
}

/** The value under this name, including merge keys (`<<`) and aliases. */
export function lookup(map: MapNode, name: string, seen = new Set<MapNode>()): Resolved | undefined {
  // Merged mappings may merge each other repeatedly, so each is searched once.
  seen.add(map);
  const own = ownPair(map, name);
  if (own !== undefined) return resolveAlias(own.value);
  return firstOf(mergePairs(map), (merge) => lookupMerged(merge, name, seen));
}

/** The mapping's own merge keys (`<<`). */
export function mergePairs(map: MapNode): Pair[] {
  return map.pairs.filter(({ name, key }) => name === '<<' && key.style === 'plain');
}

/**
 * The merge key that overrides the mapping's own pair of this name. The YAML rules know no such case, but the reader of
 * Kubernetes and Argo (https://pkg.go.dev/sigs.k8s.io/yaml) lets a merge key after the pair replace it, as kubectl 1.32
 * shows.
 */
export function hidingMerge(map: MapNode, name: string): Pair | undefined {
  const own = ownPair(map, name);
  if (own === undefined) return undefined;
  return mergePairs(map).find(
    (merge) => merge.key.start > own.key.start && lookupMerged(merge, name, new Set([map])) !== undefined,
  );
}

function lookupMerged(merge: Pair, name: string, seen: Set<MapNode>): Resolved | undefined {
  const source = resolveAlias(merge.value);
  return firstOf(source?.kind === 'seq' ? source.items : [merge.value], (item) => {
    const base = resolveAlias(item);
    return base?.kind === 'map' && !seen.has(base) ? lookup(base, name, seen) : undefined;
  });
}

function firstOf<T>(items: readonly T[], find: (item: T) => Resolved | undefined): Resolved | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The value under this name, if it is a mapping. */
export function lookupMap(map: MapNode | undefined, name: string): MapNode | undefined {
  const found = map && lookup(map, name);
  return found?.kind === 'map' ? found : undefined;
}

/** The quotes that the document uses most; double quotes by default. */
export function usualQuote(style: DocumentStyle): 'single' | 'double' {
  return style.single > style.double ? 'single' : 'double';
}
