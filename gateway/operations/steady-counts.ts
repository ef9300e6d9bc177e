/** How many calls somebody has made in the current window, and in how many milliseconds it ends. */
interface Count {
  current: number;
  ttl: number;
}

/** How many callers are counted; beyond that, those who called least recently are dropped. */
const maxKeys = 10_000;

/**
 * Counts calls for the limits with a monotonic clock. With the wall clock, a machine whose clock was an hour ahead
 * would refuse everybody for an hour after it was corrected.
 */
export class SteadyCounts {
  readonly #windows = new Map<string, { current: number; endsAt: number }>();

  incr(key: string, done: (error: null, count: Count) => void, windowMs: number): void {
    const now = performance.now();
    const known = this.#windows.get(key);
    const window = known !== undefined && known.endsAt > now ? known : { current: 0, endsAt: now + windowMs };
    window.current += 1;
    this.#windows.delete(key);
    this.#windows.set(key, window);
    const [oldest = ''] = this.#windows.keys();
    if (this.#windows.size > maxKeys) this.#windows.delete(oldest);
    done(null, { current: window.current, ttl: window.endsAt - now });
  }

  /** For a route with its own limits. */
  child(): SteadyCounts {
    return new SteadyCounts();
  }
}
