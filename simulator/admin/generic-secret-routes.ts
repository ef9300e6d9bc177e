import type { FastifyInstance } from 'fastify';
import { conflict, quotaExceeded } from '../failures/sap-error.ts';
import {
  readsUntilReplicated,
  type GenericSecrets,
  type StoredGenericSecret,
} from '../state/generic-secrets.ts';
import { sharedSecretQuota } from '../state/seed.ts';
import type { TenantState } from '../state/tenant-store.ts';
import { parseJsonBody, requireBody } from './admin-schemas.ts';
import {
  genericSecretPathSchema,
  genericSecretUpdateSchema,
  newGenericSecretSchema,
  readScope,
  type Scope,
} from './generic-secret-schemas.ts';
import { answerPage } from './list-page.ts';
import { objectRoutes, requireStored } from './object-routes.ts';
import { requireResourceGroup } from './resource-group-routes.ts';

const quota = { resource: 'tenant-wide secrets', maxCount: sharedSecretQuota };

function secretsOf(tenant: TenantState, scope: Scope): GenericSecrets {
  if (scope === 'tenant') return tenant.tenantSecrets;
  if (scope === 'shared') return tenant.sharedSecrets;
  return requireResourceGroup(tenant, scope.group).genericSecrets;
}

/** What a read shows, without the values. Each read brings a pending secret closer to the groups. */
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

/** Registers the calls on generic secrets. No answer contains their values or keys. */
export function registerGenericSecretRoutes(app: FastifyInstance): void {
  const routes = objectRoutes(app, { path: 'secrets', pathSchema: genericSecretPathSchema, quota });

  routes.list((query, request) => {
    const scope = readScope(request.headers);
    return (tenant) =>
      answerPage(secretsOf(tenant, scope).values(), query, (secret) => readSecret(secret, tenant, scope));
  });

  routes.create((bytes, request) => {
    const scope = readScope(request.headers);
    const { name } = parseJsonBody(newGenericSecretSchema, bytes);
    return [
      name,
      (tenant) => {
        const secrets = secretsOf(tenant, scope);
        if (secrets.has(name)) throw conflict(`Secret ${name} already exists.`);
        if (scope === 'shared' && secrets.size >= sharedSecretQuota) throw quotaExceeded(quota);
        secrets.set(name, { name, createdAt: new Date(), lastBody: bytes, ...startReplication(scope) });
        return { status: 200, body: { message: 'secret has been created', name } };
      },
    ];
  });

  routes.named('GET', (name, request) => {
    const scope = readScope(request.headers);
    return (tenant) => {
      const secret = requireStored(secretsOf(tenant, scope), 'Secret', name);
      return { status: 200, body: readSecret(secret, tenant, scope) };
    };
  });

  routes.named('PATCH', (name, request) => {
    const bytes = requireBody(request.body);
    const scope = readScope(request.headers);
    parseJsonBody(genericSecretUpdateSchema, bytes);
    return (tenant) => {
      const secret = requireStored(secretsOf(tenant, scope), 'Secret', name);
      Object.assign(secret, { lastBody: bytes, ...startReplication(scope) });
      return { status: 200, body: { message: 'secret has been updated', name } };
    };
  });

  routes.named('DELETE', (name, request) => {
    const scope = readScope(request.headers);
    return (tenant) => {
      const secrets = secretsOf(tenant, scope);
      requireStored(secrets, 'Secret', name);
      secrets.delete(name);
      return { status: 200, body: { message: 'secret has been deleted' } };
    };
  });
}
