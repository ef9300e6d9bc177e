import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useRememberedSecrets } from '../../api/browser-storage/remembered-secrets.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { TenantResource } from '../../domain/connection/access.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { expiryState } from '../../domain/token/expiry.ts';
import { useNow } from '../../ui/media/use-now.ts';

/** How many of a tenant's objects a list has read; undefined before, because the navigation itself reads nothing. */
export function useReadCount(connection: Connection, resource: TenantResource): number | undefined {
  const client = useQueryClient();
  return useSyncExternalStore(
    (listener) => client.getQueryCache().subscribe(listener),
    () => client.getQueryData<readonly unknown[]>(queryKeys.list(connection, resource))?.length,
  );
}

/** The number of the tenant's secrets that are known to have expired. */
export function useExpiredCount(connection: Connection): number {
  const remembered = useRememberedSecrets(connection);
  const now = useNow();
  return [...remembered.values()].filter(({ expiresAt }) => expiryState(expiresAt, now).kind === 'expired')
    .length;
}
