import type { FastifyInstance } from 'fastify';
import {
  newSecretSchema,
  pageQuerySchema,
  parseJsonBody,
  parseRequest,
  requireBody,
  secretPathSchema,
  secretUpdateSchema,
} from './admin-schemas.ts';
import { answerCall } from './answer-call.ts';
import { fixedUuid } from '../state/fixed-ids.ts';
import { buildListPage } from './list-page.ts';
import { conflict, invalidRequest, notFound, quotaExceeded } from '../failures/sap-error.ts';
import { secretQuota } from '../state/seed.ts';
import type { StoredSecret, TenantState } from '../state/tenant-store.ts';

const base = '/admin/dockerRegistrySecrets';
const quota = { resource: 'Docker registry secrets', maxCount: secretQuota };

function requireSecret({ secrets }: TenantState, name: string): StoredSecret {
  const secret = secrets.get(name);
  if (!secret) throw notFound(`Docker registry secret ${name} was not found.`);
  return secret;
}

/** What reading one secret shows: beside the name what the prose of the API's description mentions. */
function readSecret({ name, createdAt }: StoredSecret, { seed }: TenantState) {
  // Kubernetes writes times in whole seconds.
  const creationTimestamp = createdAt.toISOString().replace(/\.\d{3}Z$/, 'Z');
  return { name, creationTimestamp, namespace: `tenant-${seed.zoneId}` };
}

function secretId(tenant: TenantState, name: string): string {
  return fixedUuid('secret', tenant.seed.id, name);
}

/** Registers the calls on Docker registry secrets. The data of a secret is never in an answer. */
export function registerSecretRoutes(app: FastifyInstance): void {
  app.get(base, async (request, reply) => {
    const query = parseRequest(pageQuerySchema, request.query);
    return answerCall(request, reply, {
      effect: ({ secrets }) => {
        const names = [...secrets.keys()].map((name) => ({ name }));
        return { status: 200, body: buildListPage(names, query) };
      },
    });
  });

  app.post(base, async (request, reply) => {
    const bytes = requireBody(request.body);
    const { name } = parseJsonBody(newSecretSchema, bytes);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: ({ secrets }) => {
        if (secrets.has(name)) throw conflict(`Docker registry secret ${name} exists already.`);
        if (secrets.size >= secretQuota) throw quotaExceeded(quota.resource, quota.maxCount);
        secrets.set(name, { name, createdAt: new Date(), lastBody: bytes });
        return { status: 202, body: { message: 'Secret has been created' } };
      },
    });
  });

  app.get(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(secretPathSchema, request.params);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => ({ status: 200, body: readSecret(requireSecret(tenant, name), tenant) }),
    });
  });

  app.patch(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(secretPathSchema, request.params);
    const bytes = requireBody(request.body);
    const update = parseJsonBody(secretUpdateSchema, bytes);
    if (update.name !== undefined && update.name !== name) {
      throw invalidRequest('The name of a secret cannot be changed.');
    }
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        requireSecret(tenant, name).lastBody = bytes;
        return { status: 202, body: { id: secretId(tenant, name), message: 'Secret has been modified' } };
      },
    });
  });

  app.delete(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(secretPathSchema, request.params);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        requireSecret(tenant, name);
        tenant.secrets.delete(name);
        const message = 'Docker Registry Secret has been deleted';
        return { status: 202, body: { id: secretId(tenant, name), message } };
      },
    });
  });
}
