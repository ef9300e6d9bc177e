import { Listeners } from '../../domain/listeners.ts';
import { keepNotes, readAllNotes, readNotes } from './secret-notes.ts';
import type { RememberedSecret } from '../browser-storage/remembered-schema.ts';
import { browserMemory, type MemoryState, type SecretMemory } from '../browser-storage/secret-memory.ts';

type Secrets = readonly RememberedSecret[];

/**
 * What the gateway remembers of its tenants, whose addresses are in `tenants` by connection id. Of a connection that
 * was added here, to somewhere else, the browser goes on remembering. `onLost` is told when something that came with a
 * write could not be kept.
 */
export function createGatewayMemory(
  tenants: ReadonlyMap<string, string>,
  onLost: () => void = () => undefined,
): SecretMemory {
  /** By connection id, as far as it was read, or written. */
  const known = new Map<string, RememberedSecret[]>();
  /** Those of which it is all that there is. */
  const whole = new Set<string>();
  const reading = new Set<string>();
  const failed = new Set<string>();
  /** Those that changed while they were read: what was read may be older. */
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

  /** What was read of some tenants; undefined where it could not be read. */
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

  /** What was read before stays until then, and where it cannot be read; the next look asks again. */
  function load(id: string): void {
    const baseUrl = tenants.get(id);
    if (baseUrl === undefined || reading.has(id)) return;
    reading.add(id);
    void readNotes(id, baseUrl).then(
      (notes) => settle([id], notes),
      () => settle([id], undefined),
    );
  }

  /** The same of all tenants, in one request. */
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
    // What the gateway has is shown afterwards, whether it took the change or not.
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
      // Known as it is, it is not sent again when it is written.
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
        // What is gone was deleted through the gateway, which knows.
        if (changed.length > 0) void keep(id, changed);
      }
      const earlier = browserMemory.read().filter(isShared);
      browserMemory.write([...earlier, ...next.filter((one) => !isShared(one))]);
      announce();
    },
    subscribe: listeners.subscribe,
    stateOf,
    isReading: (asked) => {
      const ids = asked === undefined ? [...tenants.keys()] : [asked];
      return ids.some((id) => stateOf(id) === 'reading');
    },
  };
}
