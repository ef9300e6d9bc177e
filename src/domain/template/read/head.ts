import { lookup, lookupMap, type MapNode, type Node } from './node.ts';
import { scalarValue } from './scalar-value.ts';

/** Where a kind of template keeps its pod settings, and the API group of the kind. */
export interface KindRule {
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

/** What a document declares itself to be; `reason` is set if its kind has no rule. */
export interface DocumentHead {
  kind: string | undefined;
  name: string | undefined;
  rule?: KindRule;
  reason?: LeftAloneReason;
  /** True for a Kubernetes `Secret`: a repository that contains one is not synchronised at all. */
  isSecret: boolean;
}

/** The text of the scalar under this name. */
export function textAt(text: string, map: MapNode | undefined, name: string): string | undefined {
  const node = map && lookup(map, name);
  return node?.kind === 'scalar' ? scalarValue(text, node) : undefined;
}

/** Reads kind, name and API group of a document. */
export function readHead(text: string, root: Node): DocumentHead {
  const map = root.kind === 'map' ? root : undefined;
  const kind = textAt(text, map, 'kind');
  const metadata = map && lookupMap(map, 'metadata');
  const name = textAt(text, metadata, 'name') ?? textAt(text, metadata, 'generateName');
  const apiVersion = textAt(text, map, 'apiVersion');
  const isSecret = kind === 'Secret' && (apiVersion ?? 'v1') === 'v1';
  if (kind === undefined) return { kind, name, reason: 'no-kind', isSecret };
  const rule = rules.get(kind);
  if (rule === undefined) return { kind, name, reason: 'other-kind', isSecret };
  // A missing apiVersion is accepted: the names of the kinds are clear enough.
  const sameGroup = apiVersion === undefined || apiVersion.startsWith(`${rule.group}/`);
  return sameGroup ? { kind, name, rule, isSecret } : { kind, name, reason: 'other-api-group', isSecret };
}
