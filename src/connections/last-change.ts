import { useSyncExternalStore } from 'react';
import { removeConnection, saveConnections } from '../api/browser-storage/added-connections.ts';
import { rememberedStore } from '../api/browser-storage/remembered-secrets.ts';
import type { Connection } from '../domain/connection/connection.ts';

export type ChangeKind = 'added' | 'changed' | 'removed' | 'imported';

/** What was last done to the connections of this browser, and the way to undo it. */
export interface LastChange {
  readonly kind: ChangeKind;
  readonly connections: readonly Connection[];
  readonly undo: () => void;
}

let last: LastChange | undefined;
const listeners = new Set<() => void>();

export function useLastChange(): LastChange | undefined {
  return useSyncExternalStore(subscribe, () => last);
}

export function forgetLastChange(): void {
  last = undefined;
  for (const listener of listeners) listener();
}

/**
 * Saves these connections, or removes them. `before` are those of this browser so far. Undone, each is as it was,
 * with what was remembered of its secrets; a token is not kept for that, and has to be entered again.
 */
export function changeConnections(
  kind: ChangeKind,
  connections: readonly Connection[],
  before: readonly Connection[],
): void {
  const ids = new Set(connections.map(({ id }) => id));
  const secrets = rememberedStore.read().filter(({ connectionId }) => ids.has(connectionId));
  const replaced = before.filter(({ id }) => ids.has(id));
  apply(kind === 'removed' ? [] : connections, ids);
  const undo = () => {
    apply(replaced, ids);
    const others = rememberedStore.read().filter(({ connectionId }) => !ids.has(connectionId));
    if (secrets.length > 0) rememberedStore.write([...others, ...secrets]);
    forgetLastChange();
  };
  last = { kind, connections, undo };
  for (const listener of listeners) listener();
}

/** Of the connections with these ids there are those from now on. */
function apply(connections: readonly Connection[], ids: ReadonlySet<string>): void {
  const kept = new Set(connections.map(({ id }) => id));
  if (connections.length > 0) saveConnections(connections);
  for (const id of ids) if (!kept.has(id)) removeConnection(id);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
