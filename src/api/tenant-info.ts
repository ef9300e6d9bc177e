import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection.ts';
import { callAdminApi } from './http.ts';

const tenantInfoSchema = z.object({ tenantId: z.string(), servicePlan: z.string(), status: z.string() });

export type TenantInfo = z.infer<typeof tenantInfoSchema>;

/** The tenant's id at SAP, its service plan and its provisioning status, as AI Core names them. */
export function tenantInfoQuery(connection: Connection) {
  return queryOptions({
    queryKey: ['tenantInfo', connection.id] as const,
    queryFn: ({ signal }) =>
      callAdminApi(connection, { method: 'GET', path: 'tenantInfo', signal }, tenantInfoSchema),
  });
}
