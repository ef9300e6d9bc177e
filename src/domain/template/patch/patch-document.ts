import { hasPlaceholder } from '../read/mask.ts';
import { lookup, type Node } from '../read/node.ts';
import type { FlawAt } from '../read/problem.ts';
import type { ReadDocument } from '../read/read-template.ts';
import type { Failed, Spec } from '../read/spec.ts';
import type { Edit } from '../read/text-view.ts';
import { ignoredListIn, ignoredLists } from './ignored-lists.ts';
import { findPlace, type Place } from './owner.ts';
import { listKey, type Plan, type PlanNote, type Wish } from './plan-result.ts';
import { planPullSecrets } from './plan.ts';
import { namesIn } from './secret-entries.ts';

/** A warning about a document; offsets are into the template. */
export type WarningAt = { offset: number } & (
  | { code: PlanNote | 'ignored-list-at-spec' }
  | { code: 'ignored-list'; path: string }
  /** AI Core rejects a deployment whose list contains an impossible secret name. */
  | { code: 'impossible-name'; name: string }
  /** Argo and kubectl reject the file as it is. */
  | { code: FlawAt['code'] }
  /** A repository that contains a Kubernetes Secret is not synchronised at all. */
  | { code: 'secret-object' }
);

export interface DocumentPatch {
  outcome: { action: Plan['action']; edits: Edit[] } | Failed | undefined;
  warnings: WarningAt[];
}

const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const maxNameLength = 253;

/**
 * True if no Kubernetes object can have this name, because it is not a DNS subdomain.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names
 */
function isImpossible(name: string): boolean {
  if (hasPlaceholder(name)) return false;
  return name.length > maxNameLength || !name.split('.').every((part) => label.test(part));
}

function ignoredWarnings({ tree, head }: ReadDocument): WarningAt[] {
  if (head.rule === undefined) return [];
  return ignoredLists(tree.root, head.rule.serving).map(({ path, offset }) =>
    path === `spec.${listKey}`
      ? { code: 'ignored-list-at-spec', offset }
      : { code: 'ignored-list', path, offset },
  );
}

function nameWarnings(spec: Spec, { owner }: Place, { names, replace }: Wish): WarningAt[] {
  return namesIn(spec.view.source, owner)
    .filter(({ name }) => isImpossible(name) && !(names.length > 0 && replace.has(name)))
    .map(({ name, offset }) => ({ code: 'impossible-name', name, offset: spec.toOuter(offset) }));
}

/** Warns if an edited node is also used elsewhere, by an alias. */
function sharedWarning(document: ReadDocument, spec: Spec, place: Place, plan: Plan): WarningAt[] {
  const list = lookup(place.owner, listKey);
  const touched: (Node | undefined)[] = [...place.path, list];
  const sharedNode = touched.find((node) => node !== undefined && spec.shared.has(node));
  const listIsElsewhere = plan.notes.some(({ code }) => code === 'list-expanded') && sharedNode === list;
  if (plan.edits.length === 0 || sharedNode === undefined || listIsElsewhere) return [];
  const isInner = spec.isInner && !document.tree.shared.has(sharedNode);
  return [{ code: 'shared-anchor', offset: isInner ? spec.toOuter(sharedNode.start) : sharedNode.start }];
}

function patchSpec(document: ReadDocument, spec: Spec, wish: Wish): DocumentPatch {
  const { rule } = document.head;
  const place = findPlace(spec, rule?.serving === true);
  if ('problem' in place) return { outcome: place, warnings: [] };
  const plan = planPullSecrets(spec.view, place.owner, wish);
  if ('failure' in plan) {
    const { code, offset } = plan.failure;
    return { outcome: { problem: { code, offset: spec.toOuter(offset), detail: '' } }, warnings: [] };
  }
  const edits = plan.edits.map(spec.toOuterEdit);
  if (!edits.every((edit) => edit !== undefined)) {
    const offset = place.path[rule?.path.length ?? 0]?.start ?? document.tree.start;
    return { outcome: { problem: { code: 'quoted-string-unsupported', offset, detail: '' } }, warnings: [] };
  }
  const service = rule?.serving === true ? spec.root : undefined;
  const warnings: WarningAt[] = [
    ...ignoredListIn(service, rule?.path.join('.') ?? '').map(
      ({ path, offset }) => ({ code: 'ignored-list', path, offset: spec.toOuter(offset) }) as const,
    ),
    ...nameWarnings(spec, place, wish),
    ...plan.notes.map(({ code, offset }) => ({ code, offset: spec.toOuter(offset) })),
    ...sharedWarning(document, spec, place, plan),
  ];
  return { outcome: { action: plan.action, edits }, warnings };
}

/** Plans how to add the secrets to one document; no outcome if its kind has no place for them. */
export function patchDocument(document: ReadDocument, wish: Wish): DocumentPatch {
  const { spec, flaws, head, tree } = document;
  const warnings: WarningAt[] = [...flaws, ...ignoredWarnings(document)];
  if (head.isSecret) warnings.push({ code: 'secret-object', offset: tree.start });
  if (spec === undefined) return { outcome: undefined, warnings };
  const patch = 'problem' in spec ? { outcome: spec, warnings: [] } : patchSpec(document, spec, wish);
  return { ...patch, warnings: [...warnings, ...patch.warnings] };
}
