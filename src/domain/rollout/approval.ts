import { repositoryAddress } from '../git/repository-url.ts';
import type { KeptObject, RolloutOrder, WrittenContent } from './rollout-kind.ts';

/** One thing that is to be done in many tenants, as a second person reads it: without any credential. */
export interface PlannedRollout {
  readonly operation: 'rollout' | 'removal';
  /** As the admin API calls it. */
  readonly resource: string;
  readonly name: string;
  readonly subject: PlannedSubject;
  /** When that ends, as ISO 8601. */
  readonly expiresAt?: string | undefined;
  readonly policy: 'skip' | 'update' | 'stop';
  readonly steps: readonly PlannedStep[];
  /** The onboarding whose plans are decided together, and the tenant that the others are to be like. */
  readonly partOf?: { readonly id: string; readonly like: string } | undefined;
}

/** All that is written but the credential, and where in each tenant. */
export interface PlannedSubject extends WrittenContent {
  /** In a resource group, at the tenant itself, or in all groups. */
  readonly resourceGroup?: string | undefined;
  readonly scope?: 'tenant' | 'all-groups' | undefined;
}

interface PlannedStep {
  readonly tenant: string;
  readonly action: 'create' | 'update' | 'delete';
  /** Where it has another one there. */
  readonly name?: string | undefined;
}

/** Where in each tenant it is held, of a kind whose facts say that. */
export function plannedPlace({
  facts: { scope, resourceGroup },
}: KeptObject): Pick<PlannedSubject, 'resourceGroup' | 'scope'> {
  if (scope === 'tenant') return { scope };
  if (scope === 'all') return { scope: 'all-groups' };
  return resourceGroup === undefined ? {} : { resourceGroup };
}

/** Whether both are held at the same place of a tenant. */
export function isSamePlace(one: PlannedSubject, other: PlannedSubject): boolean {
  return one.resourceGroup === other.resourceGroup && one.scope === other.scope;
}

/** What an order will write and where, as far as a second person may read it. */
export function plannedSubject(order: RolloutOrder): PlannedSubject {
  return { ...order.says, ...plannedPlace(order) };
}

/** Something that a plan says; `setting` with its name. */
export type PlannedFact =
  | { readonly fact: 'operation' | 'kind' | 'name' | 'place' | 'registries' | 'url' | 'username' }
  | { readonly fact: 'revision' | 'path' | 'keys' | 'storage' }
  | { readonly fact: 'setting'; readonly name: string };

/** What of a rollout an approved plan does not cover. */
export interface NotCovered {
  /** In what it is for something else: then nothing of it is covered. */
  readonly facts: readonly PlannedFact[];
  /** The tenants that are not in it, or where something else is to be done. */
  readonly tenants: readonly string[];
}

/** What of a rollout that is wanted its approved plan does not cover; the gateway decides by rules of its own. */
export function notApproved(wanted: PlannedRollout, approved: PlannedRollout): NotCovered {
  const facts = [...findOtherThing(wanted, approved), ...findOtherContent(wanted.subject, approved.subject)];
  const steps = new Map(approved.steps.map((step) => [step.tenant, step]));
  const others = wanted.steps.filter((step) => !covers(steps.get(step.tenant), step, approved));
  return { facts, tenants: facts.length > 0 ? [] : others.map(({ tenant }) => tenant) };
}

/** Whether a plan covers all that is wanted. */
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
  // What was there when it was planned may be gone, or the other way round.
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

/** The gateway leaves out a username that looks like a token: what one side does not know is no other one. */
function isSameUser(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function addressOf({ url }: PlannedSubject): string | undefined {
  return url === undefined ? undefined : repositoryAddress(url);
}

function listed(texts: readonly string[] = []): string {
  return JSON.stringify(texts.toSorted());
}
