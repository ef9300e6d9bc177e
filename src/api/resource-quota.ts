import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { quotaPath } from '../../gateway/contract.ts';
import type { TenantResource } from '../domain/connection/access.ts';
import type { Connection } from '../domain/connection/connection.ts';
import type { Quota } from '../domain/connection/quota.ts';
import { callAdminApi, type CallOptions } from './http.ts';
import { queryKeys } from './query-keys.ts';

const quotaSchema = z.object({
  usage: z.optional(z.object({ count: z.optional(z.number()) })),
  quota: z.object({ maxCount: z.optional(z.number()) }),
});

export function quotaQuery(connection: Connection, resource: TenantResource) {
  return queryOptions({
    queryKey: queryKeys.quota(connection, resource),
    queryFn: ({ signal }) => getQuota(connection, resource, { signal }),
  });
}

export async function getQuota(
  connection: Connection,
  resource: TenantResource,
  options: CallOptions,
): Promise<Quota> {
  const request = { ...options, method: 'GET', path: quotaPath(resource) } as const;
  const answer = await callAdminApi(connection, request, quotaSchema);
  return { used: answer.usage?.count ?? 0, max: answer.quota.maxCount };
}
