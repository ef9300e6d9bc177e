import type { EarlyReader } from '../../keyring/knative-keyring.ts';
import { hasPlaceholder } from '../read/mask.ts';
import { lookup, lookupMap, type MapNode, type Node, resolveAlias } from '../read/node.ts';
import type { ReadDocument, ReadTemplate } from '../read/read-template.ts';
import { scalarValue } from '../read/scalar-value.ts';
import type { Spec } from '../read/spec.ts';
import { fillIn, type Parameters, readParameters } from './parameters.ts';

/** One image reference of a template. */
export interface TemplateImage {
  /** Place of its document among those that are not empty, from 0. */
  documentIndex: number;
  kind: string;
  /** The path of the reference, such as `spec.templates[0].container.image`. */
  path: string;
  /** From 1; for a container that is shared by an anchor, the line where the image is written. */
  line: number;
  /** The text as the container runtime gets it, placeholders included. */
  image: string;
  /** True if the text holds a `{{…}}` that is filled in later. */
  hasPlaceholder: boolean;
  /** The text with the parameters' own values and defaults in it, where there are any. */
  filledIn?: string;
  /** Who reads the image before the kubelet, if anybody does. */
  earlyReader?: EarlyReader;
}

interface Found {
  path: string;
  offset: number;
  image: string;
  filledIn: string | undefined;
  earlyReader: EarlyReader | undefined;
}

/** The text being read, and what is known on the way down. */
interface Walk {
  spec: Spec;
  found: Found[];
  /** Mappings that were walked: one that is used again by an alias is listed once, and may hold itself. */
  seen: Set<Node>;
  /** Parameters of the whole workflow, or of the ServingTemplate. */
  parameters: Parameters;
  /** True if Argo takes the command of containers that have none from `templateDefaults`. */
  hasDefaultCommand: boolean;
}

const keyedContainers = ['container', 'script'];
const containerLists = ['initContainers', 'sidecars', 'containers'];

function addImage(
  walk: Walk,
  container: MapNode,
  path: string,
  earlyReader: EarlyReader | undefined,
  inputs: Parameters = new Map(),
): void {
  const node = lookup(container, 'image');
  if (node?.kind !== 'scalar') return;
  const image = scalarValue(walk.spec.view.source, node);
  if (image === '') return;
  const filledIn = fillIn(image, inputs, walk.parameters);
  const offset = walk.spec.toOuter(node.start);
  walk.found.push({ path: `${path}.image`, offset, image, filledIn, earlyReader });
}

function eachItem(
  map: MapNode,
  name: string,
  path: string,
  visit: (item: MapNode, path: string) => void,
): void {
  const list = lookup(map, name);
  if (list?.kind !== 'seq') return;
  for (const [index, item] of list.items.entries()) {
    const target = resolveAlias(item);
    if (target?.kind === 'map') visit(target, `${path}.${name}[${index}]`);
  }
}

function atMap(
  map: MapNode,
  name: string,
  path: string,
  visit: (child: MapNode, path: string) => void,
): void {
  const child = lookupMap(map, name);
  if (child !== undefined) visit(child, `${path}.${name}`);
}

function once(walk: Walk, node: Node, visit: () => void): void {
  if (walk.seen.has(node)) return;
  walk.seen.add(node);
  visit();
}

function hasCommand(container: MapNode): boolean {
  const command = lookup(container, 'command');
  return command?.kind === 'seq'
    ? command.items.length > 0
    : command !== undefined && command.start < command.end;
}

/** An Argo template: its containers, and the templates that its steps and tasks hold inline. */
function walkTemplate(walk: Walk, template: MapNode, path: string): void {
  once(walk, template, () => {
    const { source } = walk.spec.view;
    const inputs = readParameters(source, template, 'inputs', 'inputs');
    const pulled = (map: MapNode, at: string): void => addImage(walk, map, at, undefined, inputs);
    // Argo looks up every container but the init containers, if it has no command.
    const started = (map: MapNode, at: string): void =>
      addImage(walk, map, at, hasCommand(map) || walk.hasDefaultCommand ? undefined : 'argo', inputs);
    const inline = (step: MapNode, at: string): void =>
      atMap(step, 'inline', at, (map, inlinePath) => walkTemplate(walk, map, inlinePath));
    for (const name of keyedContainers) atMap(template, name, path, started);
    for (const name of containerLists)
      eachItem(template, name, path, name === 'initContainers' ? pulled : started);
    atMap(template, 'containerSet', path, (set, at) => eachItem(set, 'containers', at, started));
    atMap(template, 'dag', path, (dag, at) => eachItem(dag, 'tasks', at, inline));
    const steps = lookup(template, 'steps');
    if (steps?.kind !== 'seq') return;
    for (const [group, item] of steps.items.entries()) {
      const parallel = resolveAlias(item);
      if (parallel?.kind !== 'seq') continue;
      for (const [index, step] of parallel.items.entries()) {
        const map = resolveAlias(step);
        if (map?.kind === 'map') inline(map, `${path}.steps[${group}][${index}]`);
      }
    }
  });
}

function walkWorkflow(walk: Walk, path: string): void {
  const { root } = walk.spec;
  const defaults = lookupMap(root, 'templateDefaults');
  const container = lookupMap(defaults, 'container');
  walk.hasDefaultCommand = container !== undefined && hasCommand(container);
  atMap(root, 'templateDefaults', path, (template, at) => walkTemplate(walk, template, at));
  eachItem(root, 'templates', path, (template, at) => walkTemplate(walk, template, at));
  // A plugin runs beside the workflow: https://argo-workflows.readthedocs.io/en/latest/executor_plugins/
  eachItem(root, 'executorPlugins', path, (plugin, at) =>
    atMap(plugin, 'spec', at, (spec, specPath) =>
      atMap(spec, 'sidecar', specPath, (sidecar, sidecarPath) =>
        atMap(sidecar, 'container', sidecarPath, (map, mapPath) => addImage(walk, map, mapPath, undefined)),
      ),
    ),
  );
}

/** One component of a KServe InferenceService: a pod, perhaps with a model server (`model`, `sklearn`, …). */
function walkComponent(walk: Walk, component: MapNode, path: string): void {
  once(walk, component, () => {
    for (const name of containerLists)
      eachItem(component, name, path, (map, at) => addImage(walk, map, at, 'knative'));
    for (const { name, value } of component.pairs) {
      const part = resolveAlias(value);
      if (part?.kind !== 'map') continue;
      if (name === 'workerSpec') walkComponent(walk, part, `${path}.${name}`);
      else addImage(walk, part, `${path}.${name}`, 'knative');
    }
  });
}

function walkService(walk: Walk, path: string): void {
  for (const name of ['predictor', 'transformer', 'explainer']) {
    atMap(walk.spec.root, name, path, (component, at) => walkComponent(walk, component, at));
  }
}

function findImages(body: string, { tree, head: { rule }, spec }: ReadDocument): Found[] {
  if (rule === undefined || spec === undefined || 'problem' in spec) return [];
  const root = tree.root.kind === 'map' ? tree.root : undefined;
  const parameters = rule.serving
    ? readParameters(body, lookupMap(root, 'spec'), 'inputs', 'inputs')
    : readParameters(body, spec.root, 'arguments', 'workflow');
  const walk: Walk = { spec, found: [], seen: new Set(), parameters, hasDefaultCommand: false };
  const path = rule.path.join('.');
  if (rule.serving) walkService(walk, path);
  else walkWorkflow(walk, path);
  return walk.found;
}

/**
 * Every image that the templates of a text start: containers, init containers, sidecars, scripts, container
 * sets, inline and default templates, executor plugins; for a ServingTemplate the predictor's (transformer's,
 * explainer's) containers and model servers, also inside the block string. Empty for a text that cannot be read.
 */
export function listTemplateImages({ body, documents, positionOf }: ReadTemplate): TemplateImage[] {
  return documents.flatMap((document) =>
    findImages(body, document).map(({ path, offset, image, filledIn, earlyReader }) => ({
      documentIndex: document.index,
      kind: document.head.kind ?? '',
      path,
      line: positionOf(offset).line,
      image,
      hasPlaceholder: hasPlaceholder(image),
      ...(filledIn !== undefined && { filledIn }),
      ...(earlyReader !== undefined && { earlyReader }),
    })),
  );
}
