import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import { useLocalStore } from './local-store.ts';
import type { RememberedSecret } from './remembered-schema.ts';
import { secretMemory, type MemoryState } from './secret-memory.ts';

/** All that is remembered of a tenant's secrets, by name. */
export function useRememberedSecrets(
  connection: Pick<Connection, 'id'>,
): ReadonlyMap<string, RememberedSecret> {
  const all = useLocalStore(secretMemory);
  useEffect(() => secretMemory.load(connection.id), [connection.id]);
  return useMemo(
    () => new Map(all.filter((one) => one.connectionId === connection.id).map((one) => [one.name, one])),
    [all, connection.id],
  );
}

/** Whether all of it is loaded. */
export function useMemoryState({ id }: Pick<Connection, 'id'>): MemoryState {
  return useSyncExternalStore(secretMemory.subscribe, () => secretMemory.stateOf(id));
}

/** Reads it again; what was read before stays meanwhile. */
export function readAgain({ id }: Pick<Connection, 'id'>): void {
  secretMemory.load(id);
}

export function forgetAllSecrets(connection: Connection): void {
  secretMemory.write(secretMemory.read().filter((one) => one.connectionId !== connection.id));
}
