import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Access } from '../access/access.ts';
import { isRead, readCall } from '../calls/call.ts';
import { readEnding } from '../calls/outcome.ts';
import { sendFailure, type GatewayFailure } from '../common/error-envelope.ts';
import '../sign-in/person.ts';
import type { StepAction, TenantWrite } from './plan.ts';
import type { Store } from '../store/store.ts';
import { createPlanStore } from './plan-store.ts';
import { stillStands } from './standing.ts';
import { createTenantWrites } from './tenant-writes.ts';

/** How the gate decides. */
export interface GateOptions {
  store: Store;
  access: Access;
  /** One person may write the same thing in this many tenants within an hour without approval. */
  above: number;
}

/**
 * Lets a write of the admin API through if it belongs to an approved plan of the sender, or if the sender stays within
 * the number of tenants that need no approval. What the console says about its rollout does not count. Registered
 * before the audit, so that the audit knows which plan a call belongs to.
 */
export function registerApprovalGate(app: FastifyInstance, { store, access, above }: GateOptions): void {
  const plans = createPlanStore(store);
  const writes = createTenantWrites(store);

  app.addHook('preHandler', async (request, reply) => {
    const { person } = request;
    const write = readTenantWrite(request);
    const planId = planParamsSchema.safeParse(request.params).data?.planId;
    if (person === undefined || (write ?? planId) === undefined) return undefined;
    try {
      if (planId !== undefined) request.plan = await plans.find(planId);
      if (write === undefined) return undefined;
      const covering = await plans.listCovering(person, write);
      const plan = covering.find((one) => stillStands(access, one, write.tenant));
      const tenants = await writes.count(person, write, request.id);
      if (plan !== undefined) {
        await plans.noteUse(plan.id, write.tenant, 'begun');
        request.plan = plan;
      } else if (tenants > above) {
        await writes.takeBack(request.id);
        return sendFailure(reply, approvalNeeded(above));
      }
      return undefined;
    } catch (error) {
      request.log.error({ err: error }, 'approvals cannot be read, so a call was not made');
      return sendFailure(reply.header('retry-after', '5'), unavailable);
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const write = readTenantWrite(request);
    const { plan } = request;
    if (plan === undefined || write === undefined) return payload;
    const { outcome } = readEnding(reply, payload);
    await store.settle(`what became of plan ${plan.id} in ${write.tenant}`, () =>
      plans.noteUse(plan.id, write.tenant, outcome),
    );
    return payload;
  });
}

const stepActionsOf: Record<string, StepAction> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'update',
  DELETE: 'delete',
};
const planParamsSchema = z.object({ planId: z.string().max(100) });
const paramsSchema = z.object({ tenantId: z.string(), name: z.string().optional() });

function readTenantWrite(request: FastifyRequest): TenantWrite | undefined {
  const { url: pattern = '' } = request.routeOptions;
  const action = stepActionsOf[request.method];
  const params = paramsSchema.safeParse(request.params).data;
  if (isRead(request) || action === undefined || params === undefined) return undefined;
  // Paths below an object, such as its refresh, do not change the object.
  if (!/^\/api\/tenants\/:tenantId\/v2\/admin\/\w+(?:\/:\w+)?$/.test(pattern)) return undefined;
  const { resource = '', name = '', subject, isHidden } = readCall(request);
  return { tenant: params.tenantId, resource, name: params.name ?? name, action, subject, isHidden };
}

function approvalNeeded(above: number): GatewayFailure {
  const tenants = above === 1 ? '1 tenant' : `${above} tenants`;
  return {
    status: 403,
    code: 'ApprovalNeeded',
    message: `Changing the same thing in more than ${tenants} within an hour needs approval. Nothing was sent. Ask for approval at /approvals.`,
  };
}

const unavailable: GatewayFailure = {
  status: 503,
  code: 'ApprovalUnavailable',
  message: 'The gateway cannot read the approvals. Nothing was sent.',
};
