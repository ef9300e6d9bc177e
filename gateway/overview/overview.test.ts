import { createInterface } from 'node:readline';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TenantRegistry } from '../forwarding/tenants.ts';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import { createLastAnswers } from './last-answers.ts';
import type { TenantAnswer } from './tenant-reader.ts';

let upstream: FakeUpstream;
let tenants: TenantRegistry;
let app: FastifyInstance;
let underWay: number;
let most: number;
const count = 100;
/** The calls of 32 tenants, two each, except that `tenant-7` does not count because it breaks off. */
const crowd = 2 * 31;
let waiting: (() => void)[] | undefined;
beforeEach(async () => {
  underWay = 0;
  most = 0;
  waiting = [];
  upstream = await startFakeUpstream();
  upstream.answer = ({ url }, response) => {
    if (url.includes('tenant-7/')) return void response.destroy();
    underWay += 1;
    most = Math.max(most, underWay);
    const answer = () => {
      underWay -= 1;
      sendJson(
        response,
        200,
        url.includes('resourceQuota')
          ? { usage: { count: 1 }, quota: { maxCount: 50 } }
          : { count: 1, resources: [{ name: 'docker-hub' }] },
      );
    };
    // The first calls wait for each other, as many as run at once.
    if (waiting === undefined) answer();
    else if (waiting.push(answer) === crowd) {
      for (const each of waiting) each();
      waiting = undefined;
    }
  };
  const keys = Array.from({ length: count }, (_, number) => [
    `tenant-${number}`,
    buildTestKey(upstream.url, {
      identityzoneid: String(number),
      serviceurls: { AI_API_URL: `${upstream.url}/tenant-${number}` },
    }),
  ]);
  tenants = await openTestTenants(Object.fromEntries(keys));
  app = await buildTestApp(tenants);
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
  await upstream.close();
});

async function look() {
  const answer = await app.inject({ url: '/api/overview' });
  expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
  return answer.body
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
}

test('says what each tenant has, or why it does not answer; 32 are asked at once', async () => {
  const lines = await look();
  expect(lines).toHaveLength(count);
  expect(lines.find(({ tenant }) => tenant === 'tenant-3')).toEqual({
    tenant: 'tenant-3',
    secrets: { names: ['docker-hub'], quota: { used: 1, max: 50 } },
    ageMs: expect.any(Number),
  });
  expect(lines.find(({ tenant }) => tenant === 'tenant-7')).toMatchObject({
    problem: { status: 502, body: { error: { code: 'UpstreamReset', target: 'console-gateway' } } },
  });
  // Two calls to each.
  expect(most).toBeGreaterThanOrEqual(crowd);
  expect(most).toBeLessThanOrEqual(64);
});

test('the next one is asked when one of the 32 has answered', async () => {
  const asked: ((answer: TenantAnswer) => void)[] = [];
  const answers = createLastAnswers(() => new Promise((resolve) => asked.push(resolve)));
  const [first] = tenants.list().map((tenant) => answers.renew(tenant));
  expect(asked).toHaveLength(32);
  asked[0]?.({ secrets: { names: [] } });
  await first;
  await expect.poll(() => asked.length).toBe(33);
});

test('two readers share one request, and see at once what is known already', async () => {
  await look();
  upstream.received.length = 0;
  const [first, second] = await Promise.all([look(), look()]);
  const known = first.slice(0, count - 1);
  expect(known.every(({ secrets }) => secrets !== undefined)).toBe(true);
  expect([first, second].map((lines) => new Set(lines.map(({ tenant }) => tenant)).size)).toEqual([
    count,
    count,
  ]);
  // Only a line that is being renewed is followed by a new one.
  const renewing = first.filter((line) => line['renewing'] === true);
  expect(first).toHaveLength(count + renewing.length);
  const lists = upstream.received
    .filter(({ url }) => url.includes('$top'))
    .map(({ url }) => url.split('/')[1]);
  expect(lists.length).toBe(new Set(lists).size);
});

function createGate() {
  let letThrough: (() => void) | undefined;
  const opened = new Promise<void>((resolve) => (letThrough = resolve));
  return { open: () => letThrough?.(), opened };
}

test('known answers come first, with their age, and each new answer as it arrives', async () => {
  await look();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  const [silent, others] = [createGate(), createGate()];
  const answerNow = upstream.answer;
  upstream.answer = (request, response) => {
    const { opened } = request.url.includes('/tenant-3/') ? silent : others;
    void opened.then(() => answerNow(request, response));
  };
  const answer = await app.inject({ url: '/api/overview', payloadAsStream: true });
  const lines = createInterface({ input: answer.stream() })[Symbol.asyncIterator]();
  const read = async (): Promise<Record<string, unknown>> => JSON.parse((await lines.next()).value ?? '{}');
  // One tenant has never answered.
  for (let number = 1; number < count; number += 1) {
    const known = await read();
    expect(known).toMatchObject({ renewing: true, secrets: { names: ['docker-hub'] } });
    expect(known['ageMs']).toBeGreaterThanOrEqual(60_000);
  }
  others.open();
  for (let number = 1; number < count; number += 1) expect(await read()).not.toHaveProperty('renewing');
  silent.open();
  expect(await read()).toMatchObject({ tenant: 'tenant-3', ageMs: 0 });
  expect((await lines.next()).done).toBe(true);
});

test.each([
  [
    'without an end affects only its tenant',
    () => 1,
    { problem: { body: { error: { code: 'UpstreamMalformed' } } } },
  ],
  [
    'whose count is too high is taken as it is',
    (skip: number) => 3 - skip,
    { secrets: { names: ['x', 'x', 'x'] } },
  ],
])('a list %s, and ends', async (_case, left, told) => {
  const odd = await startFakeUpstream();
  odd.answer = ({ url }, response) => {
    const skip = Number(new URL(url, odd.url).searchParams.get('$skip'));
    sendJson(response, 200, { count: 1e9, resources: left(skip) > 0 ? [{ name: 'x' }] : [] });
  };
  const other = await buildTestApp(await openTestTenants({ acme: buildTestKey(odd.url) }));
  const { body } = await other.inject({ url: '/api/overview' });
  expect(JSON.parse(body)).toMatchObject({ tenant: 'acme', ...told });
  await other.close();
  await odd.close();
});
