import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

test('a locked database does not keep everybody waiting', async () => {
  const other = new Database(file());
  other.exec('begin immediate');
  const setWait = vi.spyOn(Database.prototype, 'exec');
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await expect(write(id)).rejects.toThrow('locked');
    expect(await count()).toBe(0);
  }
  // The first call waits for half a second, and no other.
  expect(setWait.mock.calls).toEqual([['pragma busy_timeout = 20']]);
  other.exec('rollback');
  await write('g');
  // And back again: a short lock is waited for.
  expect(setWait).toHaveBeenLastCalledWith('pragma busy_timeout = 500');
  setWait.mockRestore();
  other.close();
});

/** Arguments to run code in another process with the same file. */
function runBeside(code: string) {
  const opening = `import Database from 'libsql'; const db = new Database(${JSON.stringify(file())}, { timeout: 10_000 });`;
  return [process.execPath, ['--input-type=module', '-e', `${opening}\n${code}`]] as const;
}

function countBeside(): string {
  const [program, args] = runBeside(
    'console.log(db.prepare("select count(*) as n from tenant_writes").get().n); db.close();',
  );
  return spawnSync(program, args, { encoding: 'utf8' }).stdout.trim();
}

test('opening and closing the file elsewhere loses nothing of a store that was reopened', async () => {
  await db.destroy();
  db = await openSqliteStore(folder);
  await write('a');
  expect(countBeside()).toBe('1');
  await write('b');
  expect(countBeside()).toBe('2');
});

test('everything that two processes write at once is kept, except refused writes', async () => {
  const [program, args] = runBeside(`
    const insert = db.prepare("insert into tenant_writes values ('b', ?, 'b', 'b', ?, '2026-01-01')");
    process.stdout.write('ready');
    let kept = 0;
    for (let i = 0; i < 100; i += 1) {
      try { insert.run([String(i), 'b' + i]); kept += 1; } catch {}
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    process.stdout.write(String(kept));
    db.close();`);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  let kept = 0;
  for (let i = 0; i < 100; i += 1) {
    kept += await write(`a${i}`).then(
      () => 1,
      () => 0,
    );
    await setImmediate();
  }
  await ended;
  const keptBeside = Number(said.replace('ready', ''));
  expect(Math.min(kept, keptBeside)).toBeGreaterThan(0);
  expect(await count()).toBe(kept + keptBeside);
});

test.each([
  ['removed', () => rmSync(file())],
  ['moved away', () => renameSync(file(), `${file()}.old`)],
])('a write to a file that was %s is refused, not lost', async (_how, damage) => {
  await write('a');
  damage();
  await expect(write('b')).rejects.toThrow('was removed or replaced');
  await expect(count()).rejects.toThrow('was removed or replaced');
});
