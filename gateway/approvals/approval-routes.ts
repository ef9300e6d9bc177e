import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Access } from '../access/access.ts';
import type { Action } from '../calls/call.ts';
import { readBodyFacts } from '../calls/subject.ts';
import { holdsToken } from '../calls/token-form.ts';
import { sendFailure, unknownTenant, type GatewayFailure } from '../common/error-envelope.ts';
import { isKeepable } from '../common/keepable.ts';
import type { Person } from '../sign-in/person.ts';
import type { TenantRegistry } from '../forwarding/tenants.ts';
import type { Store } from '../store/store.ts';
import { stillStands } from './standing.ts';
import { planRequestSchema, type Plan } from './plan.ts';
import { createPlanStore, decidableIn, maxWaiting, type Decision, type KeptPlan } from './plan-store.ts';

/** What the routes need. */
export interface ApprovalRouteOptions {
  store: Store;
  tenants: TenantRegistry;
  access: Access;
}

const path = '/api/rollout-plans';
const bodyLimit = 2 * 1024 * 1024;
const reasonNeeded: ReadonlySet<Decision['state']> = new Set(['declined', 'revoked']);
const paramsSchema = z.object({ planId: z.string().max(100).catch('') });
const decisionSchema = z.object({
  digest: z.string().max(64),
  reason: z.string().trim().max(1000).refine(isKeepable).default(''),
});

/** `/api/rollout-plans`: what is to be done in many tenants, and what a second person decides about it. */
export function registerApprovalRoutes(app: FastifyInstance, options: ApprovalRouteOptions): void {
  const { tenants, access } = options;
  const plans = createPlanStore(options.store);
  const mayInAll = (person: Person | undefined, right: 'read' | 'write', { resource, steps }: Plan) =>
    steps.every(({ tenant }) => access.may(person, right, { tenantId: tenant, resource }));
  const isVisible = (person: Person | undefined, plan: KeptPlan) =>
    isOwn(person, plan) || mayInAll(person, 'read', plan);
  const isSecond = (person: Person | undefined, plan: KeptPlan) =>
    !isOwn(person, plan) && mayInAll(person, 'write', plan);
  /** The person who approved it may no longer do so. */
  const isOver = (plan: KeptPlan) =>
    plan.state === 'approved' && !plan.steps.every(({ tenant }) => stillStands(access, plan, tenant));
  const show = (person: Person | undefined, plan: KeptPlan) => ({
    ...plan,
    state: isOver(plan) ? 'ended' : plan.state,
    askedBy: { name: plan.askedBy.name },
    ...(plan.decidedBy && { decidedBy: { name: plan.decidedBy.name } }),
    isOwn: isOwn(person, plan),
    mayDecide: plan.state === 'waiting' && isSecond(person, plan),
    mayRevoke: plan.state === 'approved' && !isOver(plan) && isSecond(person, plan),
  });

  app.get(path, async ({ person }, reply) => {
    const visible = (await plans.list()).filter((plan) => isVisible(person, plan));
    const shown = visible.map((plan) => show(person, plan));
    return reply.send({ plans: shown });
  });

  app.post(
    path,
    { bodyLimit, config: { action: 'ask', right: 'write' } },
    async ({ person, body }, reply) => {
      const parsed = planRequestSchema.safeParse(body);
      if (!parsed.success || hasTwice(parsed.data.steps)) return sendFailure(reply, badPlan);
      const { subject = {}, isHidden } = readBodyFacts(body);
      if (isHidden) return sendFailure(reply, badPlan);
      const { operation, resource, name, expiresAt, policy, steps, partOf } = parsed.data;
      const known = new Set(tenants.list().map(({ id }) => id));
      const named = [...steps.map(({ tenant }) => tenant), ...(partOf ? [partOf.like] : [])];
      if (!named.every((tenant) => known.has(tenant) && access.sees(person, tenant)))
        return sendFailure(reply, unknownTenant);
      const plan: Plan = { operation, resource, name, subject, expiresAt, policy, steps, partOf };
      if (person === undefined || !mayInAll(person, 'write', plan)) return sendFailure(reply, mayNotWrite);
      const refusal = await plans.findRefusal(plan, person);
      if (refusal !== undefined) return sendFailure(reply, refusal === 'too-many' ? tooMany : ofAnother);
      const kept = await plans.ask(plan, person);
      return reply.code(201).send(show(person, kept));
    },
  );

  function decisionRoute(name: string, state: Decision['state'], action: Action) {
    app.post(`${path}/:planId/${name}`, { config: { action, right: 'write' } }, (request, reply) =>
      decide(request, reply, state),
    );
  }
  decisionRoute('approve', 'approved', 'approve');
  decisionRoute('decline', 'declined', 'decline');
  decisionRoute('withdraw', 'withdrawn', 'withdraw');
  // Whoever could have approved a plan may also stop it: doing less needs no approval.
  decisionRoute('revoke', 'revoked', 'revoke');

  async function decide(
    { person, params, body }: FastifyRequest,
    reply: FastifyReply,
    state: Decision['state'],
  ) {
    const decision = decisionSchema.safeParse(body).data;
    const { planId } = paramsSchema.parse(params);
    const plan = await plans.find(planId);
    if (plan === undefined || person === undefined || !isVisible(person, plan))
      return sendFailure(reply, noPlan);
    if (decision === undefined || (reasonNeeded.has(state) && decision.reason === '')) {
      return sendFailure(reply, badDecision);
    }
    if (holdsToken(decision.reason)) return sendFailure(reply, tokenInReason);
    if (!decidableIn[state].includes(plan.state) || plan.digest !== decision.digest)
      return sendFailure(reply, decidedSince);
    const isAllowed = state === 'withdrawn' ? isOwn(person, plan) : isSecond(person, plan);
    if (!isAllowed) return sendFailure(reply, isOwn(person, plan) ? ownPlan : mayNotWrite);
    const isDone = await plans.decide(plan, { state, reason: decision.reason }, person);
    if (!isDone) return sendFailure(reply, decidedSince);
    const decided = await plans.find(planId);
    return reply.send(show(person, decided ?? plan));
  }
}

function isOwn(person: Person | undefined, { askedBy }: KeptPlan): boolean {
  return person !== undefined && person.id === askedBy.id && person.issuer === askedBy.issuer;
}

function hasTwice(steps: Plan['steps']): boolean {
  return new Set(steps.map(({ tenant }) => tenant)).size < steps.length;
}

const badPlan: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'Not a valid plan. It must have a name, list each tenant once, and contain no password or token.',
};
const tooMany: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: `You have ${maxWaiting} plans waiting for approval. Withdraw some, or have them decided first.`,
};
const ofAnother: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'Someone else asked for this onboarding. Nothing was added to it.',
};
const noPlan: GatewayFailure = { status: 404, code: 'NotFound', message: 'This plan does not exist.' };
const badDecision: GatewayFailure = {
  status: 400,
  code: 'BadRequest',
  message: 'Say why, in no more than 1,000 characters. Nothing was decided.',
};
const tokenInReason: GatewayFailure = {
  status: 400,
  code: 'NoteHoldsToken',
  message: 'The reason contains what looks like an access token. Remove it. Nothing was decided.',
};
const decidedSince: GatewayFailure = {
  status: 409,
  code: 'PlanDecided',
  message: 'This plan has already been decided, or has expired. Refresh to see its state.',
};
const ownPlan: GatewayFailure = {
  status: 403,
  code: 'AccessDenied',
  message: 'A second person has to decide on a plan, not the one who asked for it.',
};
const mayNotWrite: GatewayFailure = {
  status: 403,
  code: 'AccessDenied',
  message: 'Your roles do not allow this in every tenant of the plan. Nothing was changed.',
};
