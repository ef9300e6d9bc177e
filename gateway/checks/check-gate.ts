/** How much of checks there may be. */
export interface GateLimits {
  /** Begun by one caller within any minute. */
  readonly perMinute: number;
  /** Under way at once: of one caller, and of all. */
  readonly atOncePerCaller: number;
  readonly atOnce: number;
}

/** What the gate says to one more: go on, or come back after so many seconds. */
export type GateAnswer =
  | { readonly open: true; leave(): void }
  | { readonly open: false; retryAfterSeconds: number };

const minuteMs = 60_000;

/**
 * Keeps whoever reaches the gateway from trying passwords or scanning a network through it. Nothing waits in line.
 * Callers are forgotten a minute after their last check.
 */
export class CheckGate {
  readonly #limits: GateLimits;
  readonly #now: () => number;
  /** When the checks of the last minute began, by caller. */
  readonly #begun = new Map<string, number[]>();
  readonly #underWay = new Map<string, number>();

  constructor(limits: GateLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  enter(caller: string): GateAnswer {
    const now = this.#now();
    this.#forget(now);
    const begun = this.#begun.get(caller) ?? [];
    const [oldest = now] = begun;
    if (begun.length >= this.#limits.perMinute) {
      return { open: false, retryAfterSeconds: Math.max(1, Math.ceil((oldest + minuteMs - now) / 1000)) };
    }
    const own = this.#underWay.get(caller) ?? 0;
    const all = [...this.#underWay.values()].reduce((sum, count) => sum + count, 0);
    if (own >= this.#limits.atOncePerCaller || all >= this.#limits.atOnce)
      return { open: false, retryAfterSeconds: 2 };
    this.#begun.set(caller, [...begun, now]);
    this.#underWay.set(caller, own + 1);
    return { open: true, leave: () => this.#leave(caller) };
  }

  #leave(caller: string): void {
    const left = (this.#underWay.get(caller) ?? 0) - 1;
    if (left > 0) this.#underWay.set(caller, left);
    else this.#underWay.delete(caller);
  }

  #forget(now: number): void {
    for (const [caller, times] of this.#begun) {
      const recent = times.filter((time) => time > now - minuteMs);
      if (recent.length === 0) this.#begun.delete(caller);
      else this.#begun.set(caller, recent);
    }
  }
}
