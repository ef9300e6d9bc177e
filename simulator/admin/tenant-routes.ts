import type { FastifyInstance } from 'fastify';
import { parseRequest, quotaQuerySchema } from './admin-schemas.ts';
import { answerCall } from './answer-call.ts';
import {
  applicationQuota,
  repositoryQuota,
  resourceGroupQuota,
  secretQuota,
  sharedSecretQuota,
} from '../state/seed.ts';
import type { TenantState } from '../state/tenant-store.ts';

interface QuotaRoute {
  readonly path: string;
  readonly maxCount: number;
  readonly countOf: (tenant: TenantState) => number;
}

const quotaRoutes: readonly QuotaRoute[] = [
  { path: 'dockerRegistrySecrets', maxCount: secretQuota, countOf: ({ secrets }) => secrets.size },
  { path: 'repositories', maxCount: repositoryQuota, countOf: ({ repositories }) => repositories.size },
  { path: 'applications', maxCount: applicationQuota, countOf: ({ applications }) => applications.size },
  { path: 'secrets', maxCount: sharedSecretQuota, countOf: ({ sharedSecrets }) => sharedSecrets.size },
  {
    path: 'resourceGroups',
    maxCount: resourceGroupQuota,
    countOf: ({ resourceGroups }) => resourceGroups.size,
  },
];

/** Registers the calls that return a tenant's quotas, their usage and its service plan. */
export function registerTenantRoutes(app: FastifyInstance): void {
  for (const { path, maxCount, countOf } of quotaRoutes) {
    app.get(`/admin/resourceQuota/${path}`, async (request, reply) => {
      const { quotaOnly } = parseRequest(quotaQuerySchema, request.query);
      return answerCall(request, reply, {
        effect: (tenant) => ({
          status: 200,
          body: { ...(quotaOnly ? {} : { usage: { count: countOf(tenant) } }), quota: { maxCount } },
        }),
      });
    });
  }

  app.get('/admin/tenantInfo', async (request, reply) =>
    answerCall(request, reply, {
      effect: ({ seed }) => ({
        status: 200,
        body: { tenantId: seed.zoneId, servicePlan: 'extended', status: 'PROVISIONED' },
      }),
    }),
  );
}
