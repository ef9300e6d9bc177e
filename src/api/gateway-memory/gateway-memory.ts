import { Listeners } from '../../domain/listeners.ts';
import { keepNotes, readAllNotes, readNotes } from './secret-notes.ts';
import type { RememberedSecret } from '../browser-storage/remembered-schema.ts';
import { browserMemory, type MemoryState, type SecretMemory } from '../browser-storage/secret-memory.ts';

type Secrets = readonly RememberedSecret[];

/**
 * What the gateway remembers of its tenants; `tenants` maps connection ids to their addresses. For connections that
 * were added in the browser, the browser keeps remembering. `onLost` is called when something that came with a write
 * could not be stored.
 */
export function createGatewayMemory(
  tenants: ReadonlyMap<string, string>,
  onLost: () => void = () => undefined,
): SecretMemory {
  /** By connection id, as far as it was read or written. */
  const known = new Map<string, RememberedSecret[]>();
  /** Connections whose data is complete. */
  const whole = new Set<string>();
  const reading = new Set<string>();
  const failed = new Set<string>();
  /** Connections that changed while they were read: the answer may be outdated. */
  const overtaken = new Set<string>();
  const listeners = new Listeners();
  let all: Secrets | undefined;
  const isShared = ({ connectionId }: RememberedSecret) => tenants.has(connectionId);
  const announce = () => {
    all = undefined;
    listeners.announce();
  };
  browserMemory.subscribe(announce);

  const read = () => {
    all ??= [...browserMemory.read().filter((one) => !isShared(one)), ...[...known.values()].flat()];
    return all;
  };

  function change(id: string, secrets: RememberedSecret[]): void {
    known.set(id, secrets);
    if (reading.has(id)) overtaken.add(id);
  }

  /** What was read of some tenants; undefined if it could not be read. */
  function settle(ids: readonly string[], notes: Secrets | undefined): void {
    const found = new Map<string, RememberedSecret[]>(ids.map((id) => [id, []]));
    for (const note of notes ?? []) found.get(note.connectionId)?.push(note);
    for (const [id, ofTenant] of found) {
      reading.delete(id);
      if (overtaken.delete(id)) {
        load(id);
      } else if (notes) {
        known.set(id, ofTenant);
        whole.add(id);
      } else failed.add(id);
    }
    announce();
  }

  /** The previous data stays until then, and if reading fails; the next access asks again. */
  function load(id: string): void {
    const baseUrl = tenants.get(id);
    if (baseUrl === undefined || reading.has(id)) return;
    reading.add(id);
    void readNotes(id, baseUrl).then(
      (notes) => settle([id], notes),
      () => settle([id], undefined),
    );
  }

  /** The same for all tenants, in one request. */
  function loadAll(): void {
    const ids = [...tenants.keys()].filter((id) => !reading.has(id));
    if (ids.length === 0) return;
    for (const id of ids) reading.add(id);
    void readAllNotes().then(
      (notes) => settle(ids, notes),
      () => settle(ids, undefined),
    );
  }

  async function keep(id: string, changed: Secrets): Promise<void> {
    // Afterwards the gateway's version is shown, whether it took the change or not.
    await keepNotes(tenants.get(id) ?? '', changed, true).catch(onLost);
    if (reading.has(id)) overtaken.add(id);
    else load(id);
  }

  function stateOf(id: string): MemoryState {
    if (!tenants.has(id) || whole.has(id)) return 'read';
    return failed.has(id) ? 'failed' : 'reading';
  }

  return {
    read,
    load,
    loadAll,
    keep: async (secret) => {
      const { connectionId, name } = secret;
      const baseUrl = tenants.get(connectionId);
      if (baseUrl === undefined) return;
      await keepNotes(baseUrl, [secret], false);
      // Recorded as known, so that a later write does not send it again.
      const others = (known.get(connectionId) ?? []).filter((one) => one.name !== name);
      change(connectionId, [...others, secret]);
      announce();
    },
    refresh: async (id) => {
      const baseUrl = tenants.get(id);
      if (baseUrl === undefined) return;
      change(id, await readNotes(id, baseUrl));
      whole.add(id);
      announce();
    },
    write: (next) => {
      const before = new Set(read());
      for (const id of tenants.keys()) {
        const ofTenant = next.filter(({ connectionId }) => connectionId === id);
        if (ofTenant.length > 0 || known.has(id)) change(id, [...ofTenant]);
        const changed = ofTenant.filter((one) => !before.has(one));
        // Deletions went through the gateway, which knows of them.
        if (changed.length > 0) void keep(id, changed);
      }
      const earlier = browserMemory.read().filter(isShared);
      browserMemory.write([...earlier, ...next.filter((one) => !isShared(one))]);
      announce();
    },
    subscribe: listeners.subscribe,
    stateOf,
    isReading: () => [...tenants.keys()].some((id) => stateOf(id) === 'reading'),
  };
}
