import { useSyncExternalStore } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import { addedConnections } from './added-connections.ts';

/** Whether the stored list cannot be read. It counts as empty, and the next change replaces it. */
export function useAddedAreDamaged(): boolean {
  return useSyncExternalStore(addedConnections.subscribe, addedConnections.isDamaged);
}

/** Whether this browser cannot store them, so that they are gone with the page. */
export function useAddedAreUnsaved(): boolean {
  return useSyncExternalStore(addedConnections.subscribe, addedConnections.isUnsaved);
}

/** Replaces the connections with the same ids, or appends them. */
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
