const firstDelayMs = 1000;
const longestDelayMs = 30_000;

interface Settling {
  readonly name: string;
  readonly status: string;
}

/**
 * Adds to each item how many answers in a row, including this one, have shown it in the status of being in progress.
 */
export function countReadsInProgress<T extends Settling>(
  before: readonly (Settling & { readonly readsInProgress: number })[] | undefined,
  now: readonly T[],
  inProgress = 'IN-PROGRESS',
): (T & { readonly readsInProgress: number })[] {
  const known = new Map(before?.map(({ name, readsInProgress }) => [name, readsInProgress]));
  return now.map((item) => ({
    ...item,
    readsInProgress: item.status === inProgress ? (known.get(item.name) ?? 0) + 1 : 0,
  }));
}

/**
 * Milliseconds until the next read: doubled with each answer in which the newest item is still in progress, the longest
 * delay after a failed read, and `false` once everything has settled.
 */
export function nextReadDelay(
  items: readonly { readonly readsInProgress: number }[] | undefined,
  failed: boolean,
): number | false {
  const reads = (items ?? []).map((item) => item.readsInProgress).filter((count) => count > 0);
  if (reads.length === 0) return false;
  return failed ? longestDelayMs : Math.min(firstDelayMs * 2 ** (Math.min(...reads) - 1), longestDelayMs);
}
