import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildTestKey, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, captureLog, headerSignIn, openTestTenants } from '../testing/test-app.ts';
import { describePostgres, openTestSqlite, type TestStore } from '../testing/test-stores.ts';
import { openPostgresStore } from './postgres.ts';

let upstream: FakeUpstream;
let opened: TestStore;
let app: FastifyInstance;
let log = captureLog();
beforeEach(async () => {
  log = captureLog();
  upstream = await startFakeUpstream();
  opened = await openTestSqlite();
  app = await buildTestApp(
    await openTestTenants({ acme: buildTestKey(upstream.url) }),
    { store: opened.store, ...headerSignIn, approvalAbove: 1 },
    log,
  );
});
afterEach(async () => {
  await app.close();
  await opened.remove();
  await upstream.close();
});

async function failAll(): Promise<void> {
  const tables = await opened.store.db.introspection.getTables();
  await sql`pragma foreign_keys = off`.execute(opened.store.db);
  for (const { name } of tables) await sql`drop table ${sql.table(name)}`.execute(opened.store.db);
}

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string) {
  const headers = { 'x-user': 'jo', accept: 'text/html', 'content-type': 'application/json' };
  const isWrite = method === 'POST' || method === 'PUT';
  return app.inject({ method, url, headers, ...(isWrite && { body: '{}' }) });
}

describe('while the store answers nobody', () => {
  test.each([
    '/api/audit',
    '/api/audit.csv',
    '/api/audit.json',
    '/api/secret-notes',
    '/api/tenants/acme/secret-notes',
    '/api/expiries',
    '/api/calendar-keys',
    '/api/rollout-plans',
  ])('reading from it says so: %s', async (url) => {
    expect((await call('GET', url)).statusCode).toBe(200);
    await failAll();
    const answer = await call('GET', url);
    expect([answer.statusCode, answer.headers['content-disposition'], answer.json().error]).toMatchObject([
      503,
      undefined,
      { code: 'StoreUnavailable', message: expect.stringMatching(/cannot read or save/) },
    ]);
    expect(answer.headers['retry-after']).toBe('5');
    expect(log.text()).toContain('"type":"StoreError","code":"SQLITE_ERROR"');
  });

  test('the address of a calendar, which people may open, shows a page that says so', async () => {
    await failAll();
    const answer = await call('GET', '/calendar.ics?key=any');
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('not available')]);
  });

  test.each([
    ['PUT', '/api/tenants/acme/secret-notes/docker-hub'],
    ['DELETE', '/api/tenants/acme/v2/admin/dockerRegistrySecrets/docker-hub'],
    ['POST', '/api/calendar-keys'],
    ['POST', '/api/rollout-plans'],
    ['POST', '/api/rollout-plans/a/approve'],
  ] as const)('no call is made that it must record: %s %s', async (method, url) => {
    await failAll();
    const answer = await call(method, url);
    expect([answer.statusCode, answer.json().error.code]).toEqual([
      503,
      expect.stringMatching(/^(?:Audit|Approval)Unavailable$/),
    ]);
    expect(upstream.received).toEqual([]);
  });
});

describePostgres('what it cannot keep', (createDatabase) => {
  test('is a mistake of the caller', async () => {
    const address = { url: await createDatabase(), certificates: undefined };
    const db = await openPostgresStore(address, { warn: () => undefined });
    const other = await buildTestApp(await openTestTenants({}), {
      store: { db, settle: (_key, write) => write(), close: () => db.destroy() },
    });
    for (const url of ['/api/audit?user=%00', '/api/audit?tenant=a%00', '/api/audit.csv?q=%00'])
      expect((await other.inject(url)).json().error.code).toBe('BadRequest');
    await other.close();
    await db.destroy();
  });
});
