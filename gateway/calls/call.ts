import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { readResource } from '../access/access.ts';
import { heldSomewhere } from '../forwarding/allow-list.ts';
import { toKnownName } from './known-text.ts';
import { readBodyFacts, type Subject } from './subject.ts';

/** What somebody does; `read` is only kept if it was refused, and `refusals` sums up several calls. */
export const actions = [
  'create',
  'change',
  'delete',
  'refresh',
  'check',
  'export',
  'note',
  'calendar',
  'ask',
  'approve',
  'decline',
  'withdraw',
  'revoke',
  'sign-in',
  'sign-out',
  'read',
  'refusals',
  'other',
] as const;
export type Action = (typeof actions)[number];

/** What a request does, and to what. */
export interface Call {
  action: Action;
  tenant: string | undefined;
  /** The admin API's name for it. */
  resource: string | undefined;
  name: string | undefined;
  subject: Subject | undefined;
  /** The request contained more about the write or its place than is recorded here. */
  isHidden: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route does, if its method and path do not say so. */
    action?: Action;
  }
  interface FastifyRequest {
    /** The plan that the request decides, or belongs to. */
    plan?: PlanFacts | undefined;
  }
}

/** What is recorded about a plan. */
interface PlanFacts {
  id: string;
  resource: string;
  name: string;
}

const paramsSchema = z.object({ tenantId: z.string().optional(), name: z.string().optional() }).catch({});
const writes: Record<string, Action> = {
  POST: 'create',
  PUT: 'change',
  PATCH: 'change',
  DELETE: 'delete',
};
const actionsOfRoutes: Record<string, Action> = {
  '/api/tenants/:tenantId/v2/admin/applications/:name/refresh': 'refresh',
  '/api/registry-checks': 'check',
  '/api/repository-checks': 'check',
  '/auth/callback': 'sign-in',
  '/auth/sign-out': 'sign-out',
};

/** What a request does. Its body counts once it has been read. */
export function readCall(request: FastifyRequest): Call {
  const { url: pattern = '', config } = request.routeOptions;
  const { tenantId, name } = paramsSchema.parse(request.params);
  const written = readResource(pattern);
  const { name: named, subject, isHidden } = readBodyFacts(request.body, written);
  const { plan } = request;
  const place = heldSomewhere.has(written ?? '') ? readPlace(request) : undefined;
  const facts: Subject = {
    ...subject,
    ...(plan && { plan: plan.id }),
    ...place?.told,
  };
  const isOther = name !== undefined && named !== undefined && name !== named;
  return {
    action:
      config.action ??
      actionsOfRoutes[pattern] ??
      (pattern.includes('/v2/admin/') ? writes[request.method] : undefined) ??
      (isRead(request) ? 'read' : 'other'),
    tenant: tenantId,
    resource: config.resource ?? written ?? plan?.resource,
    name: name === undefined ? (named ?? plan?.name) : toKnownName(name),
    subject: Object.keys(facts).length > 0 ? facts : undefined,
    // A deletion is described by its place alone.
    isHidden: place?.isHidden === true || (request.method !== 'DELETE' && (isHidden || isOther)),
  };
}

/** The place that the call goes to, read only from the headers that the gateway forwards for these kinds. */
function readPlace({ headers }: FastifyRequest): {
  told: Pick<Subject, 'resourceGroup' | 'scope'>;
  isHidden: boolean;
} {
  const { 'ai-resource-group': group, 'ai-tenant-scope': ofTenant } = headers;
  if (ofTenant === 'true' && group === '*') return { told: { scope: 'all-groups' }, isHidden: false };
  const resourceGroup = typeof group === 'string' ? toKnownName(group) : undefined;
  return {
    told: {
      ...(resourceGroup !== undefined && { resourceGroup }),
      ...(ofTenant === 'true' && { scope: 'tenant' as const }),
    },
    isHidden: resourceGroup !== group,
  };
}

/** Whether the request's method changes nothing. */
export function isRead({ method }: FastifyRequest): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}
