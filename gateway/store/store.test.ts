import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql, type Insertable } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describePostgres } from '../testing/test-stores.ts';
import { listMigrations } from './migrate.ts';
import { openStore, type Store, type StoreSettings } from './store.ts';
import type { Tables } from './tables.ts';

const logger = pino({ level: 'silent' });

const event: Insertable<Tables['auditEvents']> = {
  requestId: 'request-1',
  time: '2026-11-28T10:00:00.000Z',
  actorGroups: '["platform"]',
  action: 'create',
  outcome: 'begun',
  tenant: 'acme',
  subject: '{"registries":[{"host":"ghcr.io","username":"jo"}]}',
};
const plan: Insertable<Tables['rolloutPlans']> = {
  id: 'plan-1',
  operation: 'rollout',
  resource: 'dockerRegistrySecrets',
  name: 'docker-hub',
  subject: '{}',
  policy: 'update',
  steps: '[{"tenant":"acme","action":"update"}]',
  digest: 'abc',
  state: 'waiting',
  askedAt: event.time,
  askedById: 'jo-1',
  askedByName: 'Jo',
  askedByIssuer: 'proxy',
};

let folder: string;
let store: Store | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'console-store-'));
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  rmSync(folder, { recursive: true });
});

async function open(settings: StoreSettings): Promise<Store> {
  store = await openStore(settings, logger);
  return store;
}

/** Both databases must give the same answers to everything the gateway asks. */
function describeStore(newSettings: () => Promise<StoreSettings>): void {
  test('keeps its data over a restart', async () => {
    const settings = await newSettings();
    const first = await open(settings);
    const { id } = await first.db
      .insertInto('auditEvents')
      .values(event)
      .returning('id')
      .executeTakeFirstOrThrow();
    await first.close();
    const { db } = await open(settings);
    expect(await db.selectFrom('auditEvents').selectAll().execute()).toEqual([
      {
        ...event,
        id,
        actorId: null,
        actorName: null,
        actorIssuer: null,
        address: null,
        resource: null,
        name: null,
        status: null,
        aiCoreRequestId: null,
        durationMs: null,
      },
    ]);
    expect(id).toBe(1);
  });

  test('orders text by its characters and not by a language', async () => {
    const { db } = await open(await newSettings());
    const names = ['b', 'B', 'a-c', 'ab', '_'];
    await db
      .insertInto('auditEvents')
      .values(names.map((name) => ({ ...event, name })))
      .execute();
    const rows = await db.selectFrom('auditEvents').select('name').orderBy('name').execute();
    expect(rows.map(({ name }) => name)).toEqual(['B', '_', 'a-c', 'ab', 'b']);
  });

  test('counts in numbers, and says how many rows a change affected', async () => {
    const { db } = await open(await newSettings());
    await db.insertInto('auditEvents').values([event, event]).execute();
    const ended = await db.updateTable('auditEvents').set({ outcome: 'done' }).executeTakeFirst();
    expect(ended.numUpdatedRows).toBe(2n);
    const count = (
      await db.selectFrom('auditEvents').select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()
    ).n;
    expect(count).toBe(2);
  });

  test('has one note for a secret, and replaces it', async () => {
    const { db } = await open(await newSettings());
    const key = { tenant: 'acme', resource: 'dockerRegistrySecrets', name: 'docker-hub' };
    const write = (note: string) =>
      db
        .insertInto('secretNotes')
        .values({ ...key, registries: '[]', note, version: 1, updatedAt: event.time })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'resource', 'name']).doUpdateSet((eb) => ({
            note: eb.ref('excluded.note'),
            version: eb('secretNotes.version', '+', 1),
          })),
        )
        .execute();
    await write('first');
    await write('second');
    const rows = await db.selectFrom('secretNotes').select(['note', 'version']).execute();
    expect(rows).toEqual([{ note: 'second', version: 2 }]);
  });

  test('deleting a plan deletes its uses, and a use needs a plan', async () => {
    const { db } = await open(await newSettings());
    const use = { planId: 'plan-1', tenant: 'acme', usedAt: event.time, outcome: 'begun' };
    await expect(db.insertInto('rolloutUses').values(use).execute()).rejects.toThrow(/foreign key/i);
    await db.insertInto('rolloutPlans').values(plan).execute();
    await db.insertInto('rolloutUses').values(use).execute();
    await db.deleteFrom('rolloutPlans').execute();
    expect(await db.selectFrom('rolloutUses').selectAll().execute()).toEqual([]);
  });

  test('has no column for a credential', async () => {
    const { db } = await open(await newSettings());
    const tables = await db.introspection.getTables();
    expect(tables.map(({ name }) => name).toSorted()).toEqual([
      'audit_events',
      'calendar_keys',
      'rollout_plans',
      'rollout_uses',
      'secret_notes',
      'sent_notices',
      'sessions',
      'tenant_writes',
    ]);
    const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
    expect(columns.filter((name) => /password|token|credential|cookie|verifier/.test(name))).toEqual([]);
  });

  test('gateways that start together make the tables once', async () => {
    const settings = await newSettings();
    expect(await openTogether(settings, 3)).toEqual([0, 0, 0]);
    const { db } = await open(settings);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(listMigrations('sqlite')));
  });

  test('a store of a newer version is refused and not changed', async () => {
    const settings = await newSettings();
    const first = await open(settings);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'later')`.execute(
      first.db,
    );
    await first.close();
    const before = readAll(folder);
    await expect(openStore(settings, logger)).rejects.toThrow(
      /^The store .* newer version of the gateway: [^\n]*\.$/,
    );
    expect(readAll(folder)).toEqual(before);
  });
}

/** Opens the store in `count` other processes at the same moment, and returns their exit codes. */
async function openTogether(settings: StoreSettings, count: number): Promise<(number | null)[]> {
  const file = fileURLToPath(new URL('store.ts', import.meta.url));
  const code = `
    const { openStore } = await import(${JSON.stringify(file)});
    process.stdout.write('ready');
    for await (const _ of process.stdin);
    const store = await openStore(${JSON.stringify(settings)}, { warn() {} });
    await store.close();`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] }),
  );
  const exits = children.map((child) => once(child, 'exit'));
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  for (const child of children) child.stdin.end();
  await Promise.all(exits);
  return children.map(({ exitCode }) => exitCode);
}

/** Each file with its bytes, except the shared-memory index of SQLite. */
function readAll(path: string): Record<string, string> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => join(path, name)).filter((file) => statSync(file).isFile());
  return Object.fromEntries(
    files.filter((file) => !file.endsWith('-shm')).map((file) => [file, readFileSync(file, 'base64')]),
  );
}

describe('the store in memory', () => {
  test('has its tables, and ends with its process', async () => {
    const first = await open({});
    await first.db.insertInto('auditEvents').values(event).execute();
    await first.close();
    const { db } = await open({});
    expect(await db.selectFrom('auditEvents').selectAll().execute()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the store in a SQLite file', () => {
  describeStore(async () => ({ dataFolder: join(folder, 'new', 'data') }));

  test('is only readable by its own user', async () => {
    await open({ dataFolder: join(folder, 'data') });
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'data', 'console.sqlite')).mode & 0o777).toBe(0o600);
  });

  test('does not wait for the disk at each write', async () => {
    const { db } = await open({ dataFolder: folder });
    const { rows } = await sql`pragma synchronous`.execute(db);
    expect(rows).toEqual([{ synchronous: 1 }]);
  });

  test('a file that is not a store is refused and not changed', async () => {
    writeFileSync(join(folder, 'console.sqlite'), 'a letter to somebody '.repeat(500));
    const before = readAll(folder);
    await expect(open({ dataFolder: folder })).rejects.toThrow(/^\S+console\.sqlite is not a store .*\.$/);
    expect(readAll(folder)).toEqual(before);
  });

  test('what a killed newer gateway left is not changed', async () => {
    await (await open({ dataFolder: folder })).close();
    const code = `
      import Database from 'libsql';
      const db = new Database(${JSON.stringify(join(folder, 'console.sqlite'))});
      db.exec("insert into kysely_migration values ('9999-later', 'later')");
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module', '-e', code]);
    const before = readAll(folder);
    expect(Object.keys(before)).toContain(join(folder, 'console.sqlite-wal'));
    await expect(open({ dataFolder: folder })).rejects.toThrow('newer version');
    expect(readAll(folder)).toEqual(before);
  });

  test('a folder that cannot be created is reported in one sentence', async () => {
    writeFileSync(join(folder, 'data'), 'a file');
    await expect(open({ dataFolder: join(folder, 'data') })).rejects.toThrow(
      /^The store in \S+console\.sqlite cannot be opened \(\w+\): [^\n]*\.$/,
    );
  });
});

describePostgres('the store', (createDatabase) => {
  describeStore(async () => ({ databaseUrl: await createDatabase() }));

  test('no server and no access are reported in one sentence without the password', async () => {
    const sentence = /^The store that DATABASE_URL names cannot be opened \(\w+\): [^\n]*\.$/;
    const url = new URL(await createDatabase());
    url.password = 'planted-password';
    url.pathname = '/no-such-database';
    await expect(open({ databaseUrl: url.href })).rejects.toThrow(sentence);
    await expect(open({ databaseUrl: url.href })).rejects.not.toThrow('planted');
    url.port = '9';
    await expect(open({ databaseUrl: url.href })).rejects.toThrow(sentence);
  });
});
