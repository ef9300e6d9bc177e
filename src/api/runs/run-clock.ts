import { secondsLeft } from '../../domain/rollout/time-left.ts';
import type { Clock } from '../pacing/paced-queue.ts';

/** How often the time left is updated, even if nothing else changes. */
const tickMs = 1000;

/** The running time of a run, without pauses, and an estimate of the time left. */
export class RunClock {
  readonly #clock: Clock;
  readonly #onTick: () => void;
  #workCount = 0;
  /** The running time up to the last stop; `#since` is when it resumed, `undefined` while it is stopped. */
  #spentMs = 0;
  #since: number | undefined;
  /** The running time when the last target ended. */
  #endedMs = 0;
  /** When the targets that are retried continue. */
  readonly #dueAt = new Map<string, number>();
  #cancelTick: (() => void) | undefined;

  constructor(clock: Clock, onTick: () => void) {
    this.#clock = clock;
    this.#onTick = onTick;
  }

  /** Sets how many targets are to be written to from now on. */
  begin(workCount: number): void {
    this.#workCount = workCount;
    this.#spentMs = 0;
    this.#endedMs = 0;
    this.goOn();
  }

  goOn(): void {
    this.#since = this.#clock.now();
    this.#tick();
  }

  stop(): void {
    this.#spentMs = this.#runningMs();
    this.#since = undefined;
    this.#cancelTick?.();
  }

  noteEnd(): void {
    this.#endedMs = this.#runningMs();
  }

  noteWait(targetId: string, ms: number): void {
    this.#dueAt.set(targetId, this.#clock.now() + ms);
  }

  /** Undefined if there is nothing to go by. `open` targets are not done; `waiting` of them are retried. */
  secondsLeft(open: number, waiting: readonly string[]): number | undefined {
    const now = this.#clock.now();
    return secondsLeft({
      settled: this.#workCount - open,
      open,
      activeMs: this.#endedMs,
      sinceMs: this.#runningMs() - this.#endedMs,
      waitMs: Math.max(0, ...waiting.map((id) => (this.#dueAt.get(id) ?? now) - now)),
    });
  }

  #runningMs(): number {
    return this.#spentMs + (this.#since === undefined ? 0 : this.#clock.now() - this.#since);
  }

  #tick(): void {
    this.#cancelTick?.();
    this.#cancelTick = this.#clock.after(tickMs, () => {
      this.#onTick();
      this.#tick();
    });
  }
}
