import type { Connection } from './connection.ts';
import { isConnectionId } from './connection-id.ts';

/** A connection that cannot be used, because another one has its id or because the id is not valid in an address. */
export interface HiddenConnection {
  readonly code: 'repeated-id' | 'unusable-id';
  readonly source: 'offered' | 'added';
  readonly connection: Connection;
}

/**
 * The connections that the origin offers, followed by those added in this browser. Of connections with the same id only
 * the first is used: what an address shows must not depend on what was added later.
 */
export function mergeConnections<T extends Connection>(
  offered: readonly T[],
  added: readonly Connection[],
): { readonly connections: readonly (T | Connection)[]; readonly hidden: readonly HiddenConnection[] } {
  const connections: (T | Connection)[] = [];
  const hidden: HiddenConnection[] = [];
  const ids = new Set<string>();
  const take = (connection: T | Connection, source: HiddenConnection['source']) => {
    if (!isConnectionId(connection.id)) hidden.push({ code: 'unusable-id', source, connection });
    else if (ids.has(connection.id)) hidden.push({ code: 'repeated-id', source, connection });
    else {
      ids.add(connection.id);
      connections.push(connection);
    }
  };
  for (const connection of offered) take(connection, 'offered');
  for (const connection of added) take(connection, 'added');
  return { connections, hidden };
}
