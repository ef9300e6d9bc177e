import { afterEach, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildContentSecurityPolicy } from './headers.ts';
import { buildTestKey, startFakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';

const origin = 'https://console.example.com';

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

async function ask(
  url: string,
  headers: Record<string, string>,
  allowedOrigins: string[] = [],
  host = '127.0.0.1',
) {
  app = await buildTestApp(await openTestTenants({}), { allowedOrigins, host });
  return app.inject({ url, headers });
}

describe('the Host header', () => {
  test.each([
    ['localhost:8080', 404],
    ['LOCALHOST', 404],
    ['127.0.0.1:9', 404],
    ['[::1]:8080', 404],
    ['console.example.com', 404],
    ['console.example.com:8443', 404],
    ['192.168.1.5:8080', 404],
    ['a b', 421],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['evil.example#localhost', 421],
    ['evil.example/localhost', 421],
    ['evil.example@localhost', 421],
    ['localhost?evil.example', 421],
    ['x.console.example.com', 421],
    ['127.0.0.2', 421],
  ])('%s is answered with %i', async (host, status) => {
    const answer = await ask('/api/unknown', { host }, [origin], '192.168.1.5');
    expect(answer.statusCode).toBe(status);
    expect(answer.json().error.code).toBe(status === 421 ? 'MisdirectedRequest' : 'NotFound');
  });

  test.each([
    ['/config.json', 421],
    ['/', 421],
    ['/healthz', 200],
  ])('a foreign one gets %s with %i', async (url, status) => {
    expect((await ask(url, { host: '10.0.0.7:8080' })).statusCode).toBe(status);
  });

  test('the IPv6 address to listen on is accepted', async () => {
    expect((await ask('/config.json', { host: '[fd00::1]:8080' }, [], 'fd00::1')).statusCode).toBe(200);
  });
});

describe('the Origin header', () => {
  const own = { host: 'localhost:8080' };
  test.each([
    [{ ...own }, 404],
    [{ ...own, origin: 'http://localhost:8080' }, 404],
    [{ host: 'LOCALHOST', origin: 'http://localhost' }, 404],
    [{ host: 'localhost:80', origin: 'http://localhost' }, 404],
    [{ host: 'console.example.com', origin }, 404],
    [{ host: 'intranet:8080', origin: 'http://intranet:8080' }, 404],
    [{ ...own, origin: 'https://localhost:8080' }, 403],
    [{ host: 'localhost:443', origin: 'https://localhost' }, 403],
    [{ host: 'console.example.com', origin: 'http://console.example.com' }, 403],
    [{ host: 'console.example.com', origin: `${origin}:8443` }, 403],
    [{ host: 'console.example.com:8443', origin: `${origin}:8443` }, 403],
    [{ host: 'intranet:8080', origin: 'https://intranet:8080' }, 403],
    [{ host: 'intranet', origin: 'http://intranet' }, 403],
    [{ ...own, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }, 404],
    [{ ...own, 'sec-fetch-site': 'none' }, 404],
    [{ ...own, origin }, 404],
    [{ ...own, origin: 'http://localhost:3000' }, 403],
    [{ ...own, origin: 'http://127.0.0.1:8080' }, 403],
    [{ ...own, origin: 'https://evil.example' }, 403],
    [{ ...own, origin: 'https://console.example.com.evil.example' }, 403],
    [{ ...own, origin: 'null' }, 403],
    [{ ...own, origin: 'chrome-extension://localhost:8080' }, 403],
    [{ ...own, 'sec-fetch-site': 'cross-site' }, 403],
    [{ ...own, 'sec-fetch-site': 'same-site' }, 403],
    [{ ...own, origin: 'http://localhost:8080', 'sec-fetch-site': 'cross-site' }, 403],
  ])('%o is answered with %i', async (headers, status) => {
    expect((await ask('/api/unknown', headers, [origin, 'http://intranet:8080'])).statusCode).toBe(status);
  });

  test.each([
    '/api/tenants/acme/v2/admin/tenantInfo',
    '/%61pi/tenants/acme/v2/admin/tenantInfo',
    '/api/tenants/acme/v2/%61dmin/tenantInfo',
  ])('a foreign page does not get through %s', async (url) => {
    const upstream = await startFakeUpstream();
    app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }));
    const answer = await app.inject({ url, headers: { origin: 'https://evil.example' } });
    expect([answer.statusCode, upstream.received]).toEqual([403, []]);
    await upstream.close();
  });
});

describe('the type of a write', () => {
  test.each([
    ['POST', {}, 415],
    ['PATCH', {}, 415],
    ['POST', { 'content-type': 'text/plain' }, 415],
    ['POST', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['POST', { 'content-type': 'application/json' }, 200],
    ['PATCH', { 'content-type': 'application/merge-patch+json; charset=utf-8' }, 405],
    ['DELETE', {}, 405],
  ] as const)('%s with %o and an empty body is answered with %i', async (method, headers, status) => {
    const upstream = await startFakeUpstream();
    app = await buildTestApp(await openTestTenants({ acme: buildTestKey(upstream.url) }));
    const url = '/api/tenants/acme/v2/admin/repositories';
    expect((await app.inject({ method, url, headers, body: '' })).statusCode).toBe(status);
    await upstream.close();
  });
});

describe('the headers of an answer', () => {
  test('the policy is strict, and can only be extended for connections', () => {
    const policy = buildContentSecurityPolicy('abc', ['https://proxy.example.com']);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'nonce-abc'",
      "style-src 'self' 'nonce-abc'",
      "connect-src 'self' https://proxy.example.com",
      "img-src 'self' data:",
      "font-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
    expect(policy).not.toContain('unsafe');
  });

  test('each answer has its own nonce, and forbids embedding and sending its address', async () => {
    const first = await ask('/healthz', {});
    const second = await app?.inject({ url: '/healthz' });
    expect(first.headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w-]{22}'/);
    expect(first.headers['content-security-policy']).not.toBe(second?.headers['content-security-policy']);
    expect(first.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('an answer of the API may load nothing, and must not be stored or embedded', async () => {
    for (const url of ['/api/unknown', '/api/overview', '/%61pi/tenants/acme/v2/admin/repositories']) {
      const { headers } = await ask(url, {});
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      await app?.close();
    }
  });

  test.each([
    ['localhost:8080', undefined],
    ['intranet:8080', undefined],
    ['console.example.com', 'max-age=31536000'],
  ])('on %s, HTTPS is demanded: %s', async (host, expected) => {
    const answer = await ask('/healthz', { host }, [origin, 'http://intranet:8080']);
    expect(answer.headers['strict-transport-security']).toBe(expected);
  });
});

test('a body of the gateway’s own calls that is nested too deeply is not parsed', async () => {
  app = await buildTestApp(await openTestTenants({ acme: buildTestKey('http://127.0.0.1:9') }));
  const send = async (depth: number) => {
    const body = `{"notes":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const url = '/api/tenants/acme/secret-notes';
    const answer = await app?.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      body,
    });
    return answer?.json().error.message;
  };
  expect(await send(200_000)).toBe('The request is malformed.');
  expect(await send(50)).toContain('Not a valid note.');
});
