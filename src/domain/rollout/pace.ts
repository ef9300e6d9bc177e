/** The first requests are spread over this time, so that their answers do not all arrive at once, round after round. */
const openingMs = 150;

/**
 * How fast requests to one host may follow one another: at most `limit` at once, none before `pausedUntil`. The limit
 * follows additive increase, multiplicative decrease (RFC 5681, section 3.1): it is halved when the host refuses, and
 * raised by one for each full round of good answers. Times are in milliseconds of any one clock.
 */
export interface Pace {
  /** The upper bound of `limit`. */
  readonly most: number;
  /** How many requests are allowed at once now; only the whole part counts. */
  readonly limit: number;
  readonly pausedUntil: number;
  /** When the limit was last lowered; answers to requests started before that do not lower it again. */
  readonly slowedAt: number;
}

/** A pace that starts at `now` with up to `most` requests at once. */
export function fullPace(most: number, now: number): Pace {
  return { most, limit: most, pausedUntil: now, slowedAt: Number.NEGATIVE_INFINITY };
}

/** When another request may start while `underWay` others run; `Infinity` while there are too many. */
export function nextStart({ most, limit, pausedUntil }: Pace, underWay: number): number {
  if (underWay >= Math.floor(limit)) return Number.POSITIVE_INFINITY;
  return pausedUntil + (underWay * openingMs) / most;
}

/**
 * A good answer to a request started at `startedAt`: as many of them as are allowed at once raise the limit by one.
 * Requests started before the last slowdown say nothing about the new pace.
 */
export function afterSuccess(pace: Pace, startedAt: number): Pace {
  if (pace.limit >= pace.most || startedAt < pace.slowedAt) return pace;
  return { ...pace, limit: Math.min(pace.most, pace.limit + 1 / pace.limit) };
}

/**
 * The server asks to slow down (429 or 503): half as many requests at once from now on, and none for `waitMs`. Requests
 * that ran at the same time lower the limit only once.
 */
export function afterRefusal(
  pace: Pace,
  refusal: { readonly startedAt: number; readonly now: number; readonly waitMs: number },
): Pace {
  const pausedUntil = Math.max(pace.pausedUntil, refusal.now + refusal.waitMs);
  if (refusal.startedAt < pace.slowedAt) return { ...pace, pausedUntil };
  return { ...pace, pausedUntil, slowedAt: refusal.now, limit: Math.max(1, Math.floor(pace.limit / 2)) };
}
