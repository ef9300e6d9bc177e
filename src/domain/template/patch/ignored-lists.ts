import { lookup, lookupMap, type MapNode, type Node, ownPair } from '../read/node.ts';
import { listKey } from './plan-result.ts';

/** A list in a place where no controller reads it. */
export interface IgnoredList {
  path: string;
  offset: number;
}

/** The mapping's own list at this path, where no controller reads it. */
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
 * The `imagePullSecrets` lists in places where people put them by mistake: outside the spec, in a single Argo template
 * or container, or in a ServingTemplate's outer `spec`, as in older examples.
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
