import { z } from 'zod/mini';
import { sharedTenants } from '../shared-tenants.ts';
import { createLocalStore, type LocalStore } from './local-store.ts';
import { rememberedSchema, type RememberedSecret } from './remembered-schema.ts';

type Secrets = readonly RememberedSecret[];

/** What this browser alone remembers; of a tenant whose gateway has a memory it is what there was before. */
export const browserMemory = createLocalStore<Secrets>('remembered-secrets-1', z.array(rememberedSchema), []);

/** What the gateway remembers, by connection id, as far as it was read. */
const shared = new Map<string, Secrets>();
const reading = new Set<string>();
const listeners = new Set<() => void>();
let all: Secrets | undefined;

function announce(): void {
  all = undefined;
  for (const listener of listeners) listener();
}
browserMemory.subscribe(announce);

const isShared = ({ connectionId }: RememberedSecret) => sharedTenants.has(connectionId);

/**
 * All that is remembered of secrets: by the gateway of a tenant where it has a memory, else by this browser. Whoever
 * reads or writes need not know which of the two it is.
 */
export const secretMemory: LocalStore<Secrets> = {
  read: () => {
    all ??= [...browserMemory.read().filter((one) => !isShared(one)), ...[...shared.values()].flat()];
    return all;
  },
  write: (next) => {
    const before = new Set(secretMemory.read());
    browserMemory.write([...browserMemory.read().filter(isShared), ...next.filter((one) => !isShared(one))]);
    for (const id of sharedTenants.keys()) {
      const ofTenant = next.filter(({ connectionId }) => connectionId === id);
      if (ofTenant.length > 0 || shared.has(id)) shared.set(id, ofTenant);
      const changed = ofTenant.filter((one) => !before.has(one));
      // What is gone was deleted through the gateway, which knows.
      if (changed.length > 0) void keepShared(id, changed);
    }
    announce();
  },
  subscribe: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isDamaged: () => browserMemory.isDamaged(),
};

async function keepShared(id: string, changed: Secrets): Promise<void> {
  try {
    const { keepNotes } = await import('../secret-notes.ts');
    await keepNotes(sharedTenants.get(id) ?? '', changed);
  } finally {
    // What the gateway has is shown, whether it took the change or not.
    loadShared(id);
  }
}

/** Reads what the gateway remembers of a tenant, where it has a memory; what was read before stays until then. */
export function loadShared(id: string): void {
  const baseUrl = sharedTenants.get(id);
  if (baseUrl === undefined || reading.has(id)) return;
  reading.add(id);
  void import('../secret-notes.ts')
    .then(({ readNotes }) => readNotes(id, baseUrl))
    .then(
      (notes) => {
        shared.set(id, notes);
        announce();
      },
      // The list is of use without it, and the next look asks again.
      () => undefined,
    )
    .finally(() => reading.delete(id));
}

/** Whether this browser remembers something of a tenant that its gateway could remember for all. */
export function hasEarlierMemory(id: string): boolean {
  return sharedTenants.has(id) && browserMemory.read().some(({ connectionId }) => connectionId === id);
}
