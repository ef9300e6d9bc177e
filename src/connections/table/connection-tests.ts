import { useEffect, useState } from 'react';
import { testConnection, type ConnectionTestResult } from '../../api/connection-test.ts';
import { originOf } from '../../api/pacing/max-concurrency.ts';
import { browserClock, PacedQueue } from '../../api/pacing/paced-queue.ts';
import type { Connection } from '../../domain/connection/connection.ts';

export type ConnectionTest =
  | { readonly status: 'waiting' | 'running' }
  | (ConnectionTestResult & { readonly status: 'tested'; readonly testedAt: Date });

export interface ConnectionTests {
  /** Undefined if it was not tested since the page was opened. */
  readonly of: (connection: Connection) => ConnectionTest | undefined;
  readonly run: (connections: readonly Connection[]) => void;
  /** Starts no further tests; running ones finish. */
  readonly stop: () => void;
  /** How many of the tests that were last requested have ended. */
  readonly progress: { readonly ended: number; readonly all: number };
}

/** Each test makes up to two calls at a time; other pages should not notice. */
const atOnce = () => 3;

/** Tests connections, a few at a time, and holds the results. */
export function useConnectionTests(): ConnectionTests {
  const [tests, setTests] = useState<ReadonlyMap<string, ConnectionTest>>(new Map());
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [queue] = useState(() => new PacedQueue(atOnce, browserClock, () => undefined));
  useEffect(() => () => queue.clear(), [queue]);

  const run = (connections: readonly Connection[]) => {
    const set = (connection: Connection, test: ConnectionTest) =>
      setTests((known) => new Map(known).set(keyOf(connection), test));
    setAsked(connections.map(keyOf));
    for (const connection of connections) set(connection, { status: 'waiting' });
    queue.add(
      connections.map((connection) => ({
        origin: originOf(connection),
        run: async () => {
          set(connection, { status: 'running' });
          const result = await testConnection(connection);
          set(connection, { status: 'tested', ...result, testedAt: new Date() });
          return { kind: 'ended' };
        },
      })),
    );
  };
  const stop = () => {
    queue.clear();
    setTests((known) => new Map([...known].filter(([, { status }]) => status !== 'waiting')));
  };
  const of = (connection: Connection) => tests.get(keyOf(connection));
  const wanted = asked.filter((key) => tests.has(key));
  const ended = wanted.filter((key) => tests.get(key)?.status === 'tested').length;
  return { of, run, stop, progress: { ended, all: wanted.length } };
}

/** Includes the address: a connection with a new address counts as not tested. */
function keyOf({ id, baseUrl, auth }: Connection): string {
  return `${id} ${auth} ${baseUrl}`;
}
