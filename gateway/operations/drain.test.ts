import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryResult, UnknownRow } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import { openTestSqlite, type TestStore } from '../testing/test-stores.ts';

let upstream: FakeUpstream;
let opened: TestStore;
beforeEach(async () => {
  upstream = await startFakeUpstream();
  opened = await openTestSqlite();
});
afterEach(async () => {
  await opened.remove();
  await upstream.close();
});

type Result = QueryResult<UnknownRow>;

/** A store that holds back the first matching answer, as a remote server may. */
function openSlowStore(isHeld: (result: Result) => boolean) {
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let announce: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const db = opened.store.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (isHeld(result)) {
        announce?.();
        await released;
      }
      return result;
    },
  });
  return { store: { ...opened.store, db }, held, release: () => release?.() };
}

test.each<[string, (result: Result) => boolean]>([
  ['written as begun', ({ rows }) => rows.some((row) => Object.keys(row).join('') === 'id')],
  ['given its end', ({ numAffectedRows }) => numAffectedRows === 1n],
])('a stop waits for a write that is being %s', async (_what, isHeld) => {
  const { store, held, release } = openSlowStore(isHeld);
  const app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }), { store });
  const remove = () => app.inject({ method: 'DELETE', url: '/api/tenants/acme/v2/admin/repositories/a' });
  const answer = remove();
  await held;
  const stopped = app.drain.begin(60_000);
  const refused = await remove();
  expect([refused.statusCode, refused.json().error.code]).toEqual([503, 'GatewayStopping']);
  release();
  await stopped;
  const events = await opened.store.db.selectFrom('auditEvents').select(['outcome', 'status']).execute();
  expect(events).toEqual([{ outcome: 'done', status: 200 }]);
  expect((await answer).statusCode).toBe(200);
  expect(upstream.received).toHaveLength(1);
  await app.close();
});

test('a stop waits for a write whose browser has left', async () => {
  const { store, held, release } = openSlowStore(({ numAffectedRows }) => numAffectedRows === 1n);
  const app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }), { store });
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  let answer: (() => void) | undefined;
  upstream.answer = (_request, response) => {
    answer = () => sendJson(response, 202, { message: 'deleted' });
  };
  const connected = once(app.server, 'connection');
  const arrived = upstream.nextRequest();
  const call = request(new URL('/api/tenants/acme/v2/admin/repositories/a', url), { method: 'DELETE' });
  call.on('error', () => undefined).end();
  const [socket] = await connected;
  await arrived;
  call.destroy();
  await once(socket, 'close');
  answer?.();
  await held;
  let isStopped = false;
  const stopped = app.drain.begin(60_000).then(() => {
    isStopped = true;
  });
  // Longer than a stop takes that waits for nothing.
  await sleep(200);
  expect(isStopped).toBe(false);
  release();
  await stopped;
  const events = await opened.store.db.selectFrom('auditEvents').select(['outcome', 'status']).execute();
  expect(events).toEqual([{ outcome: 'done', status: 202 }]);
  await app.close();
});

test('a call whose body arrives after the stop is refused and not sent', async () => {
  const app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }), {
    store: opened.store,
  });
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const call = request(new URL('/api/tenants/acme/v2/admin/dockerRegistrySecrets', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', expect: '100-continue' },
  });
  const answered = new Promise<number | undefined>((resolve) => {
    call.once('response', (response) => resolve(response.resume().statusCode));
  });
  await new Promise<void>((resolve) => {
    call.once('continue', resolve);
    call.flushHeaders();
  });
  const stopped = app.drain.begin(60_000);
  call.end('{}');
  expect(await answered).toBe(503);
  await stopped;
  expect(upstream.received).toEqual([]);
  await app.close();
});
