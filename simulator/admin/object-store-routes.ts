import type { FastifyInstance } from 'fastify';
import { conflict, invalidRequest } from '../failures/sap-error.ts';
import { fixedUuid } from '../state/fixed-ids.ts';
import type { StoredObjectStore } from '../state/resource-groups.ts';
import type { TenantState } from '../state/tenant-store.ts';
import { parseJsonBody, requireBody } from './admin-schemas.ts';
import { answerPage } from './list-page.ts';
import { objectRoutes, requireStored } from './object-routes.ts';
import {
  describeObjectStore,
  objectStoreBodySchema,
  objectStorePathSchema,
  readResourceGroupHeader,
} from './object-store-schemas.ts';
import { requireResourceGroup } from './resource-group-routes.ts';

const kind = 'Object store secret';
/** No quota is documented, but the name `quota` shows one. */
const quota = { resource: 'object store secrets', maxCount: 50 };

/** As the API shows it: with the name of its Kubernetes secret. */
function readObjectStore({ name, metadata }: StoredObjectStore) {
  return { metadata, name: `${name}-object-store-secret` };
}

function secretId({ seed }: TenantState, group: string, name: string): string {
  return fixedUuid('object store secret', seed.id, group, name);
}

/** Registers the calls on object store secrets. Answers contain no credentials from their `data`. */
export function registerObjectStoreRoutes(app: FastifyInstance): void {
  const routes = objectRoutes(app, { path: 'objectStoreSecrets', pathSchema: objectStorePathSchema, quota });

  routes.list((query, request) => {
    const groupId = readResourceGroupHeader(request.headers['ai-resource-group']);
    return (tenant) => {
      const { objectStores } = requireResourceGroup(tenant, groupId);
      return answerPage(objectStores.values(), query, readObjectStore);
    };
  });

  routes.create((bytes, request) => {
    const groupId = readResourceGroupHeader(request.headers['ai-resource-group']);
    const body = parseJsonBody(objectStoreBodySchema, bytes);
    const { name } = body;
    return [
      name,
      (tenant) => {
        const { objectStores } = requireResourceGroup(tenant, groupId);
        if (objectStores.has(name)) throw conflict(`${kind} ${name} already exists.`);
        objectStores.set(name, { name, metadata: describeObjectStore(body), lastBody: bytes });
        return { status: 202, body: { message: 'Object store secret has been created' } };
      },
    ];
  });

  routes.named('GET', (name, request) => {
    const groupId = readResourceGroupHeader(request.headers['ai-resource-group']);
    return (tenant) => {
      const store = requireStored(requireResourceGroup(tenant, groupId).objectStores, kind, name);
      return { status: 200, body: readObjectStore(store) };
    };
  });

  routes.named('PATCH', (name, request) => {
    const groupId = readResourceGroupHeader(request.headers['ai-resource-group']);
    const bytes = requireBody(request.body);
    const body = parseJsonBody(objectStoreBodySchema, bytes);
    if (body.name !== name) throw invalidRequest('The name of an object store secret cannot be changed.');
    return (tenant) => {
      const group = requireResourceGroup(tenant, groupId);
      requireStored(group.objectStores, kind, name);
      group.objectStores.set(name, { name, metadata: describeObjectStore(body), lastBody: bytes });
      const message = 'Object store secret has been modified';
      return { status: 202, body: { id: secretId(tenant, groupId, name), message } };
    };
  });

  routes.named('DELETE', (name, request) => {
    const groupId = readResourceGroupHeader(request.headers['ai-resource-group']);
    return (tenant) => {
      const group = requireResourceGroup(tenant, groupId);
      requireStored(group.objectStores, kind, name);
      group.objectStores.delete(name);
      const message = 'Object store secret has been deleted';
      return { status: 202, body: { id: secretId(tenant, groupId, name), message } };
    };
  });
}
