import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startFailingTenant, type FailingTenant } from '../testing/failing-tenant.ts';
import { buildSecretBody, startTestSimulator } from '../testing/test-simulator.ts';
import { tenantFailureFor, type TenantFailureKind } from './tenant-failures.ts';

const secretsPath = '/dockerRegistrySecrets';

let forecast: FailingTenant;

beforeAll(async () => {
  forecast = await startFailingTenant();
});
beforeEach(async () => {
  await forecast.simulator.inspect('/reset', 'POST');
});
afterAll(() => forecast.simulator.close());

describe('failures by tenant', () => {
  test.each([
    ['fail-once', [500, 202, 202]],
    ['fail-always', [500, 500, 500]],
    ['rate-limited', [429, 429, 202]],
    ['none', [202, 202, 202]],
  ])('%s', async (kind, expected) => {
    await forecast.setFailure(kind);
    const replies = [
      await forecast.create('first'),
      await forecast.create('second'),
      await forecast.create('third'),
    ];
    expect(replies.map(({ status }) => status)).toEqual(expected);
    const written = await Promise.all(['first', 'second', 'third'].map(forecast.exists));
    expect(written).toEqual(expected.map((status) => status === 202));
    expect((await forecast.call('GET', secretsPath)).status).toBe(200);
  });

  test('reset-once writes, breaks the connection, and then works', async () => {
    await forecast.setFailure('reset-once');
    await expect(forecast.create('first')).rejects.toThrow('fetch failed');
    expect(await forecast.exists('first')).toBe(true);
    expect((await forecast.create('second')).status).toBe(202);
  });

  test('timeout-once writes, does not answer, and then works', async () => {
    await forecast.setFailure('timeout-once');
    expect(await forecast.isLeftUnanswered('first')).toBe(true);
    expect(await forecast.exists('first')).toBe(true);
    expect((await forecast.create('second')).status).toBe(202);
  });

  test('unavailable refuses reads too', async () => {
    await forecast.setFailure('unavailable');
    const reply = await forecast.call('GET', secretsPath);
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '1']);
  });

  test('a reserved word applies to every call of the tenant', async () => {
    await forecast.setFailure('fail-403');
    expect((await forecast.call('GET', secretsPath)).status).toBe(403);
    await forecast.setFailure('none');
    expect((await forecast.call('GET', secretsPath)).status).toBe(200);
  });

  test.each([400, 403, 409, 500])('taken-%i applies to the whole tenant', async (status) => {
    await forecast.setFailure(`taken-${status}`);
    const repository = { name: 'repo', url: 'https://github.com/user/repo', username: 'u', password: 'p' };
    const createRepository = () => forecast.call('POST', '/repositories', { body: repository });
    const replies = [await forecast.create('first'), await forecast.create('first')];
    replies.push(await createRepository(), await createRepository());
    expect(replies.map((reply) => reply.status)).toEqual([202, status, 200, status]);
  });

  test('a refused body does not use up the failure', async () => {
    await forecast.setFailure('fail-once');
    expect((await forecast.call('POST', secretsPath, { body: {} })).status).toBe(400);
    expect((await forecast.create('first')).status).toBe(500);
  });

  test('a failure that is set again starts over', async () => {
    await forecast.setFailure('fail-once');
    const before = [await forecast.create('first'), await forecast.create('first')];
    await forecast.setFailure('fail-once');
    const after = await forecast.create('second');
    expect([...before, after].map(({ status }) => status)).toEqual([500, 202, 500]);
  });

  test('a reset starts the failures over', async () => {
    const failing = await startTestSimulator({ failures: { 'fail-once': 100 } });
    const tenant = await failing.tenant('acme-forecast');
    const body = buildSecretBody('first');
    const before = [
      await tenant.call('POST', secretsPath, { body }),
      await tenant.call('POST', secretsPath, { body }),
    ];
    await failing.inspect('/reset', 'POST');
    const after = await tenant.call('POST', secretsPath, { body });
    await failing.close();
    expect([...before, after].map(({ status }) => status)).toEqual([500, 202, 500]);
  });
});

describe('which tenants fail', () => {
  const shares = { 'fail-once': 5, 'fail-always': 2, 'rate-limited': 3 } as const;

  function countKinds(first: number, count: number): Partial<Record<TenantFailureKind, number>> {
    const kinds = Array.from({ length: count }, (_, index) => tenantFailureFor(first + index, shares));
    const counts: Partial<Record<TenantFailureKind, number>> = {};
    for (const kind of kinds.filter((each) => each !== undefined)) {
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  }

  test.each([1, 2, 57, 101, 200])('the requested share of the hundred from %i on', (first) => {
    expect(countKinds(first, 100)).toEqual(shares);
  });

  test('none of the three named tenants, with small shares', () => {
    expect([1, 2, 3].map((number) => tenantFailureFor(number, shares))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('all of them at 100 %', () => {
    expect([1, 2, 3].map((number) => tenantFailureFor(number, { unavailable: 100 }))).toEqual([
      'unavailable',
      'unavailable',
      'unavailable',
    ]);
  });
});
