import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection.ts';
import { callAdminApi } from './http.ts';

const quotaSchema = z.object({
  usage: z.optional(z.object({ count: z.optional(z.number()) })),
  quota: z.object({ maxCount: z.optional(z.number()) }),
});

export interface Quota {
  readonly used: number;
  /** Absent where the API names no limit. */
  readonly max: number | undefined;
}

export function quotaQuery(connection: Connection, resource: 'dockerRegistrySecrets' | 'repositories') {
  return queryOptions({
    queryKey: ['resourceQuota', connection.id, resource] as const,
    queryFn: async ({ signal }): Promise<Quota> => {
      const path = `resourceQuota/${resource}`;
      const answer = await callAdminApi(connection, { method: 'GET', path, signal }, quotaSchema);
      return { used: answer.usage?.count ?? 0, max: answer.quota.maxCount };
    },
  });
}

/** Whether nothing more can be created. */
export function isFull({ used, max }: Quota): boolean {
  return max !== undefined && used >= max;
}
