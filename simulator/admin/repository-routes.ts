import type { FastifyInstance } from 'fastify';
import {
  newRepositorySchema,
  parseJsonBody,
  repositoryCredentialsSchema,
  repositoryPathSchema,
  requireBody,
} from './admin-schemas.ts';
import { fixedUuid } from '../state/fixed-ids.ts';
import { answerPage } from './list-page.ts';
import { objectRoutes, requireStored } from './object-routes.ts';
import {
  deriveRepositoryName,
  normalizeRepositoryUrl,
  readRepository,
  startSync,
} from './repository-rules.ts';
import { InnerServiceError } from '../failures/inner-service-error.ts';
import { conflict, quotaExceeded, type SapError } from '../failures/sap-error.ts';
import { repositoryQuota } from '../state/seed.ts';
import type { TenantState } from '../state/tenant-store.ts';

const quota = { resource: 'repositories', maxCount: repositoryQuota };

function buildAnswer(tenant: TenantState, name: string, message: string) {
  return { status: 200, body: { id: fixedUuid('repository', tenant.seed.id, name), message } } as const;
}

/** AI Core's words for refusing another repository under a name that is in use. */
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
  if (repositories.size >= repositoryQuota) throw quotaExceeded(quota);
}

/** Registers the calls on Git repositories. */
export function registerRepositoryRoutes(app: FastifyInstance): void {
  const routes = objectRoutes(app, { path: 'repositories', pathSchema: repositoryPathSchema, quota });

  routes.list(
    (query) =>
      ({ repositories }) =>
        answerPage(repositories.values(), query, readRepository),
  );

  routes.create((bytes) => {
    const { name: givenName, url, username } = parseJsonBody(newRepositorySchema, bytes);
    const name = givenName ?? deriveRepositoryName(url);
    return [
      name,
      (tenant) => {
        requireRoom(tenant, name, url);
        tenant.repositories.set(name, { name, url, ...startSync(url, username), lastBody: bytes });
        return buildAnswer(tenant, name, 'Repository has been on-boarded');
      },
    ];
  });

  routes.named('GET', (name) => (tenant) => ({
    status: 200,
    body: readRepository(requireStored(tenant.repositories, 'Repository', name)),
  }));

  routes.named('PATCH', (name, request) => {
    const bytes = requireBody(request.body);
    const { username } = parseJsonBody(repositoryCredentialsSchema, bytes);
    return (tenant) => {
      const repository = requireStored(tenant.repositories, 'Repository', name);
      Object.assign(repository, startSync(repository.url, username), { lastBody: bytes });
      return buildAnswer(tenant, name, 'ArgoCD application has been updated');
    };
  });

  routes.named('DELETE', (name) => (tenant) => {
    requireStored(tenant.repositories, 'Repository', name);
    tenant.repositories.delete(name);
    return buildAnswer(tenant, name, 'The repository has been off-boarded.');
  });
}
