import { useMemo } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import { takeOverNotes } from '../secret-notes.ts';
import { sharedTenants } from '../shared-tenants.ts';
import { useLocalStore } from './local-store.ts';
import { browserMemory, loadShared } from './secret-memory.ts';

/** What this browser remembered of a tenant before its gateway had a memory: how much, and what can be done with it. */
export function useEarlierMemory({ id }: Connection) {
  const remembered = useLocalStore(browserMemory);
  const earlier = useMemo(
    () => (sharedTenants.has(id) ? remembered.filter(({ connectionId }) => connectionId === id) : []),
    [remembered, id],
  );
  const drop = () =>
    browserMemory.write(browserMemory.read().filter(({ connectionId }) => connectionId !== id));
  return {
    count: earlier.length,
    drop,
    /** Gives it to the gateway, and forgets it here once that has it. */
    takeOver: async () => {
      await takeOverNotes(sharedTenants.get(id) ?? '', earlier);
      drop();
      loadShared(id);
    },
  };
}
