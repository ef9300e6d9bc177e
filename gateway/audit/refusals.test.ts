import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, headerSignIn, openTestTenants } from '../testing/test-app.ts';
import { openTestSqlite, type TestStore } from '../testing/test-stores.ts';
import { createRefusalCounter } from './refusal-counter.ts';

const minute = Date.parse('2026-11-28T10:00:00Z');
const refusal = { status: 401, address: '192.0.2.1', actor: undefined, now: minute + 5000 };

describe('refusals', () => {
  test('of one minute and address become one event once that minute is over', () => {
    const counter = createRefusalCounter();
    for (let call = 0; call < 1000; call += 1) counter.add(refusal);
    counter.add({ ...refusal, address: '192.0.2.2' });
    counter.add({ ...refusal, status: 429 });
    expect(counter.take(minute + 59_999)).toEqual([]);
    const events = counter.take(minute + 60_000);
    expect(events.map(({ address, status, subject }) => [address, status, subject?.count])).toEqual([
      ['192.0.2.1', 401, 1000],
      ['192.0.2.2', 401, 1],
      ['192.0.2.1', 429, 1],
    ]);
    expect(events[0]).toMatchObject({
      time: '2026-11-28T10:00:00.000Z',
      action: 'refusals',
      outcome: 'refused',
    });
    expect(counter.take('all')).toEqual([]);
  });

  test('from too many addresses are counted together', () => {
    const counter = createRefusalCounter(3);
    for (let host = 0; host < 250; host += 1) counter.add({ ...refusal, address: `192.0.2.${host}` });
    const events = counter.take('all');
    expect(events.map(({ address, subject }) => [address, subject?.count])).toEqual([
      ['192.0.2.0', 1],
      ['192.0.2.1', 1],
      ['192.0.2.2', 1],
      [undefined, 247],
    ]);
  });
});

describe('the gateway', () => {
  let upstream: FakeUpstream;
  let opened: TestStore;
  let app: FastifyInstance;
  const output = vi.spyOn(process.stdout, 'write');
  beforeEach(async () => {
    output.mockImplementation(() => true);
    upstream = await startFakeUpstream();
    upstream.answer = (_request, response) => sendJson(response, 202, { message: 'ok' });
    opened = await openTestSqlite();
    app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }), {
      store: opened.store,
      ...headerSignIn,
      limits: { writesPerMinute: 2, signInsPerMinute: 60 },
      audit: { stdout: true, retentionDays: 30 },
    });
  });
  afterEach(async () => {
    output.mockReset();
    await opened.remove();
    await upstream.close();
  });

  const remove = (headers: Record<string, string>) =>
    app.inject({
      method: 'DELETE',
      url: '/api/tenants/acme/v2/admin/dockerRegistrySecrets/docker-hub',
      headers,
    });
  const readEvents = () =>
    opened.store.db
      .selectFrom('auditEvents')
      .select(['action', 'outcome', 'status', 'actorId', 'subject'])
      .execute();

  test('writes refusals to anonymous callers and to frequent callers once a minute', async () => {
    for (const status of [401, 401, 401]) expect((await remove({})).statusCode).toBe(status);
    for (const status of [202, 202, 429, 429])
      expect((await remove({ 'x-user': 'jo' })).statusCode).toBe(status);
    expect(await readEvents()).toHaveLength(2);
    await app.close();
    const refused = (await readEvents()).filter(({ action }) => action === 'refusals');
    const count = (status: number) =>
      refused
        .filter((event) => event.status === status)
        .reduce((sum, { subject }) => sum + Number(/"count":(\d+)/.exec(subject ?? '')?.[1]), 0);
    expect([count(401), count(429)]).toEqual([3, 2]);
    expect(refused.map(({ status, actorId }) => [status, actorId])).toEqual(
      expect.arrayContaining([
        [401, null],
        [429, 'jo'],
      ]),
    );
    expect(refused.length).toBeLessThanOrEqual(4);
  });

  test('with AUDIT_LOG=stdout writes each event on a line of its own too, once it has ended', async () => {
    await remove({ 'x-user': 'jo', 'x-name': 'Jo' });
    await remove({});
    await app.close();
    const lines = output.mock.calls
      .map(([line]) => String(line))
      .filter((line) => line.startsWith('{"audit":'))
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { audit: { action: 'delete', outcome: 'done', name: 'docker-hub', actor: { name: 'Jo' } } },
      { audit: { action: 'refusals', status: 401, subject: { count: 1 } } },
    ]);
  });
});
