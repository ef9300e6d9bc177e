import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { sendFailure, unknownTenant } from '../common/error-envelope.ts';
import type { TenantRegistry } from '../forwarding/tenants.ts';
import type { Person } from '../sign-in/person.ts';
import type { AccessFile } from './access-file.ts';
import { findGrants } from './grants.ts';
import { describeRights, hasRight, hasRightAnywhere, seesTenant, type Right } from './roles.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What a route asks of its caller. Without it, below a tenant `read` for GET and HEAD and `write` for everything
     * else, and outside of them nothing.
     */
    right?: Right;
    /** The resource that it is about, where its path does not tell. */
    resource?: string;
  }
}

/** What of the tenants somebody may see, and do there. */
export interface Access {
  /** Every signed-in person may do everything, because nothing says otherwise. */
  everybodyEdits: boolean;
  sees(person: Person | undefined, tenantId: string): boolean;
  /** All tenants, those too that nobody knows yet. */
  seesAll(person: Person | undefined): boolean;
  /** The audit of all tenants, and of what belongs to none. */
  auditsAll(person: Person | undefined): boolean;
  may(
    person: Person | undefined,
    right: Right,
    what: { tenantId: string; resource: string | undefined },
  ): boolean;
  /** In one tenant at least, and for one resource. */
  mayAnywhere(person: Person | undefined, right: Right): boolean;
  describe(person: Person | undefined, tenantId: string): ReturnType<typeof describeRights>;
}

/** Decides by the file, or where there is none by what the issuer says. */
export function createAccess(file: AccessFile | undefined, options: { issuerGivesRoles: boolean }): Access {
  const grantsOf = (person: Person | undefined) => findGrants(person, file?.groups());
  return {
    everybodyEdits: file === undefined && !options.issuerGivesRoles,
    sees: (person, tenantId) => seesTenant(grantsOf(person), tenantId),
    seesAll: (person) => grantsOf(person).some(({ tenants }) => tenants.includes('*')),
    // Only `*` itself covers that.
    auditsAll: (person) => describeRights(grantsOf(person), '*').audit,
    may: (person, right, what) => hasRight(grantsOf(person), right, what),
    mayAnywhere: (person, right) => hasRightAnywhere(grantsOf(person), right),
    describe: (person, tenantId) => describeRights(grantsOf(person), tenantId),
  };
}

const paramsSchema = z.object({ tenantId: z.string() });

/**
 * Decides before anything is sent, in every route below `/api/tenants/:tenantId` and in those that name a right. A
 * tenant that somebody may not see is answered as one that does not exist, and without having been looked for.
 */
export function registerAccess(app: FastifyInstance, access: Access, tenants: TenantRegistry): void {
  app.addHook('onRequest', async (request, reply) => {
    const params = paramsSchema.safeParse(request.params);
    const pattern = request.routeOptions.url ?? '';
    if (!params.success || !pattern.startsWith(tenantRoutes)) {
      const { right } = request.routeOptions.config;
      if (right === undefined || access.mayAnywhere(request.person, right)) return undefined;
      return sendFailure(reply, denied[right]);
    }
    const { tenantId } = params.data;
    if (!access.sees(request.person, tenantId)) return sendFailure(reply, unknownTenant);
    const right = readRight(request);
    const resource = request.routeOptions.config.resource ?? readResource(pattern);
    if (!access.may(request.person, right, { tenantId, resource })) return sendFailure(reply, denied[right]);
    // What is forwarded looks its tenant up itself. Nothing is kept of one that there is not.
    const isKnown = pattern.includes('/v2/admin/') || (await tenants.search(tenantId)) !== undefined;
    return isKnown ? undefined : sendFailure(reply, unknownTenant);
  });
}

const tenantRoutes = '/api/tenants/:tenantId/';

function readRight({ routeOptions, method }: FastifyRequest): Right {
  return routeOptions.config.right ?? (['GET', 'HEAD'].includes(method) ? 'read' : 'write');
}

/** Of the routes `/v2/admin/repositories/:name` and `/v2/admin/resourceQuota/repositories` it is `repositories`. */
export function readResource(pattern: string): string | undefined {
  const found = /\/v2\/admin\/(?:resourceQuota\/)?(\w+)/.exec(pattern)?.[1];
  return found === 'tenantInfo' ? undefined : found;
}

const denied = {
  read: {
    status: 403,
    code: 'AccessDenied',
    message: 'Your roles do not allow you to read this. Nothing was sent.',
  },
  write: {
    status: 403,
    code: 'AccessDenied',
    message: 'Your roles allow you only to read this. Nothing was sent.',
  },
  audit: { status: 403, code: 'AccessDenied', message: 'Your roles do not include the audit log.' },
} as const;
