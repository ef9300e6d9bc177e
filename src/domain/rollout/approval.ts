import { z } from 'zod/mini';
import { repositoryAddress } from '../git/repository-url.ts';
import type { KeptObject, RolloutOrder } from './rollout-kind.ts';

/** One thing that is to be done in many tenants, as a second person reads it: without any credential. */
export interface PlannedRollout {
  readonly operation: 'rollout' | 'removal';
  /** As the admin API calls it. */
  readonly resource: string;
  readonly name: string;
  /** Whose credential it will be. */
  readonly subject: PlannedSubject;
  /** When that ends, as ISO 8601. */
  readonly expiresAt?: string | undefined;
  readonly policy: 'skip' | 'update' | 'stop';
  readonly steps: readonly PlannedStep[];
  /** The onboarding whose plans are decided together, and the tenant that the others are to be like. */
  readonly partOf?: { readonly id: string; readonly like: string } | undefined;
}

export interface PlannedSubject {
  readonly registries?:
    | readonly { readonly host: string; readonly username?: string | undefined }[]
    | undefined;
  /** Of a Git repository, with the username beside it. */
  readonly url?: string | undefined;
  readonly username?: string | undefined;
  /** What an application reads of its repository. */
  readonly revision?: string | undefined;
  readonly path?: string | undefined;
  /** Where in each tenant: in a resource group, at the tenant itself, or in all groups. */
  readonly resourceGroup?: string | undefined;
  readonly scope?: 'tenant' | 'all-groups' | undefined;
}

interface PlannedStep {
  readonly tenant: string;
  readonly action: 'create' | 'update' | 'delete';
  /** Where it has another one there. */
  readonly name?: string | undefined;
}

const loginSchema = z.object({ username: z.string() });

/** Where in each tenant it is held, of a kind whose facts say that. */
export function plannedPlace({
  facts: { scope, resourceGroup },
}: KeptObject): Pick<PlannedSubject, 'resourceGroup' | 'scope'> {
  if (scope === 'tenant') return { scope };
  if (scope === 'all') return { scope: 'all-groups' };
  return resourceGroup === undefined ? {} : { resourceGroup };
}

export function isSamePlace(one: PlannedSubject, other: PlannedSubject): boolean {
  return one.resourceGroup === other.resourceGroup && one.scope === other.scope;
}

/** Whose credential an order will write and where, as far as a second person may read it. */
export function plannedSubject(order: RolloutOrder): PlannedSubject {
  const { facts, remembers, write } = order;
  if (remembers !== undefined) return { registries: remembers.registries };
  const { url = facts['repositoryUrl'], revision, path } = facts;
  const username = loginSchema.safeParse(write?.create.body).data?.username;
  return {
    ...(url !== undefined && { url }),
    ...(revision !== undefined && { revision }),
    ...(path !== undefined && { path }),
    ...(username !== undefined && { username }),
    ...plannedPlace(order),
  };
}

/**
 * What of a rollout an approved plan does not cover: `all` where it is for another credential or another thing, else
 * the tenants that are not in it, or where something else is to be done.
 */
export function notApproved(wanted: PlannedRollout, approved: PlannedRollout): 'all' | readonly string[] {
  const isOfSameThing =
    wanted.operation === approved.operation &&
    wanted.resource === approved.resource &&
    wanted.name === approved.name &&
    isSameSubject(wanted.subject, approved.subject);
  if (!isOfSameThing) return 'all';
  const steps = new Map(approved.steps.map((step) => [step.tenant, step]));
  return wanted.steps
    .filter((step) => !covers(steps.get(step.tenant), step, approved))
    .map(({ tenant }) => tenant);
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

/** The gateway leaves out a username that looks like a token: what one side does not know is no other one. */
function isSameSubject(one: PlannedSubject, other: PlannedSubject): boolean {
  const hosts = ({ registries = [] }: PlannedSubject) => registries.map(({ host }) => host).toSorted();
  if (JSON.stringify(hosts(one)) !== JSON.stringify(hosts(other))) return false;
  const usernames = new Map(other.registries?.map(({ host, username }) => [host, username]));
  return (
    isSamePlace(one, other) &&
    (one.registries ?? []).every(({ host, username }) => isSame(username, usernames.get(host))) &&
    isSame(one.url && repositoryAddress(one.url), other.url && repositoryAddress(other.url)) &&
    isSame(one.username, other.username) &&
    isSame(one.revision, other.revision) &&
    isSame(one.path, other.path)
  );
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
