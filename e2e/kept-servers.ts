interface Kept {
  stop(): Promise<void>;
}

/**
 * The servers of one worker, each started when a test first needs it and stopped with the worker. As worker fixtures
 * they would cost more: each kind would get its own workers, with a browser for each.
 */
export class KeptServers {
  readonly #started = new Map<string, Promise<Kept>>();

  /** Returns what `start` gave for that name; the name must contain everything that distinguishes the server. */
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
