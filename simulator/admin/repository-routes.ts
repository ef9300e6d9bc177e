import type { FastifyInstance } from 'fastify';
import {
  newRepositorySchema,
  pageQuerySchema,
  parseJsonBody,
  parseRequest,
  repositoryCredentialsSchema,
  repositoryPathSchema,
  requireBody,
} from './admin-schemas.ts';
import { answerCall } from './answer-call.ts';
import { fixedUuid } from '../state/fixed-ids.ts';
import { buildListPage } from './list-page.ts';
import {
  deriveRepositoryName,
  normalizeRepositoryUrl,
  readRepository,
  startSync,
} from './repository-rules.ts';
import { InnerServiceError } from '../failures/inner-service-error.ts';
import { conflict, notFound, quotaExceeded, type SapError } from '../failures/sap-error.ts';
import { repositoryQuota } from '../state/seed.ts';
import type { StoredRepository, TenantState } from '../state/tenant-store.ts';

const base = '/admin/repositories';
const quota = { resource: 'repositories', maxCount: repositoryQuota };

function requireRepository(tenant: TenantState, name: string): StoredRepository {
  const repository = tenant.repositories.get(name);
  if (!repository) throw notFound(`Repository ${name} was not found.`);
  return repository;
}

function buildAnswer(tenant: TenantState, name: string, message: string) {
  return { status: 200, body: { id: fixedUuid('repository', tenant.seed.id, name), message } } as const;
}

/** The words with which AI Core refuses another repository under a name that is in use. */
function nameInUse({ seed }: TenantState, name: string): SapError {
  const message = `Repository ${name} not found for tenant ${seed.zoneId}`;
  return new InnerServiceError(message, { namesRequest: false });
}

function requireRoom(tenant: TenantState, name: string, url: string): void {
  const { repositories } = tenant;
  const spelling = normalizeRepositoryUrl(url);
  if ([...repositories.values()].some((other) => normalizeRepositoryUrl(other.url) === spelling)) {
    throw conflict('The provided repository already exists.');
  }
  if (repositories.has(name)) throw nameInUse(tenant, name);
  if (repositories.size >= repositoryQuota) throw quotaExceeded(quota.resource, quota.maxCount);
}

/** Registers the calls on Git repositories. */
export function registerRepositoryRoutes(app: FastifyInstance): void {
  app.get(base, async (request, reply) => {
    const query = parseRequest(pageQuerySchema, request.query);
    return answerCall(request, reply, {
      effect: ({ repositories }) => {
        const page = buildListPage([...repositories.values()], query);
        return { status: 200, body: { count: page.count, resources: page.resources.map(readRepository) } };
      },
    });
  });

  app.post(base, async (request, reply) => {
    const bytes = requireBody(request.body);
    const { name: givenName, url, username } = parseJsonBody(newRepositorySchema, bytes);
    const name = givenName ?? deriveRepositoryName(url);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        requireRoom(tenant, name, url);
        tenant.repositories.set(name, { name, url, ...startSync(url, username), lastBody: bytes });
        return buildAnswer(tenant, name, 'Repository has been on-boarded');
      },
    });
  });

  app.get(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(repositoryPathSchema, request.params);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => ({ status: 200, body: readRepository(requireRepository(tenant, name)) }),
    });
  });

  app.patch(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(repositoryPathSchema, request.params);
    const bytes = requireBody(request.body);
    const { username } = parseJsonBody(repositoryCredentialsSchema, bytes);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const repository = requireRepository(tenant, name);
        Object.assign(repository, startSync(repository.url, username), { lastBody: bytes });
        return buildAnswer(tenant, name, 'ArgoCD application has been updated');
      },
    });
  });

  app.delete(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(repositoryPathSchema, request.params);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        requireRepository(tenant, name);
        tenant.repositories.delete(name);
        return buildAnswer(tenant, name, 'The repository has been off-boarded.');
      },
    });
  });
}
