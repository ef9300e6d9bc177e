import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import { TenantReads, type KeptRead, type ReadsSnapshot, type ReadTenant } from './tenant-reads.ts';

export interface TenantReadsView<T> extends ReadsSnapshot<T> {
  readonly retry: (ids: readonly string[]) => void;
  readonly refresh: () => void;
}

interface MoreOptions<T> {
  readonly limitOf?: (lane: string) => number;
  readonly known?: () => ReadonlyMap<string, KeptRead<T>>;
  readonly laneOf?: (connection: Connection) => string;
}

/**
 * Asks all connections while mounted, showing what is `known` of them until they answer. Only the first arguments
 * count: for other tenants the component needs a new `key`.
 */
export function useTenantReads<T>(
  connections: readonly Connection[],
  read: ReadTenant<T>,
  { known, ...options }: MoreOptions<T> = {},
): TenantReadsView<T> {
  const [reads] = useState(() => new TenantReads({ connections, read, ...options, known: known?.() }));
  useEffect(() => {
    reads.start();
    return () => reads.stop();
  }, [reads]);
  const snapshot = useSyncExternalStore(reads.store.subscribe, reads.store.getSnapshot);
  return { ...snapshot, retry: (ids) => reads.retry(ids), refresh: () => reads.refresh() };
}
