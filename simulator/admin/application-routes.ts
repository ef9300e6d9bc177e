import type { FastifyInstance } from 'fastify';
import { conflict, notFound, quotaExceeded } from '../failures/sap-error.ts';
import { fixedUuid } from '../state/fixed-ids.ts';
import { applicationQuota } from '../state/seed.ts';
import type { StoredApplication, TenantState } from '../state/tenant-store.ts';
import {
  applicationPathSchema,
  applicationUpdateSchema,
  newApplicationSchema,
  pageQuerySchema,
  parseJsonBody,
  parseRequest,
  requireBody,
} from './admin-schemas.ts';
import { answerCall } from './answer-call.ts';
import { readApplicationStatus, scheduleRefresh, startSync } from './application-rules.ts';
import { buildListPage } from './list-page.ts';
import { deriveRepositoryName } from './repository-rules.ts';

const base = '/admin/applications';
const quota = { resource: 'applications', maxCount: applicationQuota };

function requireApplication(tenant: TenantState, name: string): StoredApplication {
  const application = tenant.applications.get(name);
  if (!application) throw notFound(`Application ${name} was not found.`);
  return application;
}

function show({ name, repositoryUrl, revision, path }: StoredApplication) {
  return { applicationName: name, repositoryUrl, revision, path };
}

function buildAnswer(tenant: TenantState, name: string, message: string) {
  return { id: fixedUuid('application', tenant.seed.id, name), message };
}

/** The URL of the registered repository of that name. */
function urlOf({ repositories }: TenantState, repositoryName: string): string {
  const repository = repositories.get(repositoryName);
  if (!repository) throw notFound(`Repository ${repositoryName} was not found.`);
  return repository.url;
}

/** Registers the calls on applications. */
export function registerApplicationRoutes(app: FastifyInstance): void {
  app.get(base, async (request, reply) => {
    const query = parseRequest(pageQuerySchema, request.query);
    return answerCall(request, reply, {
      effect: ({ applications }) => {
        const page = buildListPage([...applications.values()], query);
        return { status: 200, body: { count: page.count, resources: page.resources.map(show) } };
      },
    });
  });

  app.post(base, async (request, reply) => {
    const bytes = requireBody(request.body);
    const body = parseJsonBody(newApplicationSchema, bytes);
    const { repositoryUrl, repositoryName = '', revision, path } = body;
    const name =
      body.applicationName ??
      (repositoryUrl === undefined ? repositoryName : deriveRepositoryName(repositoryUrl));
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const { applications } = tenant;
        if (applications.has(name)) throw conflict(`Application ${name} already exists.`);
        if (applications.size >= applicationQuota) throw quotaExceeded(quota.resource, quota.maxCount);
        applications.set(name, {
          name,
          repositoryUrl: repositoryUrl ?? urlOf(tenant, repositoryName),
          revision,
          path,
          ...startSync(),
          syncedAt: undefined,
          lastBody: bytes,
        });
        return { status: 200, body: buildAnswer(tenant, name, 'ArgoCD application has been created') };
      },
    });
  });

  app.get(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(applicationPathSchema, request.params);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => ({ status: 200, body: show(requireApplication(tenant, name)) }),
    });
  });

  app.patch(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(applicationPathSchema, request.params);
    const bytes = requireBody(request.body);
    const source = parseJsonBody(applicationUpdateSchema, bytes);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        const application = requireApplication(tenant, name);
        Object.assign(application, source, startSync(), { lastBody: bytes });
        return { status: 200, body: buildAnswer(tenant, name, 'ArgoCD application has been updated') };
      },
    });
  });

  app.delete(`${base}/:name`, async (request, reply) => {
    const { name } = parseRequest(applicationPathSchema, request.params);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        requireApplication(tenant, name);
        tenant.applications.delete(name);
        return { status: 200, body: buildAnswer(tenant, name, 'ArgoCD application has been deleted') };
      },
    });
  });

  app.get(`${base}/:name/status`, async (request, reply) => {
    const { name } = parseRequest(applicationPathSchema, request.params);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => ({
        status: 200,
        body: readApplicationStatus(tenant, requireApplication(tenant, name)),
      }),
    });
  });

  app.post(`${base}/:name/refresh`, async (request, reply) => {
    const { name } = parseRequest(applicationPathSchema, request.params);
    return answerCall(request, reply, {
      named: { name, ...quota },
      effect: (tenant) => {
        scheduleRefresh(requireApplication(tenant, name));
        const message = 'Refresh of ArgoCD application has been scheduled';
        return { status: 202, body: buildAnswer(tenant, name, message) };
      },
    });
  });
}
