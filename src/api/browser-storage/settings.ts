import { z } from 'zod/mini';
import { createLocalStore, useLocalStore } from './local-store.ts';

const settingsSchema = z.object({
  /** Rows of 32 pixels rather than 40. */
  compactRows: z.boolean(),
  /** Keys that do something by themselves, without Ctrl or ⌘; who speaks to the computer wants none of them. */
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

/** Calls now and after every change, in whichever tab. */
export function followSettings(listener: (settings: Settings) => void): void {
  store.subscribe(() => listener(store.read()));
  listener(store.read());
}
