import { z } from 'zod/mini';
import type { Connection } from '../../domain/connection/connection.ts';
import { createLocalStore, useLocalStore } from './local-store.ts';

/** The connections added in this browser; none of them holds a token. */
export const addedConnections = createLocalStore<readonly Connection[]>(
  'connections-1',
  z.array(
    z.object({ id: z.string(), label: z.string(), baseUrl: z.string(), auth: z.enum(['proxy', 'bearer']) }),
  ),
  [],
);

export function readAddedConnections(): readonly Connection[] {
  return addedConnections.read();
}

export function useAddedConnections(): readonly Connection[] {
  return useLocalStore(addedConnections);
}

/**
 * From now on calls `forget` for each connection that is removed or gets another address, in this tab or another one:
 * whatever was read through it no longer belongs to its id. `next` is the connection that has the id now.
 */
export function watchAddedConnections(
  forget: (connection: Connection, next: Connection | undefined) => void,
): void {
  let before = addedConnections.read();
  addedConnections.subscribe(() => {
    const now = new Map(addedConnections.read().map((connection) => [connection.id, connection]));
    const gone = before.filter((known) => !leadsTheSameWay(known, now.get(known.id)));
    before = addedConnections.read();
    for (const connection of gone) forget(connection, now.get(connection.id));
  });
}

function leadsTheSameWay(a: Connection, b: Connection | undefined): boolean {
  return a.baseUrl === b?.baseUrl && a.auth === b.auth;
}
