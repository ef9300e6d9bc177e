import { type Container, hasCommand, hasDefaultCommand } from '../read/containers.ts';
import { lookup, lookupMap, type MapNode, resolveAlias } from '../read/node.ts';
import { scalarValue } from '../read/scalar-value.ts';
import type { Spec } from '../read/spec.ts';
import type { Edit } from '../read/text-view.ts';
import type { HintAt } from './hint.ts';
import { insertPair } from './insert-pair.ts';
import { replaceScalar, scalarAt, type Subject, valueAt } from './subject.ts';

/** The texts of a list; a string counts as a list with one item. */
function textsAt(spec: Spec, map: MapNode, name: string): string[] {
  const node = lookup(map, name);
  const items = node?.kind === 'seq' ? node.items : node === undefined ? [] : [node];
  return items.flatMap((item) => {
    const target = resolveAlias(item);
    return target?.kind === 'scalar' ? [scalarValue(spec.view.source, target)] : [];
  });
}

function outerFix(spec: Spec, edit: Edit | undefined): Edit[] | undefined {
  const outer = edit && spec.toOuterEdit(edit);
  return outer && [outer];
}

const checkedRoles = new Set<Container['role']>(['container', 'set', 'sidecar', 'init', 'listed']);
const shells = new Set(['/bin/sh', 'sh']);

function checkCommand(spec: Spec, { map }: Container, hasDefault: boolean): HintAt[] {
  const { view, toOuter } = spec;
  const offset = toOuter(map.start);
  if (!hasCommand(map)) {
    if (hasDefault) return [];
    const edit = insertPair(view, map, ['command'], { flow: '["/bin/sh", "-c"]' });
    // Without arguments, a shell has nothing to run.
    const fix = textsAt(spec, map, 'args').length > 0 ? outerFix(spec, edit) : undefined;
    return [{ code: 'command-missing', offset, detail: '', fix }];
  }
  const at = toOuter(lookup(map, 'command')?.start ?? map.start);
  const command = textsAt(spec, map, 'command');
  if (command.length !== 2 || !shells.has(command[0] ?? '') || command[1] !== '-c')
    return [{ code: 'command-other', offset: at, detail: command.join(' ').slice(0, 80) }];
  const args = textsAt(spec, map, 'args');
  return args.some((arg) => arg.trim() !== '') ? [] : [{ code: 'args-missing', offset: at, detail: '' }];
}

/** AI Core ignores the entrypoint of an image's Dockerfile, so each container needs its own command. */
export function checkCommands({ spec, containers, isServing }: Subject): HintAt[] {
  if (spec === undefined || isServing) return [];
  const hasDefault = hasDefaultCommand(spec);
  const defaults = lookupMap(spec.root, 'templateDefaults');
  return containers
    .filter(({ role, owner }) => checkedRoles.has(role) && owner !== defaults)
    .flatMap((container) => checkCommand(spec, container, hasDefault));
}

/** The edit that renames a container to `main`; undefined if other containers refer to its name. */
function renameFix(spec: Spec, containers: readonly Container[]): Edit[] | undefined {
  const last = containers.at(-1);
  const node = scalarAt(last?.map, 'name');
  if (last === undefined || node === undefined || node.start === node.end) return undefined;
  const name = valueAt(spec.view, last.map, 'name') ?? '';
  if (containers.some(({ map }) => textsAt(spec, map, 'dependencies').includes(name))) return undefined;
  return outerFix(spec, replaceScalar(node, 'main'));
}

/** If one template has several containers, one of them must be called `main`. */
export function checkMain({ spec, containers, isServing }: Subject): HintAt[] {
  if (spec === undefined || isServing) return [];
  const byOwner = new Map<MapNode, Container[]>();
  for (const container of containers) {
    const { owner, role } = container;
    if (role !== 'set' && role !== 'container' && role !== 'sidecar') continue;
    const others = byOwner.get(owner);
    if (others) others.push(container);
    else byOwner.set(owner, [container]);
  }
  return [...byOwner.values()].flatMap((all): HintAt[] => {
    // Argo names a template's single container `main` unless it has another name.
    const main = all.filter(({ role }) => role !== 'sidecar');
    const names = main.map(({ map, role }) =>
      role === 'container' ? (valueAt(spec.view, map, 'name') ?? 'main') : valueAt(spec.view, map, 'name'),
    );
    const first = main[0];
    if (first === undefined || all.length < 2 || names.includes('main')) return [];
    const offset = spec.toOuter(first.map.start);
    return [{ code: 'main-missing', offset, detail: '', fix: renameFix(spec, main) }];
  });
}

const user = '65534';
const ids = ['runAsUser', 'runAsGroup'];

/** Pods run as user and group 65534, whatever the template requests. */
export function checkUser({ spec, containers }: Subject): HintAt[] {
  if (spec === undefined) return [];
  const holders = new Set<MapNode>([
    spec.root,
    ...containers.flatMap(({ owner, map }) => [owner, map]),
    ...['predictor', 'transformer', 'explainer'].flatMap((name) => lookupMap(spec.root, name) ?? []),
  ]);
  const contexts = new Set([...holders].flatMap((holder) => lookupMap(holder, 'securityContext') ?? []));
  return [...contexts].flatMap((context) =>
    ids.flatMap((name): HintAt[] => {
      const node = scalarAt(context, name);
      const value = valueAt(spec.view, context, name);
      if (node === undefined || value === undefined || value === user || value.includes('{{')) return [];
      const fix = outerFix(spec, { start: node.start, end: node.end, insert: user });
      return [{ code: 'other-user', offset: spec.toOuter(node.start), detail: `${name}: ${value}`, fix }];
    }),
  );
}
