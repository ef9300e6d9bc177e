/** A set of callbacks to call on every change. */
export class Listeners {
  readonly #all = new Set<() => void>();

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  /** Calls `listener` on every change from now on; the returned function ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  readonly announce = (): void => {
    for (const listener of this.#all) listener();
  };
}
