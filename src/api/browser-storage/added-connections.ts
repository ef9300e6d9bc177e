import { useSyncExternalStore } from 'react';
import { z } from 'zod/mini';
import type { Connection } from '../../domain/connection/connection.ts';
import { createLocalStore, useLocalStore } from './local-store.ts';

/** The connections added in this browser; none of them holds a token. */
const store = createLocalStore<readonly Connection[]>(
  'connections-1',
  z.array(
    z.object({ id: z.string(), label: z.string(), baseUrl: z.string(), auth: z.enum(['proxy', 'bearer']) }),
  ),
  [],
);

export function readAddedConnections(): readonly Connection[] {
  return store.read();
}

export function useAddedConnections(): readonly Connection[] {
  return useLocalStore(store);
}

/** Whether a list is stored that cannot be read. It counts as empty, and the next change replaces it. */
export function useAddedAreDamaged(): boolean {
  return useSyncExternalStore(store.subscribe, store.isDamaged);
}

/** Whether this browser stores nothing, so that they are gone with the page. */
export function useAddedAreUnsaved(): boolean {
  return useSyncExternalStore(store.subscribe, store.isUnsaved);
}

/** Puts each in the place of the one with its id, or at the end. */
export function saveConnections(connections: readonly Connection[]): void {
  const next = new Map([...store.read(), ...connections].map((connection) => [connection.id, connection]));
  store.write([...next.values()]);
}

export function removeConnection(id: string): void {
  store.write(store.read().filter((connection) => connection.id !== id));
}

export function discardDamagedConnections(): void {
  store.write([]);
}

/**
 * Calls `forget` for each connection that is removed or leads elsewhere from now on, in this tab or in
 * another one: whatever was read through it is no longer what its id stands for. `next` has the id now.
 */
export function watchAddedConnections(
  forget: (connection: Connection, next: Connection | undefined) => void,
): void {
  let before = store.read();
  store.subscribe(() => {
    const now = new Map(store.read().map((connection) => [connection.id, connection]));
    const gone = before.filter((known) => !leadsTheSameWay(known, now.get(known.id)));
    before = store.read();
    for (const connection of gone) forget(connection, now.get(connection.id));
  });
}

function leadsTheSameWay(a: Connection, b: Connection | undefined): boolean {
  return a.baseUrl === b?.baseUrl && a.auth === b.auth;
}
