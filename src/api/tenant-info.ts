import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { callAdminApi, type CallOptions } from './http.ts';
import { queryKeys } from './query-keys.ts';

const tenantInfoSchema = z.object({ tenantId: z.string(), servicePlan: z.string(), status: z.string() });

export type TenantInfo = z.infer<typeof tenantInfoSchema>;

/** The tenant's id at SAP, its service plan and its provisioning status, as AI Core names them. */
export function getTenantInfo(connection: Connection, options: CallOptions = {}): Promise<TenantInfo> {
  return callAdminApi(connection, { ...options, method: 'GET', path: 'tenantInfo' }, tenantInfoSchema);
}

export function tenantInfoQuery(connection: Connection) {
  return queryOptions({
    queryKey: queryKeys.tenantInfo(connection),
    queryFn: ({ signal }) => getTenantInfo(connection, { signal }),
    // Kept as long as the page, to notice a token of another tenant.
    gcTime: Number.POSITIVE_INFINITY,
  });
}
