import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { tenantFailureFor, type TenantFailureKind } from './tenant-failures.ts';
import {
  buildSecretBody,
  readError,
  startTestSimulator,
  type Reply,
  type TestSimulator,
  type TestTenant,
} from '../testing/test-simulator.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: vi.fn<() => Promise<void>>(async () => undefined) }));

const secretsPath = '/dockerRegistrySecrets';

let simulator: TestSimulator;
let forecast: TestTenant;

beforeAll(async () => {
  simulator = await startTestSimulator({ latencyMs: 150 });
  forecast = await simulator.tenant('acme-forecast');
});
beforeEach(async () => {
  await simulator.inspect('/reset', 'POST');
  vi.mocked(delay).mockClear();
});
afterAll(() => simulator.close());

function create(name: string, signal?: AbortSignal): Promise<Reply> {
  return forecast.call('POST', secretsPath, { body: buildSecretBody(name), ...(signal ? { signal } : {}) });
}

function exists(name: string): Promise<boolean> {
  return simulator.inspect(`/tenants/acme-forecast/secrets/${name}`).then(({ status }) => status === 200);
}

async function setFailure(kind: string): Promise<void> {
  await simulator.inspect(`/tenants/acme-forecast/failure?kind=${kind}`, 'POST');
}

/** Sends a call that nobody answers, waits until it was received, and tells whether it is unanswered. */
async function isLeftUnanswered(name: string): Promise<boolean> {
  const client = new AbortController();
  const outcome = create(name, client.signal).then(
    () => 'answered',
    () => 'aborted',
  );
  await vi.waitFor(async () => {
    const { json } = await simulator.inspect('/journal');
    expect(json).toContainEqual({
      tenantId: 'acme-forecast',
      method: 'POST',
      path: `/v2/admin${secretsPath}`,
    });
  });
  client.abort();
  return (await outcome) === 'aborted';
}

describe('reserved names', () => {
  test.each([
    ['fail-401', 401, 'Unauthorized', null],
    ['fail-403', 403, 'Forbidden', null],
    ['fail-412', 412, 'PreconditionFailed', null],
    ['fail-429', 429, 'TooManyRequests', '2'],
    ['fail-500', 500, 'InternalError', null],
    ['fail-503', 503, 'ServiceUnavailable', '2'],
    ['quota', 403, 'QuotaExceeded', null],
  ])('%s', async (name, status, code, retryAfter) => {
    const reply = await create(name);
    expect([reply.status, readError(reply).code, reply.headers.get('retry-after')]).toEqual([
      status,
      code,
      retryAfter,
    ]);
    expect(await exists(name)).toBe(false);
  });

  test.each([
    ['jwt-expired', 401, 'Jwt is expired'],
    ['jwt-issuer', 401, 'Jwt issuer is not configured'],
    ['jwt-invalid', 401, 'Jwt verification fails'],
    ['rbac-denied', 403, 'RBAC: access denied'],
  ])('%s is refused by the front proxy, in plain text', async (name, status, text) => {
    const reply = await create(name);
    expect([reply.status, reply.headers.get('content-type'), reply.text]).toEqual([
      status,
      'text/plain',
      text,
    ]);
    expect(await exists(name)).toBe(false);
  });

  test('fail-500-inner spells its request id in another way, and names another path', async () => {
    const { status, json } = await create('fail-500-inner');
    const request_id: unknown = expect.stringMatching(/^[\da-f-]{36}$/);
    const target = '/api/v4alpha/dockerRegistrySecrets';
    const error = { code: '500', message: 'Service failed', request_id, target, details: {} };
    expect([status, json]).toEqual([500, { error }]);
  });

  test.each([400, 403, 409, 500])('a second taken-%i is refused with that status', async (status) => {
    const name = `taken-${status}`;
    expect([(await create(name)).status, (await create(name)).status]).toEqual([202, status]);
    expect((await forecast.call('GET', `${secretsPath}/${name}`)).status).toBe(200);
  });

  test('hold for repositories', async () => {
    const replies = await Promise.all(
      ['fail-500', 'quota'].map((name) => {
        const body = { name, url: `https://github.com/user/${name}`, username: 'u', password: 'p' };
        return forecast.call('POST', '/repositories', { body });
      }),
    );
    expect(replies.map(({ status }) => status)).toEqual([500, 403]);
  });

  test.each([
    ['PATCH', `${secretsPath}/fail-500`, buildSecretBody('fail-500')],
    ['DELETE', `${secretsPath}/fail-500`, undefined],
    ['GET', `${secretsPath}/fail-500`, undefined],
    ['PATCH', '/repositories/fail-500', { username: 'u', password: 'p' }],
  ])('hold for %s %s', async (method, path, body) => {
    expect((await forecast.call(method, path, { body })).status).toBe(500);
  });

  test.each([
    ['update-fail-403', [202, 200, 403, 202]],
    ['update-fail-412', [202, 200, 412, 202]],
    ['delete-fail-412', [202, 200, 202, 412]],
    ['delete-fail-403', [202, 200, 202, 403]],
  ])('%s fails in one call only', async (name, expected) => {
    const path = `${secretsPath}/${name}`;
    const replies = [
      await create(name),
      await forecast.call('GET', path),
      await forecast.call('PATCH', path, { body: buildSecretBody(name) }),
      await forecast.call('DELETE', path),
    ];
    expect(replies.map(({ status }) => status)).toEqual(expected);
  });

  test.each(['slow-registry', 'update-me', 'constructor', 'delete-quota'])('%s is not one', async (name) => {
    expect((await create(name)).status).toBe(202);
  });

  test('slow answers after three seconds', async () => {
    const reply = await create('slow');
    expect(reply.status).toBe(202);
    expect(vi.mocked(delay).mock.calls.map(([milliseconds]) => milliseconds)).toEqual([150, 3000]);
  });

  test('malformed succeeds with a body that is not JSON', async () => {
    const reply = await create('malformed');
    expect([reply.status, reply.headers.get('content-type'), reply.json]).toEqual([
      202,
      expect.stringContaining('application/json'),
      undefined,
    ]);
    expect(reply.text).not.toBe('');
    expect(await exists('malformed')).toBe(true);
  });

  test.each([
    ['reset', false],
    ['reset-after-write', true],
  ])('%s breaks the connection; written: %s', async (name, written) => {
    await expect(create(name)).rejects.toThrow('fetch failed');
    expect(await exists(name)).toBe(written);
  });

  test.each([
    ['hang', false],
    ['hang-after-write', true],
  ])('%s is never answered; written: %s', async (name, written) => {
    expect(await isLeftUnanswered(name)).toBe(true);
    expect(await exists(name)).toBe(written);
  });

  test('after a write without an answer, a read tells that it took effect', async () => {
    await expect(create('reset-after-write')).rejects.toThrow('fetch failed');
    expect((await forecast.call('GET', `${secretsPath}/reset-after-write`)).status).toBe(200);
  });
});

test('each admin call takes the latency, a token does not', async () => {
  await simulator.tenant('acme-vision');
  expect(vi.mocked(delay)).not.toHaveBeenCalled();
  await forecast.call('GET', '/tenantInfo');
  expect(vi.mocked(delay).mock.calls.map(([milliseconds]) => milliseconds)).toEqual([150]);
});

test('the simulator closes although a call hangs', async () => {
  const closing = await startTestSimulator();
  const tenant = await closing.tenant('acme-vision');
  const outcome = tenant.call('GET', `${secretsPath}/hang`).then(
    () => 'answered',
    () => 'broken',
  );
  await vi.waitFor(async () => {
    expect((await closing.inspect('/journal')).json).toHaveLength(1);
  });
  await closing.close();
  expect(await outcome).toBe('broken');
});

describe('failures by tenant', () => {
  test.each([
    ['fail-once', [500, 202, 202]],
    ['fail-always', [500, 500, 500]],
    ['rate-limited', [429, 429, 202]],
    ['none', [202, 202, 202]],
  ])('%s', async (kind, expected) => {
    await setFailure(kind);
    const replies = [await create('first'), await create('second'), await create('third')];
    expect(replies.map(({ status }) => status)).toEqual(expected);
    const written = await Promise.all(['first', 'second', 'third'].map(exists));
    expect(written).toEqual(expected.map((status) => status === 202));
    expect((await forecast.call('GET', secretsPath)).status).toBe(200);
  });

  test('reset-once writes, breaks the connection, and then works', async () => {
    await setFailure('reset-once');
    await expect(create('first')).rejects.toThrow('fetch failed');
    expect(await exists('first')).toBe(true);
    expect((await create('second')).status).toBe(202);
  });

  test('timeout-once writes, does not answer, and then works', async () => {
    await setFailure('timeout-once');
    expect(await isLeftUnanswered('first')).toBe(true);
    expect(await exists('first')).toBe(true);
    expect((await create('second')).status).toBe(202);
  });

  test('unavailable refuses reads too', async () => {
    await setFailure('unavailable');
    const reply = await forecast.call('GET', secretsPath);
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '1']);
  });

  test('a reserved word holds for every call of the tenant', async () => {
    await setFailure('fail-403');
    expect((await forecast.call('GET', secretsPath)).status).toBe(403);
    await setFailure('none');
    expect((await forecast.call('GET', secretsPath)).status).toBe(200);
  });

  test.each([400, 403, 409, 500])('taken-%i holds for all that exists in the tenant', async (status) => {
    await setFailure(`taken-${status}`);
    const repository = { name: 'repo', url: 'https://github.com/user/repo', username: 'u', password: 'p' };
    const createRepository = () => forecast.call('POST', '/repositories', { body: repository });
    const replies = [await create('first'), await create('first')];
    replies.push(await createRepository(), await createRepository());
    expect(replies.map((reply) => reply.status)).toEqual([202, status, 200, status]);
  });

  test('a refused body does not use up the failure', async () => {
    await setFailure('fail-once');
    expect((await forecast.call('POST', secretsPath, { body: {} })).status).toBe(400);
    expect((await create('first')).status).toBe(500);
  });

  test('a failure that is set again starts anew', async () => {
    await setFailure('fail-once');
    const before = [await create('first'), await create('first')];
    await setFailure('fail-once');
    const after = await create('second');
    expect([...before, after].map(({ status }) => status)).toEqual([500, 202, 500]);
  });

  test('a reset starts the failures anew', async () => {
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

  test.each([1, 2, 57, 101, 200])('the wanted share of the hundred from %i on', (first) => {
    expect(countKinds(first, 100)).toEqual(shares);
  });

  test('none of the three that have names, with small shares', () => {
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
