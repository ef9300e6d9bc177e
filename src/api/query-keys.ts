import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { TenantResource } from '../domain/connection/access.ts';
import type { Connection } from '../domain/connection/connection.ts';

/** Every key of the query cache, from general to specific; what belongs to a connection has its id second. */
export const queryKeys = {
  config: () => ['config'] as const,
  tenantInfo: ({ id }: Connection) => ['tenantInfo', id] as const,
  list: ({ id }: Connection, resource: TenantResource) => [resource, id] as const,
  /** Below the list's key, so that both are invalidated together. */
  states: ({ id }: Connection, resource: TenantResource) => [resource, id, 'states'] as const,
  /** One request for a list, shared by several callers. */
  shared: ({ id }: Connection, resource: TenantResource) => [resource, id, 'shared'] as const,
  objects: ({ id }: Connection) => ['objects', id] as const,
  /** Below the list's key, so that both are invalidated together. */
  applicationStatus: ({ id }: Connection, name: string) => ['applications', id, 'status', name] as const,
  tenantsWithSecret: (name: string, tenants: readonly string[]) =>
    ['tenantsWithSecret', '', name, tenants] as const,
  quota: ({ id }: Connection, resource: TenantResource) => ['resourceQuota', id, resource] as const,
};

/** Whether a key belongs to data read through the connection of that id. */
export function isOfConnection(queryKey: QueryKey, connectionId: string): boolean {
  return queryKey[1] === connectionId;
}

/** Refetches the list and the quota where they are shown. */
export async function invalidateResource(
  queryClient: QueryClient,
  connection: Connection,
  resource: TenantResource,
): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: queryKeys.list(connection, resource) }),
    queryClient.invalidateQueries({ queryKey: queryKeys.quota(connection, resource) }),
  ]);
}
