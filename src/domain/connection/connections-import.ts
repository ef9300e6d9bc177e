import type { Connection } from './connection.ts';
import { createConnectionId } from './connection-id.ts';

/** What importing does with one connection of a file; `same` and `offered` ones are there already. */
export type ImportStep =
  | { readonly action: 'add' | 'same' | 'offered'; readonly connection: Connection }
  | { readonly action: 'replace'; readonly connection: Connection; readonly replaced: Connection };

/**
 * Plans the import of a file's connections beside those that the origin offers and those added here. One with
 * the id of an offered connection that leads elsewhere gets an id of its own, since an offered one cannot be changed.
 */
export function planImport(
  imported: readonly Connection[],
  offered: readonly Connection[],
  added: readonly Connection[],
): ImportStep[] {
  const taken = [...imported, ...offered, ...added].map(({ id }) => id);
  return imported.map((connection): ImportStep => {
    const rival = offered.find(({ id }) => id === connection.id);
    if (rival && rival.baseUrl === connection.baseUrl && rival.auth === connection.auth)
      return { action: 'offered', connection };
    if (rival) {
      const id = createConnectionId(connection.label, taken);
      taken.push(id);
      return { action: 'add', connection: { ...connection, id } };
    }
    const replaced = added.find(({ id }) => id === connection.id);
    if (!replaced) return { action: 'add', connection };
    return isSame(replaced, connection)
      ? { action: 'same', connection }
      : { action: 'replace', connection, replaced };
  });
}

function isSame(a: Connection, b: Connection): boolean {
  return a.label === b.label && a.baseUrl === b.baseUrl && a.auth === b.auth;
}
