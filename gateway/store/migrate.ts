import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { createFirstTables } from './migrations/0001-tables.ts';
import { createCalendarAndNotices } from './migrations/0002-calendar-and-notices.ts';
import { createApprovals } from './migrations/0003-approvals.ts';
import { createAuditIndexes } from './migrations/0004-audit-indexes.ts';
import { createPlansTogether } from './migrations/0005-plans-together.ts';
import { createPeopleOfNow } from './migrations/0006-people-of-now.ts';
import { createFormerEnds } from './migrations/0007-former-ends.ts';
import type { StoreKind } from './store-kind.ts';

/** The store was written by a newer version of the gateway. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError';
}

/** Every step from an empty database to the current tables, by name and in order. */
export function listMigrations(kind: StoreKind): Record<string, Migration> {
  return {
    '0001-tables': createFirstTables(kind),
    '0002-calendar-and-notices': createCalendarAndNotices(kind),
    '0003-approvals': createApprovals(kind),
    '0004-audit-indexes': createAuditIndexes(),
    '0005-plans-together': createPlansTogether(kind),
    '0006-people-of-now': createPeopleOfNow(kind),
    '0007-former-ends': createFormerEnds(kind),
  };
}

/**
 * Brings the tables up to date. In PostgreSQL, Kysely's own lock lets one gateway at a time do it; for SQLite the
 * caller locks the database.
 * @throws {NewerStoreError}
 */
export async function migrateStore<T>(db: Kysely<T>, kind: StoreKind): Promise<void> {
  await refuseNewerStore(db, kind);
  const provider = { getMigrations: async () => listMigrations(kind) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Only reads.
 * @throws {NewerStoreError}
 */
export async function refuseNewerStore<T>(db: Kysely<T>, kind: StoreKind): Promise<void> {
  const known = listMigrations(kind);
  const done = await listDone(db);
  if (done.some((name) => !Object.hasOwn(known, name))) throw new NewerStoreError();
}

async function listDone<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === migrationTable)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)}`.execute(db);
  return rows.map(({ name }) => name);
}

/** Kysely's name for it. */
const migrationTable = 'kysely_migration';
