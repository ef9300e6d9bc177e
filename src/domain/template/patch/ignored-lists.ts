import { lookup, lookupMap, type MapNode, type Node, ownPair } from '../read/node.ts';
import { listKey } from './plan-result.ts';

/** A list that no controller reads at the place where it stands. */
export interface IgnoredList {
  path: string;
  offset: number;
}

/** The list that the mapping at this path itself holds, though no controller reads it there. */
export function ignoredListIn(map: Node | undefined, path: string): IgnoredList[] {
  const pair = map?.kind === 'map' ? ownPair(map, listKey) : undefined;
  return pair === undefined
    ? []
    : [{ path: path === '' ? listKey : `${path}.${listKey}`, offset: pair.key.start }];
}

function inTemplates(spec: MapNode | undefined): IgnoredList[] {
  const templates = spec && lookup(spec, 'templates');
  if (templates?.kind !== 'seq') return [];
  return templates.items.flatMap((item, index) => {
    const template = item.kind === 'map' ? item : undefined;
    const path = `spec.templates[${index}]`;
    return [
      ...ignoredListIn(template, path),
      ...['container', 'script'].flatMap((part) =>
        ignoredListIn(lookupMap(template, part), `${path}.${part}`),
      ),
    ];
  });
}

/**
 * The `imagePullSecrets` lists at places where people put them by mistake: outside the spec, in a single Argo
 * template or container, or at a ServingTemplate's outer `spec`, where older examples have it.
 */
export function ignoredLists(root: Node, serving: boolean): IgnoredList[] {
  if (root.kind !== 'map') return [];
  const spec = lookupMap(root, 'spec');
  const top = ignoredListIn(root, '');
  if (!serving) return [...top, ...inTemplates(spec)];
  return [
    ...top,
    ...ignoredListIn(spec, 'spec'),
    ...ignoredListIn(lookupMap(spec, 'template'), 'spec.template'),
  ];
}
