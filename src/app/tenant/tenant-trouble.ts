import type { QueryClient } from '@tanstack/react-query';
import type { TokenNeed } from '../../api/bearer-tokens.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { isFull, type Quota } from '../../domain/connection/quota.ts';
import { ApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';

export type TenantTrouble = 'tokenMissing' | 'tokenExpired' | 'unreachable' | 'full';

/** The known problem of a tenant, from data that was read already; nothing is requested for it. */
export function tenantTrouble(
  client: QueryClient,
  connection: Connection,
  needs: readonly TokenNeed[],
): TenantTrouble | undefined {
  const need = needs.find((one) => one.connection.id === connection.id);
  if (need) return need.reason === 'missing' ? 'tokenMissing' : 'tokenExpired';
  const list = client.getQueryState(queryKeys.list(connection, 'dockerRegistrySecrets'));
  if (list?.error instanceof ApiError && isUnreachable(list.error)) return 'unreachable';
  const quota = client.getQueryData<Quota>(queryKeys.quota(connection, 'dockerRegistrySecrets'));
  return quota && isFull(quota) ? 'full' : undefined;
}

function isUnreachable({ kind, status }: ApiError): boolean {
  return kind === 'network' || kind === 'timeout' || status === 502 || status === 504;
}
