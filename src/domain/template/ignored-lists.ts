import { lookup, type MapNode, type Node, ownPair } from './node.ts';
import { listKey } from './plan-result.ts';

/** A list that no controller reads at the place where it stands. */
export interface IgnoredList {
  path: string;
  offset: number;
}

function asMap(node: Node | null): MapNode | null {
  return node?.kind === 'map' ? node : null;
}

/** The list that the mapping at this path itself holds, though no controller reads it there. */
export function ignoredListIn(map: Node | null, path: string): IgnoredList[] {
  const pair = map?.kind === 'map' ? ownPair(map, listKey) : undefined;
  return pair === undefined
    ? []
    : [{ path: path === '' ? listKey : `${path}.${listKey}`, offset: pair.key.start }];
}

function inTemplates(spec: MapNode | null): IgnoredList[] {
  const templates = spec === null ? null : lookup(spec, 'templates');
  const found: IgnoredList[] = [];
  if (templates?.kind !== 'seq') return found;
  for (const [index, item] of templates.items.entries()) {
    const template = asMap(item);
    const path = `spec.templates[${index}]`;
    found.push(...ignoredListIn(template, path));
    if (template === null) continue;
    for (const part of ['container', 'script'])
      found.push(...ignoredListIn(asMap(lookup(template, part)), `${path}.${part}`));
  }
  return found;
}

/**
 * The `imagePullSecrets` lists at places where people put them by mistake: outside the spec, in a single Argo
 * template or container, or at a ServingTemplate's outer `spec`, where older examples have it.
 */
export function ignoredLists(root: Node, serving: boolean): IgnoredList[] {
  const map = asMap(root);
  if (map === null) return [];
  const spec = asMap(lookup(map, 'spec'));
  const top = ignoredListIn(map, '');
  if (!serving) return [...top, ...inTemplates(spec)];
  const template = spec === null ? null : asMap(lookup(spec, 'template'));
  return [...top, ...ignoredListIn(spec, 'spec'), ...ignoredListIn(template, 'spec.template')];
}
