import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLocalStore } from './local-store.ts';
import type { RememberedSecret } from './remembered-schema.ts';
import { secretMemory } from './secret-memory.ts';

/** What is remembered of all tenants: by connection id, then by the secret's name. */
export type RememberedByTenant = ReadonlyMap<string, ReadonlyMap<string, RememberedSecret>>;

/** As far as it has been read: a page that needs all tenants calls `useLoadMemory`. */
export function useRememberedByTenant(): RememberedByTenant {
  const all = useLocalStore(secretMemory);
  return useMemo(() => groupByTenant(all), [all]);
}

/** Loads what is remembered of all tenants; returns whether that is still loading. */
export function useLoadMemory(): boolean {
  useEffect(() => secretMemory.loadAll(), []);
  return useSyncExternalStore(secretMemory.subscribe, () => secretMemory.isReading());
}

function groupByTenant(all: readonly RememberedSecret[]): RememberedByTenant {
  const byTenant = new Map<string, Map<string, RememberedSecret>>();
  for (const one of all) {
    const known = byTenant.get(one.connectionId);
    if (known) known.set(one.name, one);
    else byTenant.set(one.connectionId, new Map([[one.name, one]]));
  }
  return byTenant;
}
