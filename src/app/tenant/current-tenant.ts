import { useParams } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { createLocalStore } from '../../api/browser-storage/local-store.ts';
import type { Connection } from '../../domain/connection/connection.ts';

/** The one that any tab was last on, for the next visit. */
const store = createLocalStore('last-tenant-1', z.string(), '');
/** The one that this tab was last on. */
let visited: string | undefined;

export function rememberTenant({ id }: Connection): void {
  if (id === visited) return;
  visited = id;
  store.write(id);
}

/** Where there are no tenants, or it is not among them any more, there is none. */
export function lastTenant(connections: readonly Connection[]): Connection | undefined {
  return find(connections, visited ?? store.read());
}

/** The tenant in the address, or on a page of all tenants the last one. */
export function useCurrentTenant(connections: readonly Connection[]): Connection | undefined {
  const { tenant } = useParams({ strict: false });
  return tenant === undefined ? lastTenant(connections) : find(connections, tenant);
}

function find(connections: readonly Connection[], id: string): Connection | undefined {
  return connections.find((connection) => connection.id === id);
}
