import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from './sqlite.ts';

let folder: string;
let db: Awaited<ReturnType<typeof openSqliteStore>>;
const file = () => join(folder, 'console.sqlite');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'console-damage-'));
  db = await openSqliteStore(folder);
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

const write = (id: string) =>
  db
    .insertInto('tenantWrites')
    .values({ issuer: 'a', personId: id, what: 'a', tenant: 'a', requestId: id, writtenAt: '2026-01-01' })
    .execute();
const count = async () => (await db.selectFrom('tenantWrites').select('personId').execute()).length;

test('who keeps the database locked does not keep everybody waiting', async () => {
  const other = new Database(file());
  other.exec('begin immediate');
  const startedAt = performance.now();
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await expect(write(id)).rejects.toThrow('locked');
    expect(await count()).toBe(0);
  }
  // The first one waits for half a second, and no other.
  expect(performance.now() - startedAt).toBeLessThan(2500);
  other.exec('rollback');
  await write('g');
  // And so again: a lock that lasts a moment is waited for.
  const { rows } = await sql`pragma busy_timeout`.execute(db);
  expect(rows).toEqual([{ timeout: 500 }]);
  other.close();
});

test.each([
  ['removed', () => rmSync(file())],
  ['moved away', () => renameSync(file(), `${file()}.old`)],
])('what is written to a file that was %s is refused, not lost', async (_how, damage) => {
  await write('a');
  damage();
  await expect(write('b')).rejects.toThrow('was removed or replaced');
  await expect(count()).rejects.toThrow('was removed or replaced');
});
