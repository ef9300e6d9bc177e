import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import '../access/access.ts';
import { readBodyFacts, toKnownName, type Subject } from './subject.ts';

/** What somebody does; `read` is kept only where it was refused, and `refusals` are several calls in one. */
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
  /** As the admin API calls it. */
  resource: string | undefined;
  name: string | undefined;
  subject: Subject | undefined;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route does, where its method and path do not tell. */
    action?: Action;
  }
  interface FastifyRequest {
    /** The plan of many tenants that it is about, or a part of. */
    plan?: PlanFacts | undefined;
  }
}

/** What is told of a plan. */
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

/** What a request does. Its body counts as soon as it has been read. */
export function readCall(request: FastifyRequest): Call {
  const { url: pattern = '', config } = request.routeOptions;
  const { tenantId, name } = paramsSchema.parse(request.params);
  const { name: named, keys, subject } = readBodyFacts(request.body);
  const { plan } = request;
  const resource = config.resource ?? readResource(pattern) ?? plan?.resource;
  const facts: Subject = {
    ...subject,
    ...(plan && { plan: plan.id }),
    ...(heldSomewhere.test(pattern) && readScope(request)),
    ...(resource === 'secrets' && keys.length > 0 && { keys }),
  };
  return {
    action:
      config.action ??
      actionsOfRoutes[pattern] ??
      (pattern.includes('/v2/admin/') ? writes[request.method] : undefined) ??
      (isRead(request) ? 'read' : 'other'),
    tenant: tenantId,
    resource,
    name: name === undefined ? (named ?? plan?.name) : toKnownName(name),
    subject: Object.keys(facts).length > 0 ? facts : undefined,
  };
}

/** The routes in which a header says where: in all others none passes the gateway. */
const heldSomewhere = /\/v2\/admin\/(?:objectStoreSecrets|secrets)\b/;

/** Where the call goes to: only what passes the gateway counts. */
function readScope({ headers }: FastifyRequest): Pick<Subject, 'resourceGroup' | 'scope'> {
  const { 'ai-resource-group': group, 'ai-tenant-scope': ofTenant } = headers;
  if (ofTenant === 'true') return { scope: group === '*' ? 'all-groups' : 'tenant' };
  const resourceGroup = typeof group === 'string' ? toKnownName(group) : undefined;
  return resourceGroup === undefined ? {} : { resourceGroup };
}

/** Whether a request changes nothing, by its method. */
export function isRead({ method }: FastifyRequest): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/** Of `/api/tenants/:tenantId/v2/admin/repositories/:name` it is `repositories`. */
function readResource(pattern: string): string | undefined {
  return /\/v2\/admin\/(?:resourceQuota\/)?(\w+)/.exec(pattern)?.[1];
}
