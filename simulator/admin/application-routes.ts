import type { FastifyInstance } from 'fastify';
import { conflict, quotaExceeded } from '../failures/sap-error.ts';
import { fixedUuid } from '../state/fixed-ids.ts';
import { applicationQuota } from '../state/seed.ts';
import type { StoredApplication, TenantState } from '../state/tenant-store.ts';
import {
  applicationPathSchema,
  applicationUpdateSchema,
  newApplicationSchema,
  parseJsonBody,
  requireBody,
} from './admin-schemas.ts';
import { readApplicationStatus, scheduleRefresh, startSync } from './application-rules.ts';
import { answerPage } from './list-page.ts';
import { objectRoutes, requireStored } from './object-routes.ts';
import { deriveRepositoryName } from './repository-rules.ts';

const quota = { resource: 'applications', maxCount: applicationQuota };

function show({ name, repositoryUrl, revision, path }: StoredApplication) {
  return { applicationName: name, repositoryUrl, revision, path };
}

function buildAnswer(tenant: TenantState, name: string, message: string) {
  return { id: fixedUuid('application', tenant.seed.id, name), message };
}

/** Registers the calls on applications. */
export function registerApplicationRoutes(app: FastifyInstance): void {
  const routes = objectRoutes(app, { path: 'applications', pathSchema: applicationPathSchema, quota });

  routes.list(
    (query) =>
      ({ applications }) =>
        answerPage(applications.values(), query, show),
  );

  routes.create((bytes) => {
    const body = parseJsonBody(newApplicationSchema, bytes);
    const { repositoryUrl, repositoryName = '', revision, path } = body;
    const name =
      body.applicationName ??
      (repositoryUrl === undefined ? repositoryName : deriveRepositoryName(repositoryUrl));
    return [
      name,
      (tenant) => {
        const { applications } = tenant;
        if (applications.has(name)) throw conflict(`Application ${name} already exists.`);
        if (applications.size >= applicationQuota) throw quotaExceeded(quota);
        applications.set(name, {
          name,
          repositoryUrl:
            repositoryUrl ?? requireStored(tenant.repositories, 'Repository', repositoryName).url,
          revision,
          path,
          ...startSync(),
          syncedAt: undefined,
          lastBody: bytes,
        });
        return { status: 200, body: buildAnswer(tenant, name, 'ArgoCD application has been created') };
      },
    ];
  });

  routes.named('GET', (name) => (tenant) => ({
    status: 200,
    body: show(requireStored(tenant.applications, 'Application', name)),
  }));

  routes.named('PATCH', (name, request) => {
    const bytes = requireBody(request.body);
    const source = parseJsonBody(applicationUpdateSchema, bytes);
    return (tenant) => {
      const application = requireStored(tenant.applications, 'Application', name);
      Object.assign(application, source, startSync(), { lastBody: bytes });
      return { status: 200, body: buildAnswer(tenant, name, 'ArgoCD application has been updated') };
    };
  });

  routes.named('DELETE', (name) => (tenant) => {
    requireStored(tenant.applications, 'Application', name);
    tenant.applications.delete(name);
    return { status: 200, body: buildAnswer(tenant, name, 'ArgoCD application has been deleted') };
  });

  routes.named(
    'GET',
    (name) => (tenant) => ({
      status: 200,
      body: readApplicationStatus(tenant, requireStored(tenant.applications, 'Application', name)),
    }),
    '/status',
  );

  routes.named(
    'POST',
    (name) => (tenant) => {
      scheduleRefresh(requireStored(tenant.applications, 'Application', name));
      const message = 'Refresh of ArgoCD application has been scheduled';
      return { status: 202, body: buildAnswer(tenant, name, message) };
    },
    '/refresh',
  );
}
