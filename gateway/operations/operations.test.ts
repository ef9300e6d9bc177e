import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSessions } from '../sign-in/sessions.ts';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { freePort } from '../testing/free-port.ts';
import { buildTestApp, headerSignIn, openTestTenants } from '../testing/test-app.ts';
import { openTestSqlite, type TestStore } from '../testing/test-stores.ts';

const token = 'a-token-of-prometheus';
let upstream: FakeUpstream;
let opened: TestStore;
let app: FastifyInstance;
beforeEach(async () => {
  upstream = await startFakeUpstream();
  upstream.answer = (_request, response) => sendJson(response, 202, { message: 'ok' });
  opened = await openTestSqlite();
  const keys = {
    acme: buildTestKey(upstream.url),
    globex: buildTestKey(upstream.url, { identityzoneid: 'g' }),
  };
  app = await buildTestApp(await openTestTenants(keys), {
    store: opened.store,
    metrics: { port: undefined, token },
    limits: { writesPerMinute: 3, signInsPerMinute: 2 },
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
  await opened.remove();
  await upstream.close();
});

const rotate = (tenant: string) =>
  app.inject({
    method: 'PATCH',
    url: `/api/tenants/${tenant}/v2/admin/dockerRegistrySecrets/docker-hub`,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
const readMetrics = async () =>
  (
    await app.inject({
      url: '/metrics',
      headers: { authorization: `Bearer ${token}`, host: '10.0.0.7:8080' },
    })
  ).body;

test('metrics need the token, and name no tenant and no secret', async () => {
  await rotate('acme');
  upstream.answer = (_request, response) => response.destroy();
  await rotate('acme');
  await app.inject({
    method: 'PUT',
    url: '/api/tenants/acme/secret-notes/docker-hub',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ expiresAt: new Date(Date.now() + 10 * 86_400_000).toISOString() }),
  });
  // One of them has expired.
  for (const begunAt of [Date.now(), Date.now() - 9 * 3_600_000]) {
    const sessions = createSessions(opened.store, { idleMinutes: 60, maxHours: 8, now: () => begunAt });
    const jo = { id: 'jo', name: 'Jo', issuer: 'https://id.example', groups: [] };
    await sessions.begin(jo, { name: undefined, begunAt });
  }
  const metrics = await readMetrics();
  expect(metrics).toContain('console_audit_events_total{action="change",outcome="done"} 1');
  expect(metrics).toContain('console_audit_events_total{action="change",outcome="unknown"} 1');
  expect(metrics).toContain('console_upstream_faults_total{code="UpstreamReset"} 1');
  expect(metrics).toMatch(/console_next_expiry_days 9\.9/);
  expect(metrics).toContain('console_sessions 1');
  expect(metrics).toMatch(
    /console_request_duration_seconds_count\{method="PATCH",route="[^"]*:name",status="202"\} 1/,
  );
  expect(metrics).not.toMatch(/acme|docker-hub/);
  expect((await app.inject({ url: '/metrics' })).statusCode).toBe(401);
  expect((await app.inject({ url: '/metrics', headers: { authorization: 'Bearer other' } })).statusCode).toBe(
    401,
  );
});

test('a separate port serves only the metrics, without a token', async () => {
  const port = await freePort();
  const other = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }), {
    metrics: { port, token: undefined },
  });
  const read = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const answer = await read('/metrics');
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(await answer.text()).toContain('console_audit_events_total');
  expect((await read('/config.json')).status).toBe(404);
  expect((await other.inject({ url: '/metrics' })).statusCode).toBe(404);
  await other.close();
  await expect(read('/metrics')).rejects.toThrow('fetch failed');
});

async function probe(url: string): Promise<number> {
  return (await app.inject({ url, headers: { host: '10.0.0.7' } })).statusCode;
}

test('a credential that expires on a day works to the end of that day', async () => {
  // The day must not end during the test.
  const now = new Date('2027-05-05T23:00:00Z');
  vi.useFakeTimers({ toFake: ['Date'], now });
  await app.inject({
    method: 'PUT',
    url: '/api/tenants/acme/secret-notes/docker-hub',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ expiresAt: '2027-05-05' }),
  });
  expect(await readMetrics()).toMatch(/console_next_expiry_days 0\.041/);
});

test('metrics are there without the store, except those read from it', async () => {
  await opened.store.close();
  const metrics = await readMetrics();
  expect(metrics).toContain('process_cpu_seconds_total');
  expect(metrics).not.toMatch(/^console_(?:sessions|next_expiry_days) /m);
});

test('is ready while its store accepts writes, and alive without it', async () => {
  expect([await probe('/healthz'), await probe('/readyz')]).toEqual([200, 200]);
  // Reads still work, but every write is refused, as with a full disk or a lasting lock.
  await sql`pragma query_only = on`.execute(opened.store.db);
  expect([await probe('/healthz'), await probe('/readyz')]).toEqual([200, 503]);
  await sql`pragma query_only = off`.execute(opened.store.db);
  expect(await probe('/readyz')).toBe(200);
  await opened.store.close();
  expect([await probe('/healthz'), await probe('/readyz')]).toEqual([200, 503]);
});

test('limits one caller’s writes in each tenant, before anything is sent', async () => {
  for (const _ of [1, 2, 3]) expect((await rotate('acme')).statusCode).toBe(202);
  const limited = await rotate('acme');
  expect([limited.statusCode, limited.json().error.code]).toEqual([429, 'TooManyRequests']);
  expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
  // Correcting a clock that was ahead blocks nobody for an hour.
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(Number((await rotate('acme')).headers['retry-after'])).toBeLessThanOrEqual(60);
  vi.useRealTimers();
  expect(upstream.received).toHaveLength(3);
  expect((await rotate('globex')).statusCode).toBe(202);
  const read = await app.inject({ url: '/api/tenants/acme/v2/admin/dockerRegistrySecrets' });
  expect(read.statusCode).toBe(202);
});

test('each person has their own limit, whatever their address', async () => {
  const other = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }), {
    ...headerSignIn,
    limits: { writesPerMinute: 1, signInsPerMinute: 2 },
  });
  const writeAs = async (user: string, address: string) => {
    const url = '/api/tenants/acme/v2/admin/dockerRegistrySecrets/docker-hub';
    const headers = { 'x-user': user, 'x-groups': '', 'x-forwarded-for': address };
    return (await other.inject({ method: 'DELETE', url, headers })).statusCode;
  };
  expect([
    await writeAs('jo', '192.0.2.7'),
    await writeAs('kim', '192.0.2.7'),
    await writeAs('jo', '198.51.100.9'),
  ]).toEqual([202, 202, 429]);
  await other.close();
});

test('limits how often an address may sign in or try keys of calendars', async () => {
  const statuses: number[] = [];
  for (const key of ['a', 'b', 'c'])
    statuses.push((await app.inject({ url: `/calendar.ics?key=${key}` })).statusCode);
  expect(statuses).toEqual([404, 404, 429]);
  const other = await app.inject({ url: '/calendar.ics?key=d', remoteAddress: '192.0.2.7' });
  expect(other.statusCode).toBe(404);
});
