import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { knownRegistriesSchema } from '../domain/registry/known-registry.ts';
import type { PlannedRollout } from '../domain/rollout/approval.ts';
import { consoleConfigQuery } from './connections.ts';
import { callGateway } from './http.ts';

const text = z.optional(z.string());
const person = z.object({ name: z.string() });
const planSchema = z.object({
  id: z.string(),
  digest: z.string(),
  state: z.enum(['waiting', 'approved', 'declined', 'withdrawn', 'revoked', 'ended']),
  operation: z.enum(['rollout', 'removal']),
  /** As the admin API names it. */
  resource: z.string(),
  name: z.string(),
  subject: z.object({
    registries: z.optional(knownRegistriesSchema),
    url: text,
    username: text,
    revision: text,
    path: text,
    keys: z.optional(z.array(z.string())),
    storage: text,
    settings: z.optional(z.record(z.string(), z.string())),
    resourceGroup: text,
    scope: z.optional(z.enum(['tenant', 'all-groups'])),
  }),
  expiresAt: text,
  policy: z.enum(['skip', 'update', 'stop']),
  steps: z.array(
    z.object({ tenant: z.string(), action: z.enum(['create', 'update', 'delete']), name: text }),
  ),
  /** The onboarding whose plans are decided together. */
  partOf: z.optional(z.object({ id: z.string(), like: z.string() })),
  askedAt: z.string(),
  askedBy: person,
  decidedAt: text,
  decidedBy: z.optional(person),
  reason: text,
  endsAt: z.string(),
  uses: z.array(z.object({ tenant: z.string(), outcome: z.string() })),
  isOwn: z.boolean(),
  mayDecide: z.boolean(),
  mayRevoke: z.boolean(),
});

/** A plan for a second person to approve, with the decision; it never holds a credential. */
export type ApprovalPlan = z.infer<typeof planSchema>;

export type PlanDecision = 'approve' | 'decline' | 'withdraw' | 'revoke';

const path = '/api/rollout-plans';
/** Polled, so that people who wait see the decision. */
const readAgainMs = 30_000;

/** The plans that the signed-in person may see, newest first. */
export function plansQuery() {
  return queryOptions({
    queryKey: ['rolloutPlans'],
    queryFn: async ({ signal }) => {
      const request = { method: 'GET', path, signal } as const;
      return (await callGateway(request, z.object({ plans: z.array(planSchema) }))).plans;
    },
    staleTime: 0,
    refetchInterval: readAgainMs,
  });
}

/** Submits a plan for approval by a second person. */
export function askApproval(plan: PlannedRollout): Promise<ApprovalPlan> {
  const { subject, ...rest } = plan;
  return callGateway({ method: 'POST', path, body: { ...rest, ...subject } }, planSchema);
}

/** Decides about a plan in the version that was read. */
export async function decidePlan(
  { id, digest }: ApprovalPlan,
  decision: PlanDecision,
  reason: string,
): Promise<void> {
  const call = { method: 'POST', path: `${path}/${id}/${decision}`, body: { digest, reason } } as const;
  await callGateway(call, planSchema);
}

/** The number of tenants in which one person may change the same thing alone; undefined means any number. */
export function useApprovalAbove(): number | undefined {
  return useQuery(consoleConfigQuery()).data?.approvalAbove;
}
