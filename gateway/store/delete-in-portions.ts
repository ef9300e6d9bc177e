import { setImmediate } from 'node:timers/promises';

/** Deleting this many rows takes a few milliseconds. */
export const portion = 1000;

/**
 * Deletes until nothing is found any more, with a turn for everybody else after each portion: SQLite works in this
 * thread, and a server may abort a statement that takes too long.
 */
export async function deleteInPortions(
  deleteSome: () => Promise<{ readonly numDeletedRows: bigint }>,
): Promise<void> {
  while ((await deleteSome()).numDeletedRows > 0n) await setImmediate();
}
