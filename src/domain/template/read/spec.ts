import type { KindRule } from './head.ts';
import { looksLikeJson, openInnerText } from './inner-text.ts';
import { hidingMerge, lookup, type MapNode, type Node, ownPair, type TemplateTree } from './node.ts';
import type { ProblemAt } from './problem.ts';
import { type Edit, lineBreakOf, type TextView } from './text-view.ts';

/** The mapping with the pod settings of one document: the spec of a workflow or an InferenceService. */
export interface Spec {
  view: TextView;
  root: MapNode;
  /** The nodes from the document's root down to the mapping, in both texts. */
  path: Node[];
  /** Nodes that an alias points to, in both texts. */
  shared: ReadonlySet<Node>;
  /** True if the mapping is in a string of the template. */
  isInner: boolean;
  /** Converts an offset in `view` to one in the template. */
  toOuter: (offset: number) => number;
  /** Converts an edit in `view` to one of the template; undefined if the string around it cannot contain it. */
  toOuterEdit: (edit: Edit) => Edit | undefined;
}

export interface Failed {
  problem: ProblemAt;
}

/** The mapping's own value under this name; `path` describes it to the user. */
export function step(map: MapNode, name: string, path: string): { node: Node } | Failed {
  const pair = ownPair(map, name);
  if (pair === undefined) {
    const code = lookup(map, name) === undefined ? 'place-missing' : 'aliased-place';
    return { problem: { code, offset: map.start, detail: path } };
  }
  const { value } = pair;
  if (value.kind === 'alias' || hidingMerge(map, name) !== undefined)
    return { problem: { code: 'aliased-place', offset: value.start, detail: path } };
  if (value.start === value.end)
    return { problem: { code: 'place-missing', offset: pair.key.start, detail: path } };
  return { node: value };
}

/** Returns the node if it is a mapping. */
export function mapAt(node: Node, detail: string): MapNode | Failed {
  return node.kind === 'map'
    ? node
    : { problem: { code: 'place-not-a-mapping', offset: node.start, detail } };
}

/** Finds the spec of a document whose kind has a rule, or the problem on the way there. */
export function findSpec(text: string, masked: string, tree: TemplateTree, rule: KindRule): Spec | Failed {
  const path: Node[] = [tree.root];
  let node = tree.root;
  for (const [index, name] of rule.path.entries()) {
    const map = mapAt(node, rule.path.slice(0, index).join('.'));
    if ('problem' in map) return map;
    const next = step(map, name, rule.path.slice(0, index + 1).join('.'));
    if ('problem' in next) return next;
    node = next.node;
    path.push(node);
  }
  const { style, shared } = tree;
  const view = { source: text, masked, eol: lineBreakOf(text), style, json: looksLikeJson(tree.root) };
  if (rule.serving && node.kind === 'scalar') {
    const inner = openInnerText(view, node);
    if ('problem' in inner) return inner;
    path.push(inner.root);
    return { ...inner, path, shared: new Set([...shared, ...inner.tree.shared]), isInner: true };
  }
  const root = mapAt(node, rule.path.join('.'));
  if ('problem' in root) return root;
  return {
    view,
    root,
    path,
    shared,
    isInner: false,
    toOuter: (offset) => offset,
    toOuterEdit: (edit) => edit,
  };
}
