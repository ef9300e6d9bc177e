export interface RunPace {
  /** How many have ended since this run began. */
  readonly settled: number;
  /** How many have not. */
  readonly open: number;
  /** How long it has been running, pauses left out, in milliseconds. */
  readonly activeMs: number;
}

/** Fewer say too little of those to come. */
const minSettled = 3;

/** In how many whole seconds the rest is done at the pace so far; undefined where that cannot be told. */
export function secondsLeft({ settled, open, activeMs }: RunPace): number | undefined {
  if (open === 0 || settled < minSettled || activeMs <= 0) return undefined;
  return Math.ceil(((activeMs / settled) * open) / 1000);
}
