import { createHash } from 'node:crypto';
import * as z from 'zod';
import { subjectSchema, toKnownName, type Subject } from '../calls/subject.ts';

/** What a step of a plan may do in its tenant. */
const stepActions = ['create', 'update', 'delete'] as const;
export type StepAction = (typeof stepActions)[number];

/** One thing that is to be done in many tenants. No part of it is a credential. */
export interface Plan {
  operation: 'rollout' | 'removal';
  /** As the admin API calls it. */
  resource: string;
  name: string;
  /** Whose credential it will be: hosts, usernames, the address of a repository. */
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
  /** What it is for is not told in full: nobody can have approved the rest. */
  isHidden: boolean;
}

const name = z.string().refine((text) => toKnownName(text) !== undefined);
const text = subjectSchema.shape.path;

/**
 * A plan as a page sends it, and nothing besides: no field may hold a credential. What it is about is read apart from
 * it, by the audit's own rules.
 */
export const planRequestSchema = z
  .strictObject({
    registries: z.array(z.strictObject({ host: z.string(), username: z.string().optional() })).optional(),
    url: text,
    username: text,
    revision: text,
    path: text,
    /** Where in each tenant, of a kind that is held in a resource group or as far as a scope reaches. */
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
  );

/** SHA-256 of what a plan says, in hex. Two plans that say the same in another order have the same one. */
export function digestPlan(plan: Plan): string {
  const steps = plan.steps
    .map((step) => [step.tenant, step.action, step.name ?? ''])
    .toSorted((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
  const registries = listRegistries(plan.subject);
  const { url = '', username = '', revision = '', path = '' } = plan.subject;
  const { operation, resource, policy, expiresAt = '' } = plan;
  const { resourceGroup, scope } = plan.subject;
  const place = [
    ...(resourceGroup === undefined ? [] : [`group ${resourceGroup}`]),
    ...(scope === undefined ? [] : [`scope ${scope}`]),
  ];
  const said = [operation, resource, plan.name, policy, expiresAt, url, username, revision, path, ...place];
  return createHash('sha256')
    .update(JSON.stringify([...said, registries, steps, ...(plan.partOf ? [plan.partOf] : [])]))
    .digest('hex');
}

/** Whether a write is a part of a plan: its tenant and the place in it, name and action, and the registries or address that it is for. */
export function covers(plan: Plan, write: TenantWrite): boolean {
  if (plan.resource !== write.resource) return false;
  const step = plan.steps.find(({ tenant }) => tenant === write.tenant);
  if (step === undefined || (step.name ?? plan.name) !== write.name) return false;
  if (plan.subject.resourceGroup !== write.subject?.resourceGroup) return false;
  if (plan.subject.scope !== write.subject?.scope) return false;
  if (write.action === 'delete') return step.action === 'delete';
  if (write.isHidden) return false;
  // Where both are wanted, what was there or not when it was planned may have changed since.
  const isWanted = step.action === write.action || (plan.policy === 'update' && step.action !== 'delete');
  return isWanted && isSameSubject(plan.subject, write);
}

/** What one side leaves open, such as a username that looks like a token, the other one has to leave open too. */
function isSameSubject(planned: Subject, { resource, action, subject: written = {} }: TenantWrite): boolean {
  // The address of a repository cannot be changed: new credentials for it do not say it.
  const saysAddress = resource !== 'repositories' || action !== 'update';
  return (
    JSON.stringify(listRegistries(planned)) === JSON.stringify(listRegistries(written)) &&
    planned.username === written.username &&
    (!saysAddress || toRepository(planned.url) === toRepository(written.url)) &&
    planned.revision === written.revision &&
    planned.path === written.path
  );
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

function listRegistries({ registries = [] }: Subject): [string, string][] {
  return registries
    .map(({ host, username }): [string, string] => [host, username ?? ''])
    .toSorted((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
