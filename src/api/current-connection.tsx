import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { mayWrite, type TenantResource } from '../domain/connection/access.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { invalidateResource } from './query-keys.ts';

const CurrentConnection = createContext<Connection | undefined>(undefined);

/** Set by the shell from the tenant in the address; every view below it works on that tenant. */
export function ConnectionProvider({
  connection,
  children,
}: {
  connection: Connection;
  children: ReactNode;
}) {
  return <CurrentConnection value={connection}>{children}</CurrentConnection>;
}

export function useConnection(): Connection {
  const connection = use(CurrentConnection);
  if (!connection) throw new Error('useConnection needs a ConnectionProvider above it');
  return connection;
}

/** The current tenant, or none on a page about several tenants. */
export function useConnectionIfAny(): Connection | undefined {
  return use(CurrentConnection);
}

/** Whether the signed-in person may change that resource of the current tenant. */
export function useMayWrite(resource: TenantResource): boolean {
  return mayWrite(useConnection(), resource);
}

/** Refetches that list of the current tenant and its quota where they are shown. */
export function useInvalidate(resource: TenantResource): () => Promise<void> {
  const queryClient = useQueryClient();
  const connection = useConnection();
  return () => invalidateResource(queryClient, connection, resource);
}
