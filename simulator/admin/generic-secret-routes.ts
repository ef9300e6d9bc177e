import type { FastifyInstance } from 'fastify';
import { conflict, notFound, quotaExceeded } from '../failures/sap-error.ts';
import {
  readsUntilReplicated,
  type GenericSecrets,
  type StoredGenericSecret,
} from '../state/generic-secrets.ts';
import { sharedSecretQuota } from '../state/seed.ts';
import type { TenantState } from '../state/tenant-store.ts';
import { pageQuerySchema, parseJsonBody, parseRequest, requireBody } from './admin-schemas.ts';
import { answerCall } from './answer-call.ts';
import {
  genericSecretPathSchema,
  genericSecretUpdateSchema,
  newGenericSecretSchema,
  readScope,
  type Scope,
} from './generic-secret-schemas.ts';
import { buildListPage } from './list-page.ts';
import { requireResourceGroup } from './resource-group-routes.ts';

const base = '/admin/secrets';
const quota = { resource: 'tenant-wide secrets', maxCount: sharedSecretQuota };

function secretsOf(tenant: TenantState, scope: Scope): GenericSecrets {
  if (scope === 'tenant') return tenant.tenantSecrets;
  if (scope === 'shared') return tenant.sharedSecrets;
  return requireResourceGroup(tenant, scope.group).genericSecrets;
}

function requireSecret(secrets: GenericSecrets, name: string): StoredGenericSecret {
  const secret = secrets.get(name);
  if (!secret) throw notFound(`Secret ${name} was not found.`);
  return secret;
}

/** What a read shows: nothing of the values. Each read brings a secret that is on its way nearer to the groups. */
function readSecret(secret: StoredGenericSecret, { resourceGroups }: TenantState, scope: Scope) {
  const { name, createdAt, pendingReads } = secret;
  secret.pendingReads = Math.max(0, pendingReads - 1);
  const status = [...resourceGroups.values()].map(
    ({ id, outcome }) => [id, pendingReads === 0 && outcome === 'PROVISIONED'] as const,
  );
  return {
    name,
    createdAt: createdAt.toISOString(),
    labels: [],
    ...(scope === 'shared' && { resourceGroupSecretsSyncStatus: Object.fromEntries(status) }),
  };
}

function startReplication(scope: Scope): Pick<StoredGenericSecret, 'pendingReads'> {
  return { pendingReads: scope === 'shared' ? readsUntilReplicated : 0 };
}

/** Registers the calls on generic secrets. No answer holds any of their values, or the keys that they have. */
export function registerGenericSecretRoutes(app: FastifyInstance): void {
  app.get(base, async (request, reply) => {
    const query = parseRequest(pageQuerySchema, request.query);
    const scope = readScope(request.headers);
    return answerCall(request, reply, {
      effect: (tenant) => {
        const { count, resources } = buildListPage([...secretsOf(tenant, scope).values()], query);
        const shown = resources.map((secret) => readSecret(secret, tenant, scope));
        return { status: 200, body: { count, resources: shown } };
      },
    });
  });

  app.post(base, async (request, reply) => {
    const bytes = requireBody(request.body);
    const scope = readScope(request.headers);
    const { name } = parseJsonBody(newGenericSecretSchema, bytes);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const secrets = secretsOf(tenant, scope);
        if (secrets.has(name)) throw conflict(`Secret ${name} exists already.`);
        if (scope === 'shared' && secrets.size >= sharedSecretQuota)
          throw quotaExceeded(quota.resource, quota.maxCount);
        secrets.set(name, { name, createdAt: new Date(), lastBody: bytes, ...startReplication(scope) });
        return { status: 200, body: { message: 'secret has been created', name } };
      },
    });
  });

  app.get(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(genericSecretPathSchema, request.params);
    const scope = readScope(request.headers);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const secret = requireSecret(secretsOf(tenant, scope), name);
        return { status: 200, body: readSecret(secret, tenant, scope) };
      },
    });
  });

  app.patch(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(genericSecretPathSchema, request.params);
    const bytes = requireBody(request.body);
    const scope = readScope(request.headers);
    parseJsonBody(genericSecretUpdateSchema, bytes);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const secret = requireSecret(secretsOf(tenant, scope), name);
        Object.assign(secret, { lastBody: bytes, ...startReplication(scope) });
        return { status: 200, body: { message: 'secret has been updated', name } };
      },
    });
  });

  app.delete(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(genericSecretPathSchema, request.params);
    const scope = readScope(request.headers);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const secrets = secretsOf(tenant, scope);
        requireSecret(secrets, name);
        secrets.delete(name);
        return { status: 200, body: { message: 'secret has been deleted' } };
      },
    });
  });
}
