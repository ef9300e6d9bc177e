/**
 * How fast requests may follow one another on the way to one host: at most `limit` at once, none before
 * `pausedUntil`. Times are in milliseconds of any one clock.
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

/** A pace with `most` requests at once, from the first one on. */
export function fullPace(most: number): Pace {
  return { most, limit: most, pausedUntil: 0, slowedAt: Number.NEGATIVE_INFINITY };
}

/** Whether another request may start now, beside `underWay` others. */
export function mayStart(pace: Pace, underWay: number, now: number): boolean {
  return now >= pace.pausedUntil && underWay < Math.floor(pace.limit);
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
