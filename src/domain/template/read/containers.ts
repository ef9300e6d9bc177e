import { lookup, lookupMap, type MapNode, type Node, resolveAlias } from './node.ts';
import type { ReadDocument } from './read-template.ts';
import type { Spec } from './spec.ts';

/** Where a container is defined: in one form of Argo template, in a plugin, or in KServe. */
type ContainerRole = 'container' | 'script' | 'init' | 'sidecar' | 'set' | 'listed' | 'plugin' | 'serving';

export interface Container {
  map: MapNode;
  /** Such as `spec.templates[0].container`. */
  path: string;
  role: ContainerRole;
  /** The Argo template or the component of an InferenceService that it belongs to. */
  owner: MapNode;
}

const keyed = ['container', 'script'] as const;
const listed = [
  ['initContainers', 'init'],
  ['sidecars', 'sidecar'],
  ['containers', 'listed'],
] as const;

/** The state of a walk. */
interface Walk {
  found: Container[];
  /** Mappings already visited: one that aliases reuse is listed once, and a mapping may contain itself. */
  seen: Set<Node>;
}

type Visit = (map: MapNode, path: string) => void;

function eachItem(map: MapNode, name: string, path: string, visit: Visit): void {
  const list = lookup(map, name);
  if (list?.kind !== 'seq') return;
  for (const [index, item] of list.items.entries()) {
    const target = resolveAlias(item);
    if (target?.kind === 'map') visit(target, `${path}.${name}[${index}]`);
  }
}

function atMap(map: MapNode, name: string, path: string, visit: Visit): void {
  const child = lookupMap(map, name);
  if (child !== undefined) visit(child, `${path}.${name}`);
}

function once(walk: Walk, node: Node, visit: () => void): void {
  if (walk.seen.has(node)) return;
  walk.seen.add(node);
  visit();
}

function taking(walk: Walk, role: ContainerRole, owner: MapNode): Visit {
  return (map, path) => walk.found.push({ map, path, role, owner });
}

/** Walks an Argo template: its containers, and the inline templates of its steps and tasks. */
function walkTemplate(walk: Walk, template: MapNode, path: string): void {
  once(walk, template, () => {
    const take = (role: ContainerRole): Visit => taking(walk, role, template);
    const inline: Visit = (step, at) =>
      atMap(step, 'inline', at, (map, inlinePath) => walkTemplate(walk, map, inlinePath));
    for (const name of keyed) atMap(template, name, path, take(name));
    for (const [name, role] of listed) eachItem(template, name, path, take(role));
    atMap(template, 'containerSet', path, (set, at) => eachItem(set, 'containers', at, take('set')));
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

function walkWorkflow(walk: Walk, root: MapNode, path: string): void {
  atMap(root, 'templateDefaults', path, (template, at) => walkTemplate(walk, template, at));
  eachItem(root, 'templates', path, (template, at) => walkTemplate(walk, template, at));
  // A plugin runs beside the workflow: https://argo-workflows.readthedocs.io/en/latest/executor_plugins/
  eachItem(root, 'executorPlugins', path, (plugin, at) =>
    atMap(plugin, 'spec', at, (spec, specPath) =>
      atMap(spec, 'sidecar', specPath, (sidecar, sidecarPath) =>
        atMap(sidecar, 'container', sidecarPath, (map, mapPath) => {
          walk.found.push({ map, path: mapPath, role: 'plugin', owner: plugin });
        }),
      ),
    ),
  );
}

/** Walks one component of a KServe InferenceService: a pod, perhaps with a model server (`model`, `sklearn`, …). */
function walkComponent(walk: Walk, component: MapNode, path: string): void {
  once(walk, component, () => {
    const take = taking(walk, 'serving', component);
    for (const [name] of listed) eachItem(component, name, path, take);
    for (const { name, value } of component.pairs) {
      const part = resolveAlias(value);
      if (part?.kind !== 'map') continue;
      if (name === 'workerSpec') walkComponent(walk, part, `${path}.${name}`);
      else take(part, `${path}.${name}`);
    }
  });
}

/** The document's spec, if it has a readable one. */
export function readableSpec({ spec }: ReadDocument): Spec | undefined {
  return spec === undefined || 'problem' in spec ? undefined : spec;
}

/**
 * Every container that a document's templates may start, in order; for a ServingTemplate also the mappings that may be
 * model servers. Offsets are into the spec's own text. Empty for a document without a spec.
 */
export function listContainers(document: ReadDocument): Container[] {
  const { rule } = document.head;
  const spec = readableSpec(document);
  if (rule === undefined || spec === undefined) return [];
  const walk: Walk = { found: [], seen: new Set() };
  const path = rule.path.join('.');
  if (!rule.serving) walkWorkflow(walk, spec.root, path);
  else
    for (const name of ['predictor', 'transformer', 'explainer'])
      atMap(spec.root, name, path, (component, at) => walkComponent(walk, component, at));
  return walk.found;
}

/** True if the mapping has a non-empty command. */
export function hasCommand(container: MapNode): boolean {
  const command = lookup(container, 'command');
  return command?.kind === 'seq'
    ? command.items.length > 0
    : command !== undefined && command.start < command.end;
}

/** True if `templateDefaults` supplies the command of containers without one. */
export function hasDefaultCommand(spec: Spec): boolean {
  const container = lookupMap(lookupMap(spec.root, 'templateDefaults'), 'container');
  return container !== undefined && hasCommand(container);
}
