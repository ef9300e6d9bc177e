export interface RunPace {
  /** How many have ended since this run began. */
  readonly settled: number;
  /** How many have not. */
  readonly open: number;
  /** How long it had been running when the last of them ended, pauses left out, in milliseconds. */
  readonly activeMs: number;
  /** How long that is ago. */
  readonly sinceMs: number;
  /** How long the longest wait of those that try again still takes. */
  readonly waitMs: number;
}

/** Fewer say too little of those to come. */
const minSettled = 3;

/**
 * In how many whole seconds the rest is done at the pace so far; undefined where that cannot be told. It goes down
 * while none ends, and says nothing once it has turned out wrong: who hangs keeps no pace.
 */
export function secondsLeft({ settled, open, activeMs, sinceMs, waitMs }: RunPace): number | undefined {
  if (open === 0 || settled < minSettled || activeMs <= 0) return undefined;
  const leftMs = Math.max((activeMs / settled) * open - sinceMs, waitMs);
  return leftMs > 0 ? Math.ceil(leftMs / 1000) : undefined;
}
