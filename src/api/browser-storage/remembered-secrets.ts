import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import { useLocalStore } from './local-store.ts';
import type { RememberedSecret } from './remembered-schema.ts';
import { browserMemory, secretMemory } from './secret-memory.ts';

export type { RememberedSecret } from './remembered-schema.ts';

export const rememberedStore = secretMemory;

/** All that is remembered of a tenant's secrets, by name. */
export function useRememberedSecrets(
  connection: Pick<Connection, 'id'>,
): ReadonlyMap<string, RememberedSecret> {
  const all = useLocalStore(rememberedStore);
  useEffect(() => rememberedStore.load(connection.id), [connection.id]);
  return useMemo(
    () => new Map(all.filter((one) => one.connectionId === connection.id).map((one) => [one.name, one])),
    [all, connection.id],
  );
}

/** Whether what is remembered of a tenant's secrets is still on its way. */
export function useIsMemoryReading({ id }: Pick<Connection, 'id'>): boolean {
  return useSyncExternalStore(secretMemory.subscribe, () => secretMemory.isReading(id));
}

export function forgetSecret(connection: Connection, name: string): void {
  rememberedStore.write(rememberedStore.read().filter((one) => !isOf(one, connection, name)));
}

export function forgetAllSecrets(connection: Connection): void {
  rememberedStore.write(rememberedStore.read().filter((one) => one.connectionId !== connection.id));
}

/** Of how many secrets this browser remembers something, of all tenants together; a gateway knows of others. */
export function useRememberedCount(): number {
  return useLocalStore(browserMemory).length;
}

/** What this browser remembers; what a gateway knows stays. */
export function forgetEverySecret(): void {
  browserMemory.write([]);
}

export function isOf(secret: RememberedSecret, connection: Connection, name: string): boolean {
  return secret.connectionId === connection.id && secret.name === name;
}
