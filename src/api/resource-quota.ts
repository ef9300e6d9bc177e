import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { callAdminApi, type CallOptions } from './http.ts';

const quotaSchema = z.object({
  usage: z.optional(z.object({ count: z.optional(z.number()) })),
  quota: z.object({ maxCount: z.optional(z.number()) }),
});

export interface Quota {
  readonly used: number;
  /** Absent where the API names no limit. */
  readonly max: number | undefined;
}

type QuotaResource = 'dockerRegistrySecrets' | 'repositories';

export function quotaQuery(connection: Connection, resource: QuotaResource) {
  return queryOptions({
    queryKey: ['resourceQuota', connection.id, resource] as const,
    queryFn: ({ signal }) => getQuota(connection, resource, { signal }),
  });
}

/** Whether nothing more can be created. */
export function isFull({ used, max }: Quota): boolean {
  return max !== undefined && used >= max;
}

/** How many more may be created; undefined where the API names no limit. */
export function quotaLeft({ used, max }: Quota): number | undefined {
  return max === undefined ? undefined : Math.max(0, max - used);
}

export async function getQuota(
  connection: Connection,
  resource: QuotaResource,
  options: CallOptions,
): Promise<Quota> {
  const request = { ...options, method: 'GET', path: `resourceQuota/${resource}` } as const;
  const answer = await callAdminApi(connection, request, quotaSchema);
  return { used: answer.usage?.count ?? 0, max: answer.quota.maxCount };
}
