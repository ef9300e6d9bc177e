import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../store/store.ts';
import { findPostgres, needsPostgres, startTestPostgres, type TestPostgres } from './test-postgres.ts';

const logger = pino({ level: 'silent' });

/** A store that a test can inspect from outside. */
export interface TestStore {
  store: Store;
  /** Everything that the database holds, as bytes of its files or as a dump. */
  dump(): string;
  remove(): Promise<void>;
}

/** A store in its own SQLite file. */
export async function openTestSqlite(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'console-store-'));
  const store = await openStore({ dataFolder: folder }, logger);
  return {
    store,
    dump: () =>
      readdirSync(folder)
        .map((file) => readFileSync(join(folder, file)).toString('latin1'))
        .join(''),
    async remove() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A store in a new database. */
async function openTestPostgresStore(databaseUrl: string): Promise<TestStore> {
  const store = await openStore({ databaseUrl }, logger);
  return {
    store,
    dump: () =>
      execFileSync(join(findPostgres() ?? '', 'pg_dump'), ['--inserts', databaseUrl], { encoding: 'utf8' }),
    remove: () => store.close(),
  };
}

/** Tests with their own PostgreSQL, which are skipped if there is none. */
export function describePostgres(name: string, tests: (createDatabase: () => Promise<string>) => void): void {
  describe.skipIf(findPostgres() === undefined)(`${name} in PostgreSQL (${needsPostgres})`, () => {
    let postgres: TestPostgres;
    beforeAll(async () => {
      postgres = await startTestPostgres();
    });
    afterAll(() => postgres.stop());
    tests(() => postgres.createDatabase());
  });
}

/** The same tests with each database; every store is new. */
export function describeStores(name: string, tests: (openTestStore: () => Promise<TestStore>) => void): void {
  describe(`${name} in SQLite`, () => {
    tests(openTestSqlite);
  });
  describePostgres(name, (createDatabase) =>
    tests(async () => openTestPostgresStore(await createDatabase())),
  );
}
