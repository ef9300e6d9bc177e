export interface RunPace {
  /** How many targets have ended since this run started. */
  readonly settled: number;
  /** How many targets have not ended yet. */
  readonly open: number;
  /** How long it had been running when the last of them ended, without pauses, in milliseconds. */
  readonly activeMs: number;
  /** How long ago that was, in milliseconds. */
  readonly sinceMs: number;
  /** The longest remaining wait of those that are retrying, in milliseconds. */
  readonly waitMs: number;
}

/** Fewer are too few for an estimate. */
const minSettled = 3;

/**
 * In how many whole seconds the rest will be done at the pace so far; undefined if unknown. It counts down while none
 * ends, and becomes undefined once it was too low: a run that hangs has no pace.
 */
export function secondsLeft({ settled, open, activeMs, sinceMs, waitMs }: RunPace): number | undefined {
  if (open === 0 || settled < minSettled || activeMs <= 0) return undefined;
  const leftMs = Math.max((activeMs / settled) * open - sinceMs, waitMs);
  return leftMs > 0 ? Math.ceil(leftMs / 1000) : undefined;
}
