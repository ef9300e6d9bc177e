import { Listeners } from '../../domain/listeners.ts';
import type { Clock } from './paced-queue.ts';

/** A store whose snapshots are published in batches, because rendering delays the next requests. */
export class BatchedStore<S> {
  readonly #take: () => S;
  readonly #clock: Clock;
  readonly #batchMs: number;
  readonly #listeners = new Listeners();
  #snapshot: S;
  #cancel: (() => void) | undefined;

  /** `take` creates the snapshot; changes within `batchMs` are published together. */
  constructor(take: () => S, clock: Clock, batchMs: number) {
    this.#take = take;
    this.#clock = clock;
    this.#batchMs = batchMs;
    this.#snapshot = take();
  }

  readonly subscribe = this.#listeners.subscribe;

  readonly getSnapshot = (): S => this.#snapshot;

  schedule(): void {
    this.#cancel ??= this.#clock.after(this.#batchMs, () => this.publish());
  }

  /** Publishes at once, including whatever was scheduled. */
  publish(): void {
    this.cancel();
    this.#snapshot = this.#take();
    this.#listeners.announce();
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
