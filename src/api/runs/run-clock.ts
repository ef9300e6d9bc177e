import { secondsLeft } from '../../domain/rollout/time-left.ts';
import type { Clock } from '../pacing/paced-queue.ts';

/** The time left is told anew so often, though nothing else changes. */
const tickMs = 1000;

/** How long a run has been running, pauses left out, and how long it may take yet. */
export class RunClock {
  readonly #clock: Clock;
  readonly #onTick: () => void;
  #workCount = 0;
  /** Until it was last stopped; since then it has been running, or `undefined` where it has not. */
  #spentMs = 0;
  #since: number | undefined;
  /** How long it had been running when the last one ended. */
  #endedMs = 0;
  /** When those go on that try again. */
  readonly #dueAt = new Map<string, number>();
  #cancelTick: (() => void) | undefined;

  constructor(clock: Clock, onTick: () => void) {
    this.#clock = clock;
    this.#onTick = onTick;
  }

  /** So many are to be written to from now on. */
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

  /** Undefined where nothing tells. `open` are not done, of which `waiting` try again. */
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
