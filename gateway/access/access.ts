import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { sendFailure, unknownTenant } from '../common/error-envelope.ts';
import type { TenantRegistry } from '../forwarding/tenants.ts';
import type { Person } from '../sign-in/person.ts';
import type { AccessFile, GroupGrants } from './access-file.ts';
import { findGrants } from './grants.ts';
import { describeRights, hasRight, hasRightAnywhere, seesTenant, type Grant, type Right } from './roles.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What a route requires of its caller. The default below a tenant is `read` for GET and HEAD and `write` for
     * everything else; elsewhere nothing is required.
     */
    right?: Right;
    /** The resource that the route is about, if its path does not say so. */
    resource?: string;
  }
}

/** Which tenants somebody may see, and what they may do there. */
export interface Access {
  /** Every signed-in person may do everything, because nothing says otherwise. */
  everybodyEdits: boolean;
  sees(person: Person | undefined, tenantId: string): boolean;
  /** All tenants, including those that are added later. */
  seesAll(person: Person | undefined): boolean;
  /** The audit of all tenants, and of events that belong to no tenant. */
  auditsAll(person: Person | undefined): boolean;
  may(
    person: Person | undefined,
    right: Right,
    what: { tenantId: string; resource: string | undefined },
  ): boolean;
  /** In at least one tenant, for at least one resource. */
  mayAnywhere(person: Person | undefined, right: Right): boolean;
  describe(person: Person | undefined, tenantId: string): ReturnType<typeof describeRights>;
}

/** Decides by the file; without a file, by the roles that the issuer gives. */
export function createAccess(file: AccessFile | undefined, options: { issuerGivesRoles: boolean }): Access {
  const grantsOf = rememberGrants(() => file?.groups());
  return {
    everybodyEdits: file === undefined && !options.issuerGivesRoles,
    sees: (person, tenantId) => seesTenant(grantsOf(person), tenantId),
    seesAll: (person) => grantsOf(person).some(({ tenants }) => tenants.includes('*')),
    // Only the pattern `*` itself covers the tenant id `*`.
    auditsAll: (person) => describeRights(grantsOf(person), '*').audit,
    may: (person, right, what) => hasRight(grantsOf(person), right, what),
    mayAnywhere: (person, right) => hasRightAnywhere(grantsOf(person), right),
    describe: (person, tenantId) => describeRights(grantsOf(person), tenantId),
  };
}

/**
 * What each person may do, worked out once for as long as the file says the same: somebody may be in two hundred
 * groups, and a plan asks for each of its tenants.
 */
function rememberGrants(groups: () => GroupGrants | undefined) {
  const known = new WeakMap<Person, { groups: GroupGrants | undefined; grants: readonly Grant[] }>();
  return (person: Person | undefined): readonly Grant[] => {
    const now = groups();
    if (person === undefined) return findGrants(person, now);
    const last = known.get(person);
    if (last !== undefined && last.groups === now) return last.grants;
    const grants = findGrants(person, now);
    known.set(person, { groups: now, grants });
    return grants;
  };
}

const paramsSchema = z.object({ tenantId: z.string() });

/**
 * Decides before anything is sent, in every route below `/api/tenants/:tenantId` and in those that name a right. A
 * tenant that somebody may not see gets the answer of one that does not exist, without being looked up.
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
    // Forwarded calls look their tenant up themselves. Nothing is kept about a tenant that does not exist.
    const isKnown = pattern.includes('/v2/admin/') || (await tenants.search(tenantId)) !== undefined;
    return isKnown ? undefined : sendFailure(reply, unknownTenant);
  });
}

const tenantRoutes = '/api/tenants/:tenantId/';

function readRight({ routeOptions, method }: FastifyRequest): Right {
  return routeOptions.config.right ?? (['GET', 'HEAD'].includes(method) ? 'read' : 'write');
}

/** `repositories` for the routes `/v2/admin/repositories/:name` and `/v2/admin/resourceQuota/repositories`. */
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
