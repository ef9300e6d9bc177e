/** The first requests begin over so many milliseconds, so that not all answers come at once, round after round. */
const openingMs = 150;

/**
 * How fast requests may follow one another on the way to one host: at most `limit` at once, none before
 * `pausedUntil`. The limit follows additive increase, multiplicative decrease (RFC 5681, section 3.1): halved
 * when the host refuses, and raised again by one for each full round of answers. Times are in milliseconds of
 * any one clock.
 */
export interface Pace {
  /** What the way there carries. */
  readonly most: number;
  /** What is allowed just now; its whole part counts. */
  readonly limit: number;
  readonly pausedUntil: number;
  /** When the limit was last lowered; answers to requests from before that do not lower it again. */
  readonly slowedAt: number;
}

/** A pace with `most` requests at once, the first of them at `now`. */
export function fullPace(most: number, now: number): Pace {
  return { most, limit: most, pausedUntil: now, slowedAt: Number.NEGATIVE_INFINITY };
}

/** When another request may begin beside `underWay` others; `Infinity` while too many are under way. */
export function nextStart({ most, limit, pausedUntil }: Pace, underWay: number): number {
  if (underWay >= Math.floor(limit)) return Number.POSITIVE_INFINITY;
  return pausedUntil + (underWay * openingMs) / most;
}

/**
 * A good answer to a request begun at `startedAt`: as many of them as are allowed at once raise the limit by
 * one. Those that were under way when the server asked for patience say nothing about the new pace.
 */
export function afterSuccess(pace: Pace, startedAt: number): Pace {
  if (pace.limit >= pace.most || startedAt < pace.slowedAt) return pace;
  return { ...pace, limit: Math.min(pace.most, pace.limit + 1 / pace.limit) };
}

/**
 * The server asks for patience (429 or 503): half as many at once from now on, and none for `waitMs`. The
 * requests that were under way together are slowed down for once, not each for itself.
 */
export function afterRefusal(
  pace: Pace,
  refusal: { readonly startedAt: number; readonly now: number; readonly waitMs: number },
): Pace {
  const pausedUntil = Math.max(pace.pausedUntil, refusal.now + refusal.waitMs);
  if (refusal.startedAt < pace.slowedAt) return { ...pace, pausedUntil };
  return { ...pace, pausedUntil, slowedAt: refusal.now, limit: Math.max(1, Math.floor(pace.limit / 2)) };
}
