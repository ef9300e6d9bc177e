import { Socket } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';
import { BootError } from '../common/boot-error.ts';
import { errorCode } from '../common/error-code.ts';
import { migrateStore, NewerStoreError } from './migrate.ts';
import { tellStoreErrors } from './store-error.ts';
import type { Tables } from './tables.ts';

/** PostgreSQL's `bigint`, which is read as text by default. */
const bigintType: number = types.builtins.INT8;

/** The address of the database, and the certificates (PEM) of its authority if the system does not trust it. */
interface PostgresAddress {
  readonly url: string;
  readonly certificates: string | undefined;
  /** For connecting, for one statement, and until an idle connection is closed, in milliseconds. */
  readonly maxWaitMs?: number;
}

/** By then the database itself has ended a statement that took too long. */
const patience = 1.2;

/**
 * The store in a PostgreSQL.
 * @throws {BootError} if it cannot be used; nothing in it has changed then.
 */
export async function openPostgresStore(
  { url, certificates, maxWaitMs = 10_000 }: PostgresAddress,
  logger: Pick<FastifyBaseLogger, 'warn'>,
): Promise<Kysely<Tables>> {
  const pool = new Pool({
    connectionString: url,
    ...(certificates !== undefined && { ssl: { ca: certificates } }),
    application_name: 'aicore-registry-console',
    connectionTimeoutMillis: maxWaitMs,
    idleTimeoutMillis: maxWaitMs,
    statement_timeout: maxWaitMs,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === bigintType ? Number : types.getTypeParser(type, format),
    },
  });
  // If an idle connection ends, the next call opens a new one.
  pool.on('error', (error) => logger.warn({ err: error }, 'the store ended a connection'));
  pool.on('connect', (client) => {
    // A connection that ends during a statement makes it fail; without a listener it would also end the process.
    client.on('error', () => undefined);
    endWhenSilent(client, maxWaitMs * patience);
  });
  const db = new Kysely<Tables>({
    dialect: tellStoreErrors(new PostgresDialect({ pool })),
    plugins: [new CamelCasePlugin()],
  });
  try {
    await migrateStore(db, 'postgres');
    return db;
  } catch (error) {
    await db.destroy();
    throw explain(error);
  }
}

/**
 * The database limits its own statements, but a host that went silent reports nothing: callers would wait for as long
 * as the system keeps the connection, which can be a quarter of an hour.
 */
function endWhenSilent(client: unknown, silentMs: number): void {
  const stream = client instanceof Client ? client.connection.stream : undefined;
  if (stream instanceof Socket) stream.setTimeout(silentMs, () => stream.destroy());
}

function explain(error: unknown): BootError {
  if (error instanceof NewerStoreError) {
    return new BootError(
      'The store that DATABASE_URL names was written by a newer version of the gateway: start that one, or name another database.',
    );
  }
  return new BootError(
    `The store that DATABASE_URL names cannot be opened (${errorCode(error, 'no answer')}): check that the database runs, and the address, the user and the certificates in it.`,
  );
}
