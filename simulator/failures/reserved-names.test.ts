import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startFailingTenant, type FailingTenant } from '../testing/failing-tenant.ts';
import { buildSecretBody, readError, startTestSimulator } from '../testing/test-simulator.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: vi.fn<() => Promise<void>>(async () => undefined) }));

const secretsPath = '/dockerRegistrySecrets';

let forecast: FailingTenant;

beforeAll(async () => {
  forecast = await startFailingTenant({ latencyMs: 150 });
});
beforeEach(async () => {
  await forecast.simulator.inspect('/reset', 'POST');
  vi.mocked(delay).mockClear();
});
afterAll(() => forecast.simulator.close());

describe('reserved names', () => {
  test.each([
    ['fail-401', 401, 'Unauthorized', null],
    ['fail-403', 403, 'Forbidden', null],
    ['fail-409', 409, 'Conflict', null],
    ['fail-412', 412, 'PreconditionFailed', null],
    ['fail-429', 429, 'TooManyRequests', '2'],
    ['fail-500', 500, 'InternalError', null],
    ['fail-503', 503, 'ServiceUnavailable', '2'],
    ['quota', 403, 'QuotaExceeded', null],
  ])('%s', async (name, status, code, retryAfter) => {
    const reply = await forecast.create(name);
    expect([reply.status, readError(reply).code, reply.headers.get('retry-after')]).toEqual([
      status,
      code,
      retryAfter,
    ]);
    expect(await forecast.exists(name)).toBe(false);
  });

  test.each([
    ['jwt-expired', 401, 'Jwt is expired'],
    ['jwt-issuer', 401, 'Jwt issuer is not configured'],
    ['jwt-invalid', 401, 'Jwt verification fails'],
    ['rbac-denied', 403, 'RBAC: access denied'],
  ])('%s is refused by the front proxy, in plain text', async (name, status, text) => {
    const reply = await forecast.create(name);
    expect([reply.status, reply.headers.get('content-type'), reply.text]).toEqual([
      status,
      'text/plain',
      text,
    ]);
    expect(await forecast.exists(name)).toBe(false);
  });

  test('fail-500-inner spells its request id differently, and names another path', async () => {
    const { status, json } = await forecast.create('fail-500-inner');
    const request_id: unknown = expect.stringMatching(/^[\da-f-]{36}$/);
    const target = '/api/v4alpha/dockerRegistrySecrets';
    const error = { code: '500', message: 'Service failed', request_id, target, details: {} };
    expect([status, json]).toEqual([500, { error }]);
  });

  test.each([400, 403, 409, 500])('a second taken-%i is refused with that status', async (status) => {
    const name = `taken-${status}`;
    expect([(await forecast.create(name)).status, (await forecast.create(name)).status]).toEqual([
      202,
      status,
    ]);
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
    ['create-fail-403', [403, 404, 404, 404]],
    ['update-fail-403', [202, 200, 403, 202]],
    ['update-fail-412', [202, 200, 412, 202]],
    ['delete-fail-412', [202, 200, 202, 412]],
    ['delete-fail-403', [202, 200, 202, 403]],
  ])('%s fails in one call only', async (name, expected) => {
    const path = `${secretsPath}/${name}`;
    const replies = [
      await forecast.create(name),
      await forecast.call('GET', path),
      await forecast.call('PATCH', path, { body: buildSecretBody(name) }),
      await forecast.call('DELETE', path),
    ];
    expect(replies.map(({ status }) => status)).toEqual(expected);
  });

  test.each(['slow-registry', 'update-me', 'constructor', 'delete-quota'])('%s works', async (name) => {
    expect((await forecast.create(name)).status).toBe(202);
  });

  test('slow answers after three seconds', async () => {
    const reply = await forecast.create('slow');
    expect(reply.status).toBe(202);
    expect(vi.mocked(delay).mock.calls.map(([milliseconds]) => milliseconds)).toEqual([150, 3000]);
  });

  test('malformed succeeds with a body that is not JSON', async () => {
    const reply = await forecast.create('malformed');
    expect([reply.status, reply.headers.get('content-type'), reply.json]).toEqual([
      202,
      expect.stringContaining('application/json'),
      undefined,
    ]);
    expect(reply.text).not.toBe('');
    expect(await forecast.exists('malformed')).toBe(true);
  });

  test.each([
    ['reset', false],
    ['reset-after-write', true],
  ])('%s breaks the connection; written: %s', async (name, written) => {
    await expect(forecast.create(name)).rejects.toThrow('fetch failed');
    expect(await forecast.exists(name)).toBe(written);
  });

  test.each([
    ['hang', false],
    ['hang-after-write', true],
  ])('%s is never answered; written: %s', async (name, written) => {
    expect(await forecast.isLeftUnanswered(name)).toBe(true);
    expect(await forecast.exists(name)).toBe(written);
  });

  test('after a write without an answer, a read shows that it took effect', async () => {
    await expect(forecast.create('reset-after-write')).rejects.toThrow('fetch failed');
    expect((await forecast.call('GET', `${secretsPath}/reset-after-write`)).status).toBe(200);
  });
});

test('each admin call takes the latency, a token does not', async () => {
  await forecast.simulator.tenant('acme-vision');
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
  await expect.poll(async () => (await closing.inspect('/journal')).json).toHaveLength(1);
  await closing.close();
  expect(await outcome).toBe('broken');
});
