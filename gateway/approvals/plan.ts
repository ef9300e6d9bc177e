import { createHash } from 'node:crypto';
import * as z from 'zod';
import { toKnownName } from '../calls/known-text.ts';
import { subjectSchema, type Subject } from '../calls/subject.ts';
import { heldSomewhere } from '../forwarding/allow-list.ts';

/** What a step of a plan may do in its tenant. */
const stepActions = ['create', 'update', 'delete'] as const;
export type StepAction = (typeof stepActions)[number];

/** One thing that is to be done in many tenants. No part of it is a credential. */
export interface Plan {
  operation: 'rollout' | 'removal';
  /** As the admin API calls it. */
  resource: string;
  name: string;
  /** All that is written but the credential, and where: what a call of it tells. */
  subject: Subject;
  /** When that credential ends, as ISO 8601. */
  expiresAt?: string | undefined;
  /** What becomes of what is there already. */
  policy: 'skip' | 'update' | 'stop';
  steps: PlanStep[];
  /** The onboarding whose plans are decided together. */
  partOf?: { id: string; like: string } | undefined;
}

/** What is to be done in one tenant. */
interface PlanStep {
  tenant: string;
  action: StepAction;
  /** Where it has another one in this tenant. */
  name?: string | undefined;
}

/** A write that is about to be forwarded. */
export interface TenantWrite {
  tenant: string;
  resource: string;
  name: string;
  action: StepAction;
  subject: Subject | undefined;
  /** It says more than is told: nobody can have approved the rest. */
  isHidden: boolean;
}

const name = z.string().refine((text) => toKnownName(text) !== undefined);
const text = subjectSchema.shape.path;

/**
 * A plan as a page sends it, and nothing besides: no field may hold a credential. What it is about is told by the
 * audit's own rules.
 */
export const planRequestSchema = z
  .strictObject({
    registries: z.array(z.strictObject({ host: z.string(), username: z.string().optional() })).optional(),
    url: text,
    username: text,
    revision: text,
    path: text,
    keys: subjectSchema.shape.keys,
    storage: text,
    settings: subjectSchema.shape.settings,
    /** Where in each tenant, of a kind that is held somewhere in it. */
    resourceGroup: name.optional(),
    scope: subjectSchema.shape.scope,
    operation: z.enum(['rollout', 'removal']),
    resource: z.string().regex(/^[A-Za-z]{1,64}$/),
    name,
    expiresAt: z.iso
      .date()
      .or(z.iso.datetime({ offset: true }))
      .optional(),
    policy: z.enum(['skip', 'update', 'stop']),
    steps: z
      .array(
        z.strictObject({
          tenant: z.string().min(1).max(253),
          action: z.enum(stepActions),
          name: name.optional(),
        }),
      )
      .min(1)
      .max(5000),
    /** Another id for each onboarding, and the tenant that the others are to be like. */
    partOf: z
      .strictObject({ id: name.regex(/^[a-z0-9-]{1,64}$/i), like: z.string().min(1).max(253) })
      .optional(),
  })
  // What its title says is what all of its steps do.
  .refine(({ operation, steps }) =>
    steps.every(({ action }) => (action === 'delete') === (operation === 'removal')),
  )
  .refine(
    ({ resource, resourceGroup, scope }) =>
      !heldSomewhere.has(resource) || (resourceGroup ?? scope) !== undefined,
  )
  // A removal says by its name and place alone what it removes: more would be read, and not be looked at.
  .refine(
    ({ operation, registries, url, username, revision, path, keys, storage, settings, expiresAt }) =>
      operation === 'rollout' ||
      [registries, url, username, revision, path, keys, storage, settings, expiresAt].every(
        (said) => said === undefined,
      ),
  );

/** SHA-256 of what a plan says, in hex. Two plans that say the same in another order have the same one. */
export function digestPlan({ steps, subject, ...rest }: Plan): string {
  const said = { ...rest, subject: toComparable(subject), steps: sort(steps.map(sortNames)) };
  return createHash('sha256')
    .update(JSON.stringify(sortNames(said)))
    .digest('hex');
}

/** Whether a write is a part of a plan: its tenant and the place in it, name and action, and all that it says. */
export function covers(plan: Plan, write: TenantWrite): boolean {
  if (plan.resource !== write.resource || write.isHidden) return false;
  const step = plan.steps.find(({ tenant }) => tenant === write.tenant);
  if (step === undefined || (step.name ?? plan.name) !== write.name) return false;
  if (write.action === 'delete')
    return step.action === 'delete' && isSame(placeOf(plan.subject), placeOf(write.subject));
  // Where both are wanted, what was there or not when it was planned may have changed since.
  const isWanted = step.action === write.action || (plan.policy === 'update' && step.action !== 'delete');
  return isWanted && isSame(toComparable(plan.subject), toComparable(whole(plan, write)));
}

/** What one side leaves open, such as a username that looks like a token, the other one has to leave open too. */
function isSame(planned: object, written: object): boolean {
  return JSON.stringify(planned) === JSON.stringify(written);
}

function placeOf({ resourceGroup, scope }: Subject = {}) {
  return { resourceGroup, scope };
}

/** The address of a repository cannot be changed: new credentials for it do not say it. */
function whole(plan: Plan, { resource, action, subject = {} }: TenantWrite): Subject {
  return resource === 'repositories' && action === 'update' && subject.url === undefined
    ? { ...subject, url: plan.subject.url }
    : subject;
}

/** All that a write may say, in one order and spelling. */
function toComparable(subject: Subject): object {
  const { registries = [], url, keys = [], settings = {} } = subject;
  const { username, revision, path, storage, resourceGroup, scope } = subject;
  return {
    username,
    revision,
    path,
    storage,
    resourceGroup,
    scope,
    url: toRepository(url),
    registries: sort(registries.map(({ host, username: of = '' }) => [host, of])),
    keys: sort(keys),
    settings: sort(Object.entries(settings)),
  };
}

/**
 * One repository has several spellings, and each tenant may have it in another one. Capitals in its path are none of
 * them: to most Git servers they make another repository.
 */
function toRepository(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return url;
  const { protocol, host, pathname } = new URL(url);
  const path = pathname.replace(/\/$/, '').replace(/\.git$/, '');
  return `${protocol}//${host}${path}`;
}

function sort(list: readonly unknown[]): unknown[] {
  return list.toSorted((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

function sortNames(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
