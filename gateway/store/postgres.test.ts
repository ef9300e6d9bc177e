import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { listen } from '../testing/listen.ts';
import { describePostgres } from '../testing/test-stores.ts';
import { openPostgresStore } from './postgres.ts';

const logger = pino({ level: 'silent' });

/** A connection to a server that can go silent, as when a host or the network between fails. */
async function openWay(port: number) {
  const open = new Set<Socket>();
  const passing = new EventEmitter();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    near.on('data', () => passing.emit('passed'));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  return {
    port: await listen(server),
    /** Current connections no longer transfer anything; new ones work. */
    fallSilent() {
      for (const socket of open) socket.unpipe().pause();
    },
    breakOff() {
      for (const socket of open) socket.destroy();
    },
    /** Resolves when something was sent to the server. */
    passed: () => once(passing, 'passed'),
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

describePostgres('a server that goes away,', (createDatabase) => {
  // A connection that ends during use could end the process, which the test runner reports by itself.
  test.each(['fallSilent', 'breakOff'] as const)(
    'fails only the calls that wait for it: %s',
    async (goAway) => {
      const url = new URL(await createDatabase());
      const way = await openWay(Number(url.port));
      url.port = String(way.port);
      const db = await openPostgresStore({ url: url.href, certificates: undefined, maxWaitMs: 2000 }, logger);
      const ask = () => sql`select pg_sleep(0.2)`.execute(db);
      await Promise.all([ask(), ask(), ask()]);
      const waiting = Promise.allSettled([ask(), ask(), ask()]);
      await way.passed();
      way[goAway]();
      expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect((await ask()).rows).toHaveLength(1);
      await db.destroy();
      way.close();
    },
  );
});
