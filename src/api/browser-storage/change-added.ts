import { useSyncExternalStore } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import { addedConnections } from './added-connections.ts';

/** Whether a list is stored that cannot be read. It counts as empty, and the next change replaces it. */
export function useAddedAreDamaged(): boolean {
  return useSyncExternalStore(addedConnections.subscribe, addedConnections.isDamaged);
}

/** Whether this browser stores nothing, so that they are gone with the page. */
export function useAddedAreUnsaved(): boolean {
  return useSyncExternalStore(addedConnections.subscribe, addedConnections.isUnsaved);
}

/** Puts each in the place of the one with its id, or at the end. */
export function saveConnections(connections: readonly Connection[]): void {
  const next = new Map(
    [...addedConnections.read(), ...connections].map((connection) => [connection.id, connection]),
  );
  addedConnections.write([...next.values()]);
}

export function removeConnection(id: string): void {
  addedConnections.write(addedConnections.read().filter((connection) => connection.id !== id));
}

export function discardDamagedConnections(): void {
  addedConnections.write([]);
}
