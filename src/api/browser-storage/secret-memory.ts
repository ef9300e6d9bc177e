import { z } from 'zod/mini';
import { Listeners } from '../../domain/listeners.ts';
import { createLocalStore, type LocalStore } from './local-store.ts';
import { rememberedSchema, type RememberedSecret } from './remembered-schema.ts';

/** Whether what is remembered of a connection's secrets was read, is being read, or could not be read. */
export type MemoryState = 'read' | 'reading' | 'failed';

/** What is remembered of secrets: by this browser, or by a gateway for everybody who uses it. */
export interface SecretMemory extends LocalStore<readonly RememberedSecret[]> {
  /** Reads what is remembered of a connection's secrets, unless it is loaded. */
  readonly load?: (connectionId: string) => void;
  /** The same for all connections at once. */
  readonly loadAll?: () => void;
  /** Tells “not read yet” from “nothing known”. What this browser keeps is read at once. */
  readonly stateOf?: (connectionId: string) => MemoryState;
  /** Whether any connection is still being read. */
  readonly isReading?: () => boolean;
  /** Reads it again and waits for it; rejects if it cannot be read. */
  readonly refresh?: (connectionId: string) => Promise<void>;
  /** Stores what a user recorded about a secret; rejects if that fails, and is followed by `write` if it succeeds. */
  readonly keep?: (secret: RememberedSecret) => Promise<void>;
}

/** What only this browser remembers. */
export const browserMemory: SecretMemory = createLocalStore<readonly RememberedSecret[]>(
  'remembered-secrets-1',
  z.array(rememberedSchema),
  [],
);

let chosen = browserMemory;
const { subscribe, announce } = new Listeners();
/** What was asked for before the memory was chosen. */
const wanted = new Set<string>();
let wantsAll = false;
let leave = browserMemory.subscribe(announce);

/** The chosen memory: its users need not know which it is. */
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
  isReading: () => chosen.isReading?.() ?? false,
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
