import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, sql, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { Pool } from 'pg';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { describePostgres } from '../testing/test-stores.ts';
import { listMigrations } from './migrate.ts';
import type { StoreKind } from './store-kind.ts';
import { openStore, type StoreSettings } from './store.ts';

const logger = pino({ level: 'silent' });

interface Place {
  readonly settings: StoreSettings;
  connect(): Kysely<unknown>;
  remove(): void;
}

/** Writes a store as the gateway left it when `name` was its last migration, with a row that must survive. */
async function writeOldStore(place: Place, kind: StoreKind, name: string): Promise<void> {
  const db = place.connect();
  const provider = { getMigrations: async () => listMigrations(kind) };
  const { error } = await new Migrator({ db, provider }).migrateTo(name);
  if (error !== undefined) throw error;
  await sql`insert into audit_events (request_id, time, actor_groups, action, outcome, name)
    values ('request-1', '2026-11-28T10:00:00.000Z', '[]', 'create', 'done', 'kept')`.execute(db);
  await db.destroy();
}

async function readColumns(db: Kysely<unknown>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables
    .flatMap((table) =>
      table.columns.map((column) => `${table.name}.${column.name} ${column.dataType} ${column.isNullable}`),
    )
    .toSorted();
}

function describeUpgrade(kind: StoreKind, newPlace: () => Promise<Place>): void {
  const names = Object.keys(listMigrations(kind));

  test.each(names)('a store that ends with %s opens with its content', async (name) => {
    const [old, fresh] = [await newPlace(), await newPlace()];
    await writeOldStore(old, kind, name);
    const store = await openStore(old.settings, logger);
    const { rows } = await sql<{ name: string }>`select name from audit_events`.execute(store.db);
    expect(rows).toEqual([{ name: 'kept' }]);
    await store.close();
    await (await openStore(fresh.settings, logger)).close();
    const [ofOld, ofFresh] = [old.connect(), fresh.connect()];
    expect(await readColumns(ofOld)).toEqual(await readColumns(ofFresh));
    await Promise.all([ofOld.destroy(), ofFresh.destroy()]);
    for (const place of [old, fresh]) place.remove();
  });
}

describe('an older store in a SQLite file', () => {
  describeUpgrade('sqlite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'console-store-'));
    return {
      settings: { dataFolder: folder },
      connect: () =>
        new Kysely({
          dialect: new SqliteDialect({ database: async () => new Database(join(folder, 'console.sqlite')) }),
        }),
      remove: () => rmSync(folder, { recursive: true }),
    };
  });
});

describePostgres('an older store', (createDatabase) => {
  describeUpgrade('postgres', async () => {
    const databaseUrl = await createDatabase();
    return {
      settings: { databaseUrl },
      connect: () =>
        new Kysely({
          dialect: new PostgresDialect({ pool: new Pool({ connectionString: databaseUrl }) }),
        }),
      remove: () => undefined,
    };
  });
});
