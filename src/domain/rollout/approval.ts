import { repositoryAddress } from '../git/repository-url.ts';
import type { KeptObject, RolloutOrder, WrittenContent } from './rollout-kind.ts';

/** One change planned for many tenants, in the form that a second person reviews: without any credential. */
export interface PlannedRollout {
  readonly operation: 'rollout' | 'removal';
  /** The name of the resource in the admin API. */
  readonly resource: string;
  readonly name: string;
  readonly subject: PlannedSubject;
  /** When the credential expires, as ISO 8601. */
  readonly expiresAt?: string | undefined;
  readonly policy: 'skip' | 'update' | 'stop';
  readonly steps: readonly PlannedStep[];
  /** The onboarding whose plans are approved together, and the tenant that the new ones should match. */
  readonly partOf?: { readonly id: string; readonly like: string } | undefined;
}

/** Everything that is written except the credential, and where in each tenant. */
export interface PlannedSubject extends WrittenContent {
  /** In a resource group, at the tenant itself, or in all resource groups. */
  readonly resourceGroup?: string | undefined;
  readonly scope?: 'tenant' | 'all-groups' | undefined;
}

interface PlannedStep {
  readonly tenant: string;
  readonly action: 'create' | 'update' | 'delete';
  /** Set if the object has another name in this tenant. */
  readonly name?: string | undefined;
}

/** Where an object is held in each tenant, for a kind whose facts include that. */
export function plannedPlace({
  facts: { scope, resourceGroup },
}: KeptObject): Pick<PlannedSubject, 'resourceGroup' | 'scope'> {
  if (scope === 'tenant') return { scope };
  if (scope === 'all') return { scope: 'all-groups' };
  return resourceGroup === undefined ? {} : { resourceGroup };
}

/** Whether both are held in the same place of a tenant. */
export function isSamePlace(one: PlannedSubject, other: PlannedSubject): boolean {
  return one.resourceGroup === other.resourceGroup && one.scope === other.scope;
}

/** What an order will write and where, without the credential. */
export function plannedSubject(order: RolloutOrder): PlannedSubject {
  return { ...order.says, ...plannedPlace(order) };
}

/** A part of a plan; `setting` also has its name. */
export type PlannedFact =
  | { readonly fact: 'operation' | 'kind' | 'name' | 'place' | 'registries' | 'url' | 'username' }
  | { readonly fact: 'revision' | 'path' | 'keys' | 'storage' }
  | { readonly fact: 'setting'; readonly name: string };

/** The parts of a rollout that an approved plan does not cover. */
export interface NotCovered {
  /** The facts that differ; if there are any, nothing is covered. */
  readonly facts: readonly PlannedFact[];
  /** The tenants that are missing from the plan, or for which it says something else. */
  readonly tenants: readonly string[];
}

/** Compares a rollout with its approved plan and returns what is not covered. The gateway decides by its own rules. */
export function notApproved(wanted: PlannedRollout, approved: PlannedRollout): NotCovered {
  const facts = [...findOtherThing(wanted, approved), ...findOtherContent(wanted.subject, approved.subject)];
  const steps = new Map(approved.steps.map((step) => [step.tenant, step]));
  const others = wanted.steps.filter((step) => !covers(steps.get(step.tenant), step, approved));
  return { facts, tenants: facts.length > 0 ? [] : others.map(({ tenant }) => tenant) };
}

/** Whether a plan covers everything that is wanted. */
export function isCovered({ facts, tenants }: NotCovered): boolean {
  return facts.length === 0 && tenants.length === 0;
}

function covers(
  planned: PlannedStep | undefined,
  wanted: PlannedStep,
  { name, policy }: PlannedRollout,
): boolean {
  if (planned === undefined || (planned.name ?? name) !== (wanted.name ?? name)) return false;
  if (planned.action === wanted.action) return true;
  // Since the plan was made, the object may have been created or deleted.
  return policy === 'update' && planned.action !== 'delete' && wanted.action !== 'delete';
}

function findOtherThing(wanted: PlannedRollout, approved: PlannedRollout): PlannedFact[] {
  return [
    ...(wanted.operation === approved.operation ? [] : [{ fact: 'operation' } as const]),
    ...(wanted.resource === approved.resource ? [] : [{ fact: 'kind' } as const]),
    ...(wanted.name === approved.name ? [] : [{ fact: 'name' } as const]),
    ...(isSamePlace(wanted.subject, approved.subject) ? [] : [{ fact: 'place' } as const]),
  ];
}

function findOtherContent(one: PlannedSubject, other: PlannedSubject): PlannedFact[] {
  const { settings = {} } = one;
  const { settings: others = {} } = other;
  const names = [...new Set([...Object.keys(settings), ...Object.keys(others)])].toSorted();
  const facts = [
    { fact: 'registries', isSame: hasSameRegistries(one, other) },
    { fact: 'url', isSame: addressOf(one) === addressOf(other) },
    { fact: 'username', isSame: isSameUser(one.username, other.username) },
    { fact: 'revision', isSame: one.revision === other.revision },
    { fact: 'path', isSame: one.path === other.path },
    { fact: 'keys', isSame: listed(one.keys) === listed(other.keys) },
    { fact: 'storage', isSame: one.storage === other.storage },
  ] as const;
  return [
    ...facts.flatMap(({ fact, isSame }): PlannedFact[] => (isSame ? [] : [{ fact }])),
    ...names.flatMap((name): PlannedFact[] =>
      settings[name] === others[name] ? [] : [{ fact: 'setting', name }],
    ),
  ];
}

function hasSameRegistries(one: PlannedSubject, other: PlannedSubject): boolean {
  const hosts = ({ registries = [] }: PlannedSubject) => listed(registries.map(({ host }) => host));
  const usernames = new Map(other.registries?.map(({ host, username }) => [host, username]));
  return (
    hosts(one) === hosts(other) &&
    (one.registries ?? []).every(({ host, username }) => isSameUser(username, usernames.get(host)))
  );
}

/** The gateway drops a username that looks like a token, so an unknown username does not count as different. */
function isSameUser(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function addressOf({ url }: PlannedSubject): string | undefined {
  return url === undefined ? undefined : repositoryAddress(url);
}

function listed(texts: readonly string[] = []): string {
  return JSON.stringify(texts.toSorted());
}
