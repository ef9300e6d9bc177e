import { encodeScalar } from '../../text/yaml-scalar.ts';
import { type Container, listContainers, readableSpec } from '../read/containers.ts';
import { looksLikeJson } from '../read/inner-text.ts';
import { lookup, lookupMap, type MapNode, type ScalarNode } from '../read/node.ts';
import type { ReadDocument, ReadTemplate } from '../read/read-template.ts';
import { scalarValue } from '../read/scalar-value.ts';
import type { Spec } from '../read/spec.ts';
import { type Edit, lineBreakOf, type TextView } from '../read/text-view.ts';

/** A template that AI Core makes an executable of, with the parts that the rules check. */
export interface Subject {
  readonly index: number;
  readonly isServing: boolean;
  /** The whole text, and the document's own mappings in it. */
  readonly view: TextView;
  readonly root: MapNode;
  readonly metadata: MapNode | undefined;
  readonly name: string | undefined;
  readonly scenario: string | undefined;
  /** The spec of the workflow or InferenceService; undefined if it cannot be read. */
  readonly spec: Spec | undefined;
  readonly containers: readonly Container[];
}

/** The node under this name, if it is a scalar. */
export function scalarAt(map: MapNode | undefined, name: string): ScalarNode | undefined {
  const node = map && lookup(map, name);
  return node?.kind === 'scalar' ? node : undefined;
}

/** The edit that replaces a scalar's value and keeps its quotes, as JSON requires. Undefined for a block scalar. */
export function replaceScalar({ style, start, end }: ScalarNode, value: string): Edit | undefined {
  const isBlock = style === 'literal' || style === 'folded';
  return isBlock ? undefined : { start, end, insert: encodeScalar(value, style, 'double') };
}

/** The text of the scalar under this name; undefined if it is empty. */
export function valueAt(view: TextView, map: MapNode | undefined, name: string): string | undefined {
  const node = scalarAt(map, name);
  const value = node && scalarValue(view.source, node);
  return value === '' ? undefined : value;
}

function subjectOf({ body }: ReadTemplate, document: ReadDocument): Subject | undefined {
  const { index, tree, head } = document;
  const isExecutable = head.kind === 'WorkflowTemplate' || head.kind === 'ServingTemplate';
  if (!isExecutable || head.rule === undefined || tree.root.kind !== 'map') return undefined;
  const { root, style } = tree;
  const view = {
    source: body,
    masked: body,
    eol: lineBreakOf(body),
    style,
    json: looksLikeJson(root),
  };
  const metadata = lookupMap(root, 'metadata');
  return {
    index,
    isServing: head.rule.serving,
    view,
    root,
    metadata,
    name: valueAt(view, metadata, 'name'),
    scenario: valueAt(view, lookupMap(metadata, 'labels'), 'scenarios.ai.sap.com/id'),
    spec: readableSpec(document),
    containers: listContainers(document),
  };
}

/** The WorkflowTemplates and ServingTemplates of a text: the only kinds with pull secrets that become executables. */
export function listSubjects(template: ReadTemplate): Subject[] {
  return template.documents.flatMap((document) => subjectOf(template, document) ?? []);
}
