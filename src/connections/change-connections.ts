import { removeConnection, saveConnections } from '../api/browser-storage/change-added.ts';
import { secretMemory } from '../api/browser-storage/secret-memory.ts';
import type { Connection } from '../domain/connection/connection.ts';

/**
 * Saves or removes these connections. `before` are this browser's connections so far. Call the result to undo it: that
 * also restores what was remembered of their secrets, but not tokens, which have to be entered again.
 */
export function changeConnections(
  change: 'save' | 'remove',
  connections: readonly Connection[],
  before: readonly Connection[],
): () => void {
  const ids = new Set(connections.map(({ id }) => id));
  const secrets = secretMemory.read().filter(({ connectionId }) => ids.has(connectionId));
  const replaced = before.filter(({ id }) => ids.has(id));
  apply(change === 'save' ? connections : [], ids);
  return () => {
    apply(replaced, ids);
    const others = secretMemory.read().filter(({ connectionId }) => !ids.has(connectionId));
    if (secrets.length > 0) secretMemory.write([...others, ...secrets]);
  };
}

/** The connections that replace those with these ids. */
function apply(connections: readonly Connection[], ids: ReadonlySet<string>): void {
  const kept = new Set(connections.map(({ id }) => id));
  if (connections.length > 0) saveConnections(connections);
  for (const id of ids) if (!kept.has(id)) removeConnection(id);
}
