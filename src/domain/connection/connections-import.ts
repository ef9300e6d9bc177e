import type { Connection } from './connection.ts';
import { connectionIdMaker } from './connection-id.ts';

/** What the import does with one connection of a file; `same` and `offered` ones already exist. */
export type ImportStep =
  | { readonly action: 'add' | 'same' | 'offered'; readonly connection: Connection }
  | { readonly action: 'replace'; readonly connection: Connection; readonly replaced: Connection };

/**
 * Plans the import of connections from a file, given those that the origin offers and those added here. If an offered
 * connection has the same id but differs, the imported one gets a new id, since an offered one cannot be changed.
 */
export function planImport(
  imported: readonly Connection[],
  offered: readonly Connection[],
  added: readonly Connection[],
): ImportStep[] {
  const createId = connectionIdMaker([...imported, ...offered, ...added].map(({ id }) => id));
  const offeredById = new Map(offered.map((connection) => [connection.id, connection]));
  const addedById = new Map(added.map((connection) => [connection.id, connection]));
  return imported.map((connection): ImportStep => {
    const rival = offeredById.get(connection.id);
    if (rival && rival.baseUrl === connection.baseUrl && rival.auth === connection.auth)
      return { action: 'offered', connection };
    if (rival) {
      return { action: 'add', connection: { ...connection, id: createId(connection.label) } };
    }
    const replaced = addedById.get(connection.id);
    if (!replaced) return { action: 'add', connection };
    return isSame(replaced, connection)
      ? { action: 'same', connection }
      : { action: 'replace', connection, replaced };
  });
}

function isSame(a: Connection, b: Connection): boolean {
  return a.label === b.label && a.baseUrl === b.baseUrl && a.auth === b.auth;
}
