import type { FastifyInstance, FastifyRequest } from 'fastify';
import { conflict, invalidRequest, notFound } from '../failures/sap-error.ts';
import { fixedUuid } from '../state/fixed-ids.ts';
import type { StoredObjectStore, StoredResourceGroup } from '../state/resource-groups.ts';
import type { TenantState } from '../state/tenant-store.ts';
import { pageQuerySchema, parseJsonBody, parseRequest, requireBody } from './admin-schemas.ts';
import { answerCall } from './answer-call.ts';
import { buildListPage } from './list-page.ts';
import {
  describeObjectStore,
  objectStoreBodySchema,
  objectStorePathSchema,
  readResourceGroupHeader,
} from './object-store-schemas.ts';
import { requireResourceGroup } from './resource-group-routes.ts';

const base = '/admin/objectStoreSecrets';
/** No quota is documented; the name `quota` shows one all the same. */
const quota = { resource: 'object store secrets', maxCount: 50 };

function requireObjectStore({ objectStores }: StoredResourceGroup, name: string): StoredObjectStore {
  const store = objectStores.get(name);
  if (!store) throw notFound(`Object store secret ${name} was not found.`);
  return store;
}

/** As the API shows it: under the name of the secret that Kubernetes has for it. */
function readObjectStore({ name, metadata }: StoredObjectStore) {
  return { metadata, name: `${name}-object-store-secret` };
}

function secretId({ seed }: TenantState, group: string, name: string): string {
  return fixedUuid('object store secret', seed.id, group, name);
}

/** Path and resource group of a call that names an object store. */
function readTarget({ params, headers }: FastifyRequest): { name: string; groupId: string } {
  const { name } = parseRequest(objectStorePathSchema, params);
  return { name, groupId: readResourceGroupHeader(headers['ai-resource-group']) };
}

/** Registers the calls on object store secrets. Nothing of their `data` but what is no credential is in an answer. */
export function registerObjectStoreRoutes(app: FastifyInstance): void {
  app.get(base, async (request, reply) => {
    const query = parseRequest(pageQuerySchema, request.query);
    const groupId = readResourceGroupHeader(request.headers['ai-resource-group']);
    return answerCall(request, reply, {
      effect: (tenant) => {
        const { objectStores } = requireResourceGroup(tenant, groupId);
        const page = buildListPage([...objectStores.values()], query);
        return { status: 200, body: { count: page.count, resources: page.resources.map(readObjectStore) } };
      },
    });
  });

  app.post(base, async (request, reply) => {
    const bytes = requireBody(request.body);
    const groupId = readResourceGroupHeader(request.headers['ai-resource-group']);
    const body = parseJsonBody(objectStoreBodySchema, bytes);
    const { name } = body;
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const { objectStores } = requireResourceGroup(tenant, groupId);
        if (objectStores.has(name)) throw conflict(`Object store secret ${name} exists already.`);
        objectStores.set(name, { name, metadata: describeObjectStore(body), lastBody: bytes });
        return { status: 202, body: { message: 'Object store secret has been created' } };
      },
    });
  });

  app.get(`${base}/:name`, async (request, reply) => {
    const { name, groupId } = readTarget(request);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const store = requireObjectStore(requireResourceGroup(tenant, groupId), name);
        return { status: 200, body: readObjectStore(store) };
      },
    });
  });

  app.patch(`${base}/:name`, async (request, reply) => {
    const { name, groupId } = readTarget(request);
    const bytes = requireBody(request.body);
    const body = parseJsonBody(objectStoreBodySchema, bytes);
    if (body.name !== name) throw invalidRequest('The name of an object store secret cannot be changed.');
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const group = requireResourceGroup(tenant, groupId);
        requireObjectStore(group, name);
        group.objectStores.set(name, { name, metadata: describeObjectStore(body), lastBody: bytes });
        const message = 'Object store secret has been modified';
        return { status: 202, body: { id: secretId(tenant, groupId, name), message } };
      },
    });
  });

  app.delete(`${base}/:name`, async (request, reply) => {
    const { name, groupId } = readTarget(request);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const group = requireResourceGroup(tenant, groupId);
        requireObjectStore(group, name);
        group.objectStores.delete(name);
        const message = 'Object store secret has been deleted';
        return { status: 202, body: { id: secretId(tenant, groupId, name), message } };
      },
    });
  });
}
