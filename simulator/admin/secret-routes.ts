import type { FastifyInstance } from 'fastify';
import {
  newSecretSchema,
  parseJsonBody,
  requireBody,
  secretPathSchema,
  secretUpdateSchema,
} from './admin-schemas.ts';
import { fixedUuid } from '../state/fixed-ids.ts';
import { answerPage } from './list-page.ts';
import { objectRoutes, requireStored } from './object-routes.ts';
import { conflict, invalidRequest, quotaExceeded } from '../failures/sap-error.ts';
import { secretQuota } from '../state/seed.ts';
import type { StoredSecret, TenantState } from '../state/tenant-store.ts';

const kind = 'Docker registry secret';
const quota = { resource: 'Docker registry secrets', maxCount: secretQuota };

/** What reading one secret shows: its name, and the fields that the API's description mentions in its text. */
function readSecret({ name, createdAt }: StoredSecret, { seed }: TenantState) {
  // Kubernetes writes times in whole seconds.
  const creationTimestamp = createdAt.toISOString().replace(/\.\d{3}Z$/, 'Z');
  return { name, creationTimestamp, namespace: `tenant-${seed.zoneId}` };
}

function secretId(tenant: TenantState, name: string): string {
  return fixedUuid('secret', tenant.seed.id, name);
}

/** Registers the calls on Docker registry secrets. No answer contains the data of a secret. */
export function registerSecretRoutes(app: FastifyInstance): void {
  const routes = objectRoutes(app, { path: 'dockerRegistrySecrets', pathSchema: secretPathSchema, quota });

  routes.list(
    (query) =>
      ({ secrets }) =>
        answerPage(secrets.values(), query, ({ name }) => ({ name })),
  );

  routes.create((bytes) => {
    const { name } = parseJsonBody(newSecretSchema, bytes);
    return [
      name,
      ({ secrets }) => {
        if (secrets.has(name)) throw conflict(`${kind} ${name} already exists.`);
        if (secrets.size >= secretQuota) throw quotaExceeded(quota);
        secrets.set(name, { name, createdAt: new Date(), lastBody: bytes });
        return { status: 202, body: { message: 'Secret has been created' } };
      },
    ];
  });

  routes.named('GET', (name) => (tenant) => ({
    status: 200,
    body: readSecret(requireStored(tenant.secrets, kind, name), tenant),
  }));

  routes.named('PATCH', (name, request) => {
    const bytes = requireBody(request.body);
    const update = parseJsonBody(secretUpdateSchema, bytes);
    if (update.name !== undefined && update.name !== name) {
      throw invalidRequest('The name of a secret cannot be changed.');
    }
    return (tenant) => {
      requireStored(tenant.secrets, kind, name).lastBody = bytes;
      return { status: 202, body: { id: secretId(tenant, name), message: 'Secret has been modified' } };
    };
  });

  routes.named('DELETE', (name) => (tenant) => {
    requireStored(tenant.secrets, kind, name);
    tenant.secrets.delete(name);
    const message = 'Docker Registry Secret has been deleted';
    return { status: 202, body: { id: secretId(tenant, name), message } };
  });
}
