/** How many calls somebody has made in the present window, and when that ends, in milliseconds from now. */
interface Count {
  current: number;
  ttl: number;
}

/** As many callers are counted; of more those are forgotten who came first. */
const maxKeys = 10_000;

/**
 * Counts calls for the limits by a clock that nobody sets. By that of the day, a machine whose clock was an hour ahead
 * would refuse everybody for an hour once it is right again.
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

  /** For a route that has limits of its own. */
  child(): SteadyCounts {
    return new SteadyCounts();
  }
}
