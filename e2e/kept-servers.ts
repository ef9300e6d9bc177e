interface Kept {
  stop(): Promise<void>;
}

/**
 * Servers of one worker, each started when a test first wants it and stopped with the worker. As fixtures of the worker
 * they would be more than that: each kind would get workers of its own, with a browser and all.
 */
export class KeptServers {
  readonly #started = new Map<string, Promise<Kept>>();

  /** What `start` gave for that name, which says all that makes it different from others. */
  keep<Server extends Kept>(name: string, start: () => Promise<Server>): Promise<Server> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one name is one kind of server
    const running = this.#started.get(name) as Promise<Server> | undefined;
    if (running) return running;
    const started = start();
    this.#started.set(name, started);
    return started;
  }

  async stop(): Promise<void> {
    const servers = await Promise.allSettled(this.#started.values());
    await Promise.all(
      servers.map(async (each) => {
        if (each.status === 'fulfilled') await each.value.stop();
      }),
    );
  }
}
