import { lookup, lookupMap, type MapNode, type Node } from './node.ts';
import { scalarValue } from './scalar-value.ts';

/** Where a kind of template keeps its pods' settings, and the API group that the kind belongs to. */
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

/** What a document says it is; with `reason` if it is none of the kinds that have a rule. */
export interface DocumentHead {
  kind: string | undefined;
  name: string | undefined;
  rule?: KindRule;
  reason?: LeftAloneReason;
  /** True for a Kubernetes `Secret`: a repository that holds one is not synchronised at all. */
  isSecret: boolean;
}

/** The text that a scalar under this name holds. */
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
  // A missing apiVersion is forgiven: the kinds' names are telling enough.
  const sameGroup = apiVersion === undefined || apiVersion.startsWith(`${rule.group}/`);
  return sameGroup ? { kind, name, rule, isSecret } : { kind, name, reason: 'other-api-group', isSecret };
}
