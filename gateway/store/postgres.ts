import type { FastifyBaseLogger } from 'fastify';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { BootError } from '../common/boot-error.ts';
import { migrateStore, NewerStoreError } from './migrate.ts';
import type { Tables } from './tables.ts';

/** For a connection and for one statement, in milliseconds. */
const maxWaitMs = 10_000;
/** Of PostgreSQL's `bigint`, which comes as text otherwise. */
const bigintType: number = types.builtins.INT8;

/** Where it is, and the certificates (PEM) of who vouches for it where not everybody trusts them. */
interface PostgresAddress {
  readonly url: string;
  readonly certificates: string | undefined;
}

/**
 * The store in a PostgreSQL.
 * @throws {BootError} where it cannot be used; nothing in it has changed then.
 */
export async function openPostgresStore(
  { url, certificates }: PostgresAddress,
  logger: FastifyBaseLogger,
): Promise<Kysely<Tables>> {
  const pool = new Pool({
    connectionString: url,
    ...(certificates !== undefined && { ssl: { ca: certificates } }),
    application_name: 'aicore-registry-console',
    connectionTimeoutMillis: maxWaitMs,
    statement_timeout: maxWaitMs,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === bigintType ? Number : types.getTypeParser(type, format),
    },
  });
  // A connection that ends while nobody uses it is replaced by the next call.
  pool.on('error', (error) => logger.warn({ err: error }, 'the store ended a connection'));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  try {
    await migrateStore(db, 'postgres');
    return db;
  } catch (error) {
    await db.destroy();
    throw explain(error);
  }
}

function explain(error: unknown): BootError {
  if (error instanceof NewerStoreError) {
    return new BootError(
      'The store that DATABASE_URL names was written by a newer version of the gateway: start that one, or name another database.',
    );
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
  return new BootError(
    `The store that DATABASE_URL names cannot be opened (${code}): check the address, the user and that the database runs.`,
  );
}
