import { type InnerText, looksLikeJson, openInnerText } from './inner-text.ts';
import { lookup, type MapNode, type Node, ownPair, type TemplateTree } from './node.ts';
import type { ProblemAt } from './problem.ts';
import { scalarValue } from './scalar-value.ts';
import { type Edit, lineBreakOf, type TextView } from './text-view.ts';

/** Where a kind of template keeps its pod's settings, and the API group that the kind belongs to. */
interface KindRule {
  group: string;
  path: readonly string[];
  serving: boolean;
}

const workflow: KindRule = { group: 'argoproj.io', path: ['spec'], serving: false };

const rules = new Map<string, KindRule>([
  ['WorkflowTemplate', workflow],
  ['ClusterWorkflowTemplate', workflow],
  ['Workflow', workflow],
  ['CronWorkflow', { ...workflow, path: ['spec', 'workflowSpec'] }],
  ['ServingTemplate', { group: 'ai.sap.com', path: ['spec', 'template', 'spec'], serving: true }],
]);

export type LeftAloneReason = 'no-kind' | 'other-kind' | 'other-api-group';

export interface DocumentHead {
  kind: string | null;
  name: string | null;
  rule: KindRule | null;
  reason: LeftAloneReason | null;
}

function textAt(text: string, map: MapNode, name: string): string | null {
  const node = lookup(map, name);
  return node?.kind === 'scalar' ? scalarValue(text, node) : null;
}

/** What a document says it is. */
export function readHead(text: string, root: Node): DocumentHead {
  if (root.kind !== 'map') return { kind: null, name: null, rule: null, reason: 'no-kind' };
  const kind = textAt(text, root, 'kind');
  const metadata = lookup(root, 'metadata');
  const map = metadata?.kind === 'map' ? metadata : null;
  const name = map === null ? null : (textAt(text, map, 'name') ?? textAt(text, map, 'generateName'));
  if (kind === null) return { kind, name, rule: null, reason: 'no-kind' };
  const rule = rules.get(kind);
  if (rule === undefined) return { kind, name, rule: null, reason: 'other-kind' };
  const apiVersion = textAt(text, root, 'apiVersion');
  // A missing apiVersion is forgiven: the kinds' names are telling enough.
  const sameGroup = apiVersion === null || apiVersion.startsWith(`${rule.group}/`);
  return { kind, name, rule: sameGroup ? rule : null, reason: sameGroup ? null : 'other-api-group' };
}

/** The mapping that holds, or shall hold, the `imagePullSecrets` of one document. */
export interface Place {
  view: TextView;
  owner: MapNode;
  /** The nodes from the root down to the owner, in both texts. */
  path: Node[];
  shared: Set<Node>;
  inner: InnerText | null;
  toOuter: (offset: number) => number;
  toOuterEdit: (edit: Edit) => Edit | null;
}

/** The view of a whole document. */
export function viewOf(text: string, tree: TemplateTree): TextView {
  return {
    source: text,
    masked: text,
    eol: lineBreakOf(text),
    style: tree.style,
    json: looksLikeJson(tree.root),
  };
}

function step(map: MapNode, name: string, path: string): { node: Node } | { problem: ProblemAt } {
  const pair = ownPair(map, name);
  if (pair === undefined) {
    const code = lookup(map, name) === null ? 'place-missing' : 'aliased-place';
    return { problem: { code, offset: map.start, detail: path } };
  }
  const { value } = pair;
  if (value.kind === 'alias')
    return { problem: { code: 'aliased-place', offset: value.start, detail: path } };
  if (value.start === value.end)
    return { problem: { code: 'place-missing', offset: pair.key.start, detail: path } };
  return { node: value };
}

function mapAt(node: Node, detail: string): MapNode | { problem: ProblemAt } {
  return node.kind === 'map'
    ? node
    : { problem: { code: 'place-not-a-mapping', offset: node.start, detail } };
}

function findPredictor(root: MapNode, path: Node[]): MapNode | { problem: ProblemAt } {
  const found = step(root, 'predictor', 'predictor');
  if ('problem' in found) return found;
  path.push(found.node);
  return mapAt(found.node, 'predictor');
}

/** Finds the place of a document whose kind has a rule, or says what is wrong on the way there. */
export function findPlace(text: string, tree: TemplateTree, rule: KindRule): Place | { problem: ProblemAt } {
  const view = viewOf(text, tree);
  const path: Node[] = [tree.root];
  let node = tree.root;
  for (const [index, name] of rule.path.entries()) {
    const detail = rule.path.slice(0, index + 1).join('.');
    const map = mapAt(node, rule.path.slice(0, index).join('.'));
    if ('problem' in map) return map;
    const next = step(map, name, detail);
    if ('problem' in next) return next;
    node = next.node;
    path.push(node);
  }
  const outer = {
    view,
    path,
    shared: tree.shared,
    inner: null,
    toOuter: (offset: number) => offset,
    toOuterEdit: (edit: Edit) => edit,
  };
  if (rule.serving && node.kind === 'scalar') {
    const inner = openInnerText(view, node);
    if ('problem' in inner) return inner;
    path.push(inner.root);
    const owner = findPredictor(inner.root, path);
    if ('problem' in owner)
      return { problem: { ...owner.problem, offset: inner.toOuter(owner.problem.offset) } };
    const shared = new Set([...tree.shared, ...inner.tree.shared]);
    return {
      view: inner.view,
      owner,
      path,
      shared,
      inner,
      toOuter: inner.toOuter,
      toOuterEdit: inner.toOuterEdit,
    };
  }
  const map = mapAt(node, rule.path.join('.'));
  if ('problem' in map) return map;
  const owner = rule.serving ? findPredictor(map, path) : map;
  return 'problem' in owner ? owner : { ...outer, owner };
}
