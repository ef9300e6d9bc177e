import type { FastifyBaseLogger } from 'fastify';
import type { CompiledQuery, Kysely } from 'kysely';
import { createOwedWrites, type OwedWrites } from './owed-writes.ts';
import { openMemoryStore, openSqliteStore } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Where the store is: the first of these that is set, otherwise in memory. */
export interface StoreSettings {
  /** The address of a PostgreSQL. Holds a password. */
  databaseUrl?: string | undefined;
  /** The certificates of its authority, as PEM, if the system does not trust it. */
  databaseCertificates?: string | undefined;
  /** The folder for a SQLite file. */
  dataFolder?: string | undefined;
}

/** For what is logged besides errors of calls. */
type StoreLogger = Pick<FastifyBaseLogger, 'warn' | 'error'>;

/** What the gateway stores, with its tables up to date. */
export interface Store extends Pick<OwedWrites, 'settle'> {
  db: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens the store and brings its tables up to date.
 * @throws {BootError} if that fails; nothing has changed then.
 */
export async function openStore(settings: StoreSettings, logger: StoreLogger): Promise<Store> {
  const db = await openDatabase(settings, logger);
  const owed = createOwedWrites(logger);
  return {
    db,
    settle: (key, write) => owed.settle(key, write),
    async close() {
      await owed.close();
      await db.destroy();
    },
  };
}

/**
 * A compiled query with other parameters, in the order in which it names them. For queries of nearly every call, since
 * building and compiling them takes longer than the database does.
 */
export function withParameters<T>(query: CompiledQuery<T>, parameters: readonly unknown[]): CompiledQuery<T> {
  return { ...query, parameters };
}

async function openDatabase(
  { databaseUrl: url, databaseCertificates: certificates, dataFolder }: StoreSettings,
  logger: StoreLogger,
) {
  // Loaded only when used.
  if (url !== undefined)
    return (await import('./postgres.ts')).openPostgresStore({ url, certificates }, logger);
  return dataFolder === undefined ? openMemoryStore() : openSqliteStore(dataFolder);
}
