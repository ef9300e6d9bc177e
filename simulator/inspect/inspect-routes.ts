import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { failureWords } from '../failures/reserved-names.ts';
import { notFound } from '../failures/sap-error.ts';
import { parseRequest } from '../admin/admin-schemas.ts';
import type { TokenAuthority } from '../oauth/tokens.ts';
import type { Journal } from '../state/journal.ts';
import { tenantFailureKinds } from '../failures/tenant-failures.ts';
import type { StoredResourceGroup } from '../state/resource-groups.ts';
import type { TenantState, TenantStore } from '../state/tenant-store.ts';

/** What can be inspected. */
interface InspectedState {
  readonly tenants: TenantStore;
  readonly tokens: TokenAuthority;
  readonly journal: Journal;
}

const tenantPathSchema = z.object({ id: z.string() });
const resourcePathSchema = z.object({ id: z.string(), name: z.string() });
const objectStorePathSchema = resourcePathSchema.extend({ group: z.string() });
const failureQuerySchema = z.object({
  kind: z.union([
    z.enum(tenantFailureKinds),
    z.literal('none').transform(() => undefined),
    z.enum(failureWords).transform((word) => ({ word })),
  ]),
});

function sendBytes(reply: FastifyReply, bytes: Buffer | undefined): FastifyReply {
  if (!bytes) throw notFound('The tenant has no resource of this name.');
  return reply.type('application/json').send(bytes);
}

/** What the groups hold, each as `group/name`. */
function placed(
  groups: ReadonlyMap<string, StoredResourceGroup>,
  held: (group: StoredResourceGroup) => ReadonlyMap<string, unknown>,
): string[] {
  return [...groups.values()]
    .flatMap((group) => [...held(group).keys()].map((name) => `${group.id}/${name}`))
    .toSorted();
}

/**
 * Registers the calls with which a test looks behind the API. They show credentials as received, so they only exist if
 * requested.
 */
export function registerInspectRoutes(app: FastifyInstance, state: InspectedState): void {
  // The calls that change something take no body; any body is ignored.
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null);
  });

  const requireTenant = (id: string): TenantState => {
    const tenant = state.tenants.find(id);
    if (!tenant) throw notFound(`There is no tenant ${id}.`);
    return tenant;
  };

  app.get('/inspect/tenants', async () =>
    state.tenants.all().map(({ seed, failure, ...holds }) => ({
      tenantId: seed.id,
      secrets: [...holds.secrets.keys()].toSorted(),
      repositories: [...holds.repositories.keys()].toSorted(),
      applications: [...holds.applications.keys()].toSorted(),
      resourceGroups: [...holds.resourceGroups.keys()].toSorted(),
      objectStores: placed(holds.resourceGroups, ({ objectStores }) => objectStores),
      genericSecrets: [
        ...[...holds.tenantSecrets.keys()].map((name) => `tenant/${name}`),
        ...[...holds.sharedSecrets.keys()].map((name) => `shared/${name}`),
        ...placed(holds.resourceGroups, ({ genericSecrets }) => genericSecrets).map((place) => `in-${place}`),
      ].toSorted(),
      failure: typeof failure === 'object' ? failure.word : failure,
    })),
  );

  for (const kind of ['secrets', 'repositories', 'applications'] as const) {
    app.get(`/inspect/tenants/:id/${kind}/:name`, async (request, reply) => {
      const { id, name } = parseRequest(resourcePathSchema, request.params);
      return sendBytes(reply, requireTenant(id)[kind].get(name)?.lastBody);
    });
  }

  app.get('/inspect/tenants/:id/resource-groups/:group/object-stores/:name', async (request, reply) => {
    const { id, group, name } = parseRequest(objectStorePathSchema, request.params);
    return sendBytes(reply, requireTenant(id).resourceGroups.get(group)?.objectStores.get(name)?.lastBody);
  });

  // The scope is `tenant`, `shared`, or `in-` followed by the id of a resource group.
  app.get('/inspect/tenants/:id/generic-secrets/:group/:name', async (request, reply) => {
    const { id, group, name } = parseRequest(objectStorePathSchema, request.params);
    const { tenantSecrets, sharedSecrets, resourceGroups } = requireTenant(id);
    const places = { tenant: tenantSecrets, shared: sharedSecrets };
    const secrets =
      group === 'tenant' || group === 'shared'
        ? places[group]
        : resourceGroups.get(group.replace(/^in-/, ''))?.genericSecrets;
    return sendBytes(reply, secrets?.get(name)?.lastBody);
  });

  app.post('/inspect/tenants/:id/failure', async (request, reply) => {
    const tenant = requireTenant(parseRequest(tenantPathSchema, request.params).id);
    tenant.failure = parseRequest(failureQuerySchema, request.query).kind;
    tenant.writes = 0;
    return reply.code(204).send();
  });

  app.get('/inspect/journal', async () => state.journal.entries());

  app.post('/inspect/reset', async (_request, reply) => {
    state.tenants.reset();
    state.journal.clear();
    return reply.code(204).send();
  });

  app.post('/inspect/expire-tokens', async (_request, reply) => {
    state.tokens.withdrawAll();
    return reply.code(204).send();
  });
}
