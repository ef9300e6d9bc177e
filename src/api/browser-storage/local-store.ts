import { useSyncExternalStore } from 'react';
import type { z } from 'zod/mini';
import { Listeners } from '../../domain/listeners.ts';

/** A value that this browser keeps, shared by all tabs. Never for anything secret. */
export interface LocalStore<T> {
  readonly read: () => T;
  readonly write: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A value that only this browser has. */
interface BrowserStore<T> extends LocalStore<T> {
  /** The stored value cannot be read; writing replaces it. */
  readonly isDamaged: () => boolean;
  /** The value could not be stored, and lives only as long as this page. */
  readonly isUnsaved: () => boolean;
}

/**
 * Keeps a value in local storage under `key`. A value that does not match `schema` (damaged, or of another version)
 * counts as `empty`. Where storage is disabled, the value lives as long as the page.
 */
export function createLocalStore<T>(key: string, schema: z.ZodMiniType<T>, empty: T): BrowserStore<T> {
  const { subscribe, announce } = new Listeners();
  let text: string | null = null;
  let value = empty;
  let damaged = false;
  // Storing failed, so the value is newer than the stored one.
  let unsaved = false;

  const read = () => {
    const stored = unsaved ? text : readStorage(key, text);
    if (stored !== text) {
      text = stored;
      const parsed = parse(stored, schema);
      damaged = stored !== null && parsed === undefined;
      value = parsed ?? empty;
    }
    return value;
  };

  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) announce();
  });

  return {
    read,
    write: (next) => {
      text = JSON.stringify(next);
      value = next;
      damaged = false;
      try {
        localStorage.setItem(key, text);
        unsaved = false;
      } catch {
        // Disabled or full: the value then lives in this page only.
        unsaved = true;
      }
      announce();
    },
    subscribe,
    isDamaged: () => {
      read();
      return damaged;
    },
    isUnsaved: () => unsaved,
  };
}

export function useLocalStore<T>(store: LocalStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.read);
}

function readStorage(key: string, otherwise: string | null): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return otherwise;
  }
}

function parse<T>(text: string | null, schema: z.ZodMiniType<T>): T | undefined {
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
