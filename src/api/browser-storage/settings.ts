import { z } from 'zod/mini';
import { createLocalStore, useLocalStore } from './local-store.ts';

const settingsSchema = z.object({
  /** Rows 32 instead of 40 pixels high. */
  compactRows: z.boolean(),
  /** Shortcuts without Ctrl or ⌘; people who use speech input turn them off. */
  singleKeys: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

const atFirst: Settings = { compactRows: false, singleKeys: true };
const store = createLocalStore('settings-1', settingsSchema, atFirst);

export function useSettings(): Settings {
  return useLocalStore(store);
}

export function readSettings(): Settings {
  return store.read();
}

export function changeSettings(changes: Partial<Settings>): void {
  store.write({ ...store.read(), ...changes });
}

export function resetSettings(): void {
  store.write(atFirst);
}

/** Called now and after every change, in whichever tab it happens. */
export function followSettings(listener: (settings: Settings) => void): void {
  store.subscribe(() => listener(store.read()));
  listener(store.read());
}
