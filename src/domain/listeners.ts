/** Those who want to hear of a change. */
export class Listeners {
  readonly #all = new Set<() => void>();

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  /** Calls `listener` at every change from now on; the result ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  readonly announce = (): void => {
    for (const listener of this.#all) listener();
  };
}
