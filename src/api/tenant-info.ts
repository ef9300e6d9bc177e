import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection.ts';
import type { TenantFacts } from '../domain/connection-verdict.ts';
import { callAdminApi, type CallOptions } from './http.ts';

const tenantInfoSchema = z.object({
  tenantId: z.string(),
  servicePlan: z.optional(z.string()),
  status: z.optional(z.string()),
});

/** What the tenant says about itself. */
export async function getTenantInfo(connection: Connection, options: CallOptions = {}): Promise<TenantFacts> {
  const request = { ...options, method: 'GET', path: 'tenantInfo' } as const;
  const { tenantId, servicePlan, status } = await callAdminApi(connection, request, tenantInfoSchema);
  return { tenantId, servicePlan, status };
}

export function tenantInfoQuery(connection: Connection) {
  return queryOptions({
    queryKey: ['tenantInfo', connection.id] as const,
    queryFn: ({ signal }) => getTenantInfo(connection, { signal }),
    // Kept as long as the page: with it a token of another tenant is noticed.
    gcTime: Number.POSITIVE_INFINITY,
  });
}
