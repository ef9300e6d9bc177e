import { z } from 'zod/mini';
import { Listeners } from '../../domain/listeners.ts';
import { createLocalStore, type LocalStore } from './local-store.ts';
import { rememberedSchema, type RememberedSecret } from './remembered-schema.ts';

/** Whether what is remembered of a connection's secrets was read, is on its way, or could not be read so far. */
export type MemoryState = 'read' | 'reading' | 'failed';

/** What is remembered of secrets: by this browser, or by a gateway for all who use it. */
export interface SecretMemory extends LocalStore<readonly RememberedSecret[]> {
  /** Reads what there is of a connection's secrets, where that is not here yet. */
  readonly load?: (connectionId: string) => void;
  /** The same of all connections at once. */
  readonly loadAll?: () => void;
  /** Nobody shall take “not read” for “not known”. What this browser keeps is read at once. */
  readonly stateOf?: (connectionId: string) => MemoryState;
  /** Whether they, or without an id any, are still on their way. */
  readonly isReading?: (connectionId?: string) => boolean;
  /** Reads it once more, and waits for it; fails where it cannot be read. */
  readonly refresh?: (connectionId: string) => Promise<void>;
  /** Has it keep what somebody said of a secret; fails where it is not kept, and `write` follows where it is. */
  readonly keep?: (secret: RememberedSecret) => Promise<void>;
}

/** What this browser alone remembers. */
export const browserMemory: SecretMemory = createLocalStore<readonly RememberedSecret[]>(
  'remembered-secrets-1',
  z.array(rememberedSchema),
  [],
);

let chosen = browserMemory;
const { subscribe, announce } = new Listeners();
/** What was asked for before the choice was made. */
const wanted = new Set<string>();
let wantsAll = false;
let leave = browserMemory.subscribe(announce);

/** The one that was chosen: whoever reads or writes need not know which it is. */
export const secretMemory: Required<SecretMemory> = {
  read: () => chosen.read(),
  write: (next) => chosen.write(next),
  subscribe,
  load: (connectionId) => {
    wanted.add(connectionId);
    chosen.load?.(connectionId);
  },
  loadAll: () => {
    wantsAll = true;
    chosen.loadAll?.();
  },
  stateOf: (connectionId) => chosen.stateOf?.(connectionId) ?? 'read',
  isReading: (connectionId) => chosen.isReading?.(connectionId) ?? false,
  refresh: async (connectionId) => chosen.refresh?.(connectionId),
  keep: async (secret) => chosen.keep?.(secret),
};

export function chooseMemory(memory: SecretMemory): void {
  leave();
  chosen = memory;
  leave = memory.subscribe(announce);
  announce();
  if (wantsAll) memory.loadAll?.();
  for (const id of wanted) memory.load?.(id);
}
