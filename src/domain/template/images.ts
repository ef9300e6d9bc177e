import { hasPlaceholder } from './mask.ts';
import { lookup, type MapNode, type Node, resolveAlias, type TemplateTree } from './node.ts';
import { parseTemplate, splitByteOrderMark } from './parse.ts';
import { openInnerText } from './inner-text.ts';
import { readHead, viewOf } from './places.ts';
import { lineIndex } from './position.ts';
import { scalarValue } from './scalar-value.ts';
import type { TextView } from './text-view.ts';

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
}

/** The text being read, and how to get from its offsets to those of the whole template. */
interface Walk {
  view: TextView;
  toOuter: (offset: number) => number;
  found: { path: string; offset: number; image: string }[];
  /** Mappings on the way down, against anchors that hold themselves. */
  open: Set<Node>;
}

const keyedContainers = ['container', 'script'];
const containerLists = ['initContainers', 'sidecars', 'containers'];

function addImage(walk: Walk, container: MapNode, path: string): void {
  const node = lookup(container, 'image');
  if (node === null || node.kind === 'seq') return;
  const { source } = walk.view;
  let image: string;
  if (node.kind === 'scalar') image = scalarValue(source, node);
  // An unquoted `{{x}}` in YAML that is not masked is a mapping in a mapping.
  else if (source.startsWith('{{', node.start)) image = source.slice(node.start, node.end);
  else return;
  if (image !== '') walk.found.push({ path: `${path}.image`, offset: walk.toOuter(node.start), image });
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
  const child = lookup(map, name);
  if (child?.kind === 'map') visit(child, path === '' ? name : `${path}.${name}`);
}

function guarded(walk: Walk, node: MapNode, visit: () => void): void {
  if (walk.open.has(node)) return;
  walk.open.add(node);
  visit();
  walk.open.delete(node);
}

/** An Argo template: its containers, and the templates that its steps and tasks hold inline. */
function walkTemplate(walk: Walk, template: MapNode, path: string): void {
  const container = (map: MapNode, at: string): void => addImage(walk, map, at);
  guarded(walk, template, () => {
    const inline = (step: MapNode, at: string): void =>
      atMap(step, 'inline', at, (map, inlinePath) => walkTemplate(walk, map, inlinePath));
    for (const name of keyedContainers) atMap(template, name, path, container);
    for (const name of containerLists) eachItem(template, name, path, container);
    atMap(template, 'containerSet', path, (set, at) => eachItem(set, 'containers', at, container));
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

function walkWorkflow(walk: Walk, spec: MapNode, path: string): void {
  atMap(spec, 'templateDefaults', path, (template, at) => walkTemplate(walk, template, at));
  eachItem(spec, 'templates', path, (template, at) => walkTemplate(walk, template, at));
}

/** One component of a KServe InferenceService: a pod, perhaps with a model server (`model`, `sklearn`, …). */
function walkComponent(walk: Walk, component: MapNode, path: string): void {
  guarded(walk, component, () => {
    for (const name of containerLists) eachItem(component, name, path, (map, at) => addImage(walk, map, at));
    for (const { name } of component.pairs) {
      if (name === 'workerSpec') atMap(component, name, path, (map, at) => walkComponent(walk, map, at));
      else atMap(component, name, path, (map, at) => addImage(walk, map, at));
    }
  });
}

function walkService(walk: Walk, service: MapNode, path: string): void {
  for (const name of ['predictor', 'transformer', 'explainer']) {
    atMap(service, name, path, (component, at) => walkComponent(walk, component, at));
  }
}

function walkDocument(text: string, tree: TemplateTree): Walk['found'] {
  const walk: Walk = { view: viewOf(text, tree), toOuter: (offset) => offset, found: [], open: new Set() };
  const { rule } = readHead(text, tree.root);
  let node: Node | null = tree.root;
  for (const name of rule?.path ?? []) node = node?.kind === 'map' ? lookup(node, name) : null;
  if (rule === null || node === null) return [];
  const path = rule.path.join('.');
  if (node.kind === 'map') {
    if (rule.serving) walkService(walk, node, path);
    else walkWorkflow(walk, node, path);
  } else if (rule.serving && node.kind === 'scalar') {
    const inner = openInnerText(walk.view, node);
    if (!('problem' in inner)) {
      const innerWalk: Walk = { ...walk, view: inner.view, toOuter: inner.toOuter };
      walkService(innerWalk, inner.root, path);
    }
  }
  return walk.found;
}

/**
 * Every image that the templates of a text start: containers, init containers, sidecars, scripts, container
 * sets, inline and default templates; for a ServingTemplate the predictor's (transformer's, explainer's)
 * containers and model servers, also inside the block string. Empty for a text that cannot be read.
 */
export function listTemplateImages(templateText: string): TemplateImage[] {
  const { body } = splitByteOrderMark(templateText);
  const parsed = parseTemplate(body);
  if ('problem' in parsed) return [];
  const lineOf = lineIndex(body);
  return parsed.trees.flatMap((tree, documentIndex) => {
    const kind = readHead(body, tree.root).kind ?? '';
    return walkDocument(body, tree).map(({ path, offset, image }) => ({
      documentIndex,
      kind,
      path,
      line: lineOf(offset),
      image,
      hasPlaceholder: hasPlaceholder(image),
    }));
  });
}
