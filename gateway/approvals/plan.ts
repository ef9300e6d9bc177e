import { createHash } from 'node:crypto';
import * as z from 'zod';
import { toKnownName } from '../calls/known-text.ts';
import { subjectSchema, type Subject } from '../calls/subject.ts';
import { heldSomewhere } from '../forwarding/allow-list.ts';

/** What a step of a plan may do in its tenant. */
const stepActions = ['create', 'update', 'delete'] as const;
export type StepAction = (typeof stepActions)[number];

/** One thing to do in many tenants. No part of it is a credential. */
export interface Plan {
  operation: 'rollout' | 'removal';
  /** The admin API's name for it. */
  resource: string;
  name: string;
  /** Everything that is written except the credential, and where: the same as is read from a call. */
  subject: Subject;
  /** When that credential expires, as ISO 8601. */
  expiresAt?: string | undefined;
  /** What to do if it already exists. */
  policy: 'skip' | 'update' | 'stop';
  steps: PlanStep[];
  /** The onboarding whose plans are decided together. */
  partOf?: { id: string; like: string } | undefined;
}

/** What to do in one tenant. */
interface PlanStep {
  tenant: string;
  action: StepAction;
  /** The name in this tenant, if it differs. */
  name?: string | undefined;
}

/** A write that is about to be forwarded. */
export interface TenantWrite {
  tenant: string;
  resource: string;
  name: string;
  action: StepAction;
  subject: Subject | undefined;
  /** It contains more than `subject` says, which nobody can have approved. */
  isHidden: boolean;
}

const name = z.string().refine((text) => toKnownName(text) !== undefined);
const text = subjectSchema.shape.path;

/**
 * A plan as the console sends it. No field may hold a credential, so unknown fields are refused. Its subject is read by
 * the rules of the audit.
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
    /** Where in each tenant, for kinds that belong to a resource group or scope. */
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
    /** An id that is unique to each onboarding, and the tenant that the others should resemble. */
    partOf: z
      .strictObject({ id: name.regex(/^[a-z0-9-]{1,64}$/i), like: z.string().min(1).max(253) })
      .optional(),
  })
  // All steps must do what the plan's title says.
  .refine(({ operation, steps }) =>
    steps.every(({ action }) => (action === 'delete') === (operation === 'removal')),
  )
  .refine(
    ({ resource, resourceGroup, scope }) =>
      !heldSomewhere.has(resource) || (resourceGroup ?? scope) !== undefined,
  )
  // A removal only says by name and place what it removes: approvers would read anything else, but it is not checked.
  .refine(
    ({ operation, registries, url, username, revision, path, keys, storage, settings, expiresAt }) =>
      operation === 'rollout' ||
      [registries, url, username, revision, path, keys, storage, settings, expiresAt].every(
        (said) => said === undefined,
      ),
  );

/** SHA-256 of a plan's content, in hex. The order of its parts makes no difference. */
export function digestPlan({ steps, subject, ...rest }: Plan): string {
  const said = { ...rest, subject: toComparable(subject), steps: sort(steps.map(sortNames)) };
  return createHash('sha256')
    .update(JSON.stringify(sortNames(said)))
    .digest('hex');
}

/** Whether a write belongs to a plan: same tenant and place, name and action, and the same content. */
export function covers(plan: Plan, write: TenantWrite): boolean {
  if (plan.resource !== write.resource || write.isHidden) return false;
  const step = plan.steps.find(({ tenant }) => tenant === write.tenant);
  if (step === undefined || (step.name ?? plan.name) !== write.name) return false;
  if (write.action === 'delete')
    return step.action === 'delete' && isSame(placeOf(plan.subject), placeOf(write.subject));
  // With `update` both are allowed, because the thing may have been created or deleted since the plan was made.
  const isWanted = step.action === write.action || (plan.policy === 'update' && step.action !== 'delete');
  return isWanted && isSame(toComparable(plan.subject), toComparable(whole(plan, write)));
}

/** What one side leaves out, such as a username that looks like a token, the other must leave out too. */
function isSame(planned: object, written: object): boolean {
  return JSON.stringify(planned) === JSON.stringify(written);
}

function placeOf({ resourceGroup, scope }: Subject = {}) {
  return { resourceGroup, scope };
}

/** The address of a repository cannot be changed, so new credentials for it do not contain it. */
function whole(plan: Plan, { resource, action, subject = {} }: TenantWrite): Subject {
  return resource === 'repositories' && action === 'update' && subject.url === undefined
    ? { ...subject, url: plan.subject.url }
    : subject;
}

/** Everything a write may say, in a fixed order and spelling. */
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
 * One repository can be spelled in several ways, and tenants may differ in that. Capitals in the path do matter: to
 * most Git servers they make another repository.
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
