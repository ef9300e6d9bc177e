import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';

/** Writes that must get into the store, even if it is failing at the moment. */
export interface OwedWrites {
  /**
   * Resolves once `write` is done, or once it is postponed because the store refuses it or is slow. Writes with one
   * `key` keep their order. A write may run twice, if the answer to the first attempt was lost.
   */
  settle(key: string, write: () => Promise<void>): Promise<void>;
  /** Tries once more what is still open, and then gives up. */
  close(): Promise<void>;
}

/** In milliseconds. */
export interface OwedTimes {
  /** How long callers wait. */
  maxWaitMs?: number;
  /** The pause before the next attempt; it doubles each time, up to half a minute. */
  pauseMs?: number;
  /** When to give up. */
  keepMs?: number;
}

const maxPauseMs = 30_000;

/** Starts with no open writes. */
export function createOwedWrites(
  logger: Pick<FastifyBaseLogger, 'warn' | 'error'>,
  times: OwedTimes = {},
): OwedWrites {
  const { maxWaitMs = 2000, pauseMs = 1000, keepMs = 3_600_000 } = times;
  const owed = new Map<string, Promise<void>>();
  const closing = new AbortController();
  // Every waiting write adds a listener.
  setMaxListeners(0, closing.signal);

  async function keepTrying(key: string, write: () => Promise<void>): Promise<void> {
    const until = performance.now() + keepMs;
    for (let pause = pauseMs; ; pause = Math.min(2 * pause, maxPauseMs)) {
      const isLast = closing.signal.aborted || performance.now() > until;
      try {
        return await write();
      } catch (error) {
        if (isLast) return logger.error({ err: error, key }, 'the store did not accept an entry: it is lost');
        if (pause === pauseMs)
          logger.warn({ err: error, key }, 'the store did not accept an entry: trying again');
      }
      await sleep(pause, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    async settle(key, write) {
      const before = owed.get(key);
      const done = (
        before === undefined ? keepTrying(key, write) : before.then(() => keepTrying(key, write))
      ).then(() => {
        if (owed.get(key) === done) owed.delete(key);
      });
      owed.set(key, done);
      let timer: NodeJS.Timeout | undefined;
      const later = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, maxWaitMs);
      });
      await Promise.race([done, later]);
      clearTimeout(timer);
    },
    async close() {
      closing.abort();
      await Promise.all(owed.values());
    },
  };
}
