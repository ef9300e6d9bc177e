/** How many checks are allowed. */
export interface GateLimits {
  /** Started by one caller within any minute: in total, and for one host. */
  readonly perMinute: number;
  readonly perMinuteAndHost: number;
  /** Running at once: for one caller, and in total. */
  readonly atOncePerCaller: number;
  readonly atOnce: number;
}

/** Enough for people who correct a form, and too little for trying passwords. */
export const defaultLimits: GateLimits = {
  perMinute: 120,
  perMinuteAndHost: 30,
  atOncePerCaller: 6,
  atOnce: 24,
};

/** The gate's answer to another check: go on, or come back after so many seconds. */
export type GateAnswer =
  | { readonly open: true; leave(): void }
  | { readonly open: false; retryAfterSeconds: number };

const minuteMs = 60_000;

interface Begun {
  readonly at: number;
  readonly host: string;
}

/**
 * Keeps people from using the gateway to try passwords at a host or to scan a network. Checks do not queue. Callers are
 * forgotten a minute after their last check.
 */
export class CheckGate {
  readonly #limits: GateLimits;
  readonly #now: () => number;
  /** The checks of the last minute, oldest first, by caller. */
  readonly #begun = new Map<string, readonly Begun[]>();
  readonly #underWay = new Map<string, number>();

  constructor(limits: GateLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  enter(caller: string, host: string): GateAnswer {
    const now = this.#now();
    this.#forget(now);
    const begun = this.#begun.get(caller) ?? [];
    const { perMinute, perMinuteAndHost, atOncePerCaller, atOnce } = this.#limits;
    const full =
      firstOfFull(begun, perMinute) ??
      firstOfFull(
        begun.filter((one) => one.host === host),
        perMinuteAndHost,
      );
    if (full)
      return { open: false, retryAfterSeconds: Math.max(1, Math.ceil((full.at + minuteMs - now) / 1000)) };
    const own = this.#underWay.get(caller) ?? 0;
    const all = [...this.#underWay.values()].reduce((sum, count) => sum + count, 0);
    if (own >= atOncePerCaller || all >= atOnce) return { open: false, retryAfterSeconds: 2 };
    this.#begun.set(caller, [...begun, { at: now, host }]);
    this.#underWay.set(caller, own + 1);
    return { open: true, leave: () => this.#leave(caller) };
  }

  #leave(caller: string): void {
    const left = (this.#underWay.get(caller) ?? 0) - 1;
    if (left > 0) this.#underWay.set(caller, left);
    else this.#underWay.delete(caller);
  }

  #forget(now: number): void {
    for (const [caller, checks] of this.#begun) {
      const recent = checks.filter(({ at }) => at > now - minuteMs);
      if (recent.length === 0) this.#begun.delete(caller);
      else this.#begun.set(caller, recent);
    }
  }
}

/** The check that blocks the next one until its minute is over; undefined while there is room. */
function firstOfFull(begun: readonly Begun[], limit: number): Begun | undefined {
  return begun.length >= limit ? begun[0] : undefined;
}
