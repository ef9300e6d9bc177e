import { useParams } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { createLocalStore, useLocalStore } from '../../api/browser-storage/local-store.ts';
import type { Connection } from '../../domain/connection/connection.ts';

const maxRecent = 5;

/** The ids of the tenants visited in any tab, latest first, for the next visit. */
const store = createLocalStore('recent-tenants-1', z.array(z.string()), []);
/** The last tenant of this tab. */
let visited: string | undefined;

export function rememberTenant({ id }: Connection): void {
  if (id === visited) return;
  visited = id;
  store.write([id, ...store.read().filter((one) => one !== id)].slice(0, maxRecent));
}

export function forgetRecentTenants(): void {
  store.write([]);
}

/** Recently visited tenants that are still connected. */
export function useRecentTenants(connections: readonly Connection[]): Connection[] {
  return useLocalStore(store).flatMap((id) => find(connections, id) ?? []);
}

/** The last visited tenant, or the first one if that is not connected. */
function lastTenant(connections: readonly Connection[]): Connection | undefined {
  const ids = [...(visited === undefined ? [] : [visited]), ...store.read()];
  return ids.flatMap((id) => find(connections, id) ?? [])[0] ?? connections[0];
}

/** The tenant in the address, or on a page of all tenants the last one. */
export function useCurrentTenant(connections: readonly Connection[]): Connection | undefined {
  const { tenant } = useParams({ strict: false });
  return tenant === undefined ? lastTenant(connections) : find(connections, tenant);
}

/** The address of the same page for another tenant, or of its first page if the current page belongs to no tenant. */
export function samePageOf({ id }: Connection, path: string, current: string | undefined): string {
  const [tenant, section] = path.split('/').filter((part) => part !== '');
  return current !== undefined && tenant === current && section !== undefined
    ? `/${id}/${section}`
    : `/${id}`;
}

function find(connections: readonly Connection[], id: string): Connection | undefined {
  return connections.find((connection) => connection.id === id);
}
