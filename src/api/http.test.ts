import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { bearerToken, forgetBearerToken, setBearerToken } from './bearer-tokens.ts';
import { callAdminApi, parseRetryAfter } from './http.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme/', auth: 'proxy' };
const schema = z.object({ name: z.string() });
const get = { method: 'GET', path: 'things' } as const;

function answer(body: string, init: ResponseInit = {}) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, init)));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('callAdminApi', () => {
  it('appends the admin path to the connection and returns what the schema asks for', async () => {
    const fetched = answer('{"name":"a","more":1}');
    await expect(callAdminApi(connection, get, schema)).resolves.toEqual({ name: 'a' });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('/api/tenants/acme/v2/admin/things');
    // Without it SAP's approuter answers a read with a page and the status 200 once its session has ended.
    expect(new Headers(init?.headers).get('x-requested-with')).toBe('XMLHttpRequest');
  });

  it.each([
    { what: 'breaks off', cause: new TypeError('terminated'), expected: { kind: 'network' } },
    {
      what: 'takes too long',
      cause: new DOMException('late', 'TimeoutError'),
      expected: { kind: 'timeout' },
    },
    {
      what: 'is called off',
      cause: new DOMException('off', 'AbortError'),
      expected: { name: 'AbortError' },
    },
  ])('an answer that $what on its way is no broken contract', async ({ cause, expected }) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"na'));
        controller.error(cause);
      },
    });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    await expect(callAdminApi(connection, get, z.nullable(schema))).rejects.toMatchObject(expected);
  });

  it.each([
    {
      what: 'SAP’s error envelope',
      body: '{"error":{"code":"X1","message":"no","requestId":"r-1","details":[]}}',
      init: { status: 409 },
      expected: {
        kind: 'http',
        status: 409,
        code: 'X1',
        message: 'no',
        requestId: 'r-1',
        answeredBy: 'ai-core',
      },
    },
    {
      what: 'an error without it',
      body: '<html>',
      init: { status: 503, headers: { 'retry-after': '7', 'x-request-id': 'r-2' } },
      expected: { kind: 'http', status: 503, retryAfterSeconds: 7, requestId: 'r-2', message: '' },
    },
    {
      what: 'an answer of the gateway itself',
      body: '{"error":{"code":"UnknownTenant","message":"no","target":"console-gateway"}}',
      init: { status: 404 },
      expected: { status: 404, answeredBy: 'gateway' },
    },
    {
      what: 'a page of a front proxy',
      body: '<h1>404</h1>',
      init: { status: 404, headers: { 'content-type': 'text/html' } },
      expected: { kind: 'http', status: 404, answeredBy: undefined },
    },
    {
      what: 'an error of something else',
      body: '{"error":{"message":"no route"}}',
      init: { status: 404 },
      expected: { kind: 'http', status: 404, answeredBy: undefined },
    },
    {
      what: 'a sign-in page',
      body: '<form>',
      init: { status: 401, headers: { 'content-type': 'text/html; charset=utf-8' } },
      expected: { kind: 'sign-in', status: 401 },
    },
    {
      what: 'SAP’s approuter, which says not even what it answers with',
      body: 'Unauthorized',
      init: { status: 401, headers: { 'content-type': '' } },
      expected: { kind: 'sign-in', status: 401 },
    },
    {
      what: 'a session that has ended',
      body: '{"error":{"code":"SignInRequired","message":"no","target":"console-gateway"}}',
      init: { status: 401 },
      expected: { kind: 'sign-in', status: 401, answeredBy: 'gateway' },
    },
    {
      what: 'an inner service’s error, its request id spelt otherwise and its code a number',
      body: '{"error":{"code":500,"message":"no","request_id":"r-3","target":"/x"}}',
      init: { status: 500 },
      expected: { kind: 'http', status: 500, code: undefined, message: 'no', requestId: 'r-3' },
    },
    {
      what: 'one without a request id',
      body: '{"error":{"code":"500","message":"no","request_id":null}}',
      init: { status: 500, headers: { 'x-request-id': 'r-4' } },
      expected: { kind: 'http', status: 500, code: '500', message: 'no', requestId: 'r-4' },
    },
    ...[
      [401, 'Jwt is expired'],
      [401, 'Jwt issuer is not configured'],
      [401, 'Jwt verification fails'],
      [403, 'RBAC: access denied'],
    ].map(([status, text]) => ({
      what: `the front proxy’s “${text}”`,
      body: String(text),
      init: { status: Number(status), headers: { 'content-type': 'text/plain' } },
      expected: { kind: 'http', status, code: undefined, message: text, requestId: undefined },
    })),
    ...[
      ['a page', '<p>Jwt is expired', 'text/plain'],
      ['a page by its type', 'Jwt is expired', 'text/html'],
      ['many lines', 'one\ntwo', 'text/plain'],
      ['a long text', 'x'.repeat(201), 'text/plain'],
    ].map(([what, body = '', type = '']) => ({
      what: `${what} without repeating it`,
      body,
      init: { status: 403, headers: { 'content-type': type } },
      expected: { kind: 'http', status: 403, message: '' },
    })),
    { what: 'another shape', body: '{"title":1}', init: {}, expected: { kind: 'contract' } },
    { what: 'no JSON', body: 'hello', init: {}, expected: { kind: 'contract' } },
  ])('throws one error for $what', async ({ body, init, expected }) => {
    answer(body, init);
    await expect(callAdminApi(connection, get, schema)).rejects.toMatchObject({
      name: 'ApiError',
      ...expected,
    });
  });

  it('tells a failed connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(callAdminApi(connection, get, schema)).rejects.toMatchObject({ kind: 'network' });
  });

  it('does not follow a redirect: it leads to a sign-in page', async () => {
    const fetched = vi.fn<typeof fetch>(() =>
      Promise.resolve(Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })),
    );
    vi.stubGlobal('fetch', fetched);
    await expect(callAdminApi(connection, get, schema)).rejects.toMatchObject({ kind: 'sign-in' });
    expect(fetched.mock.calls[0]?.[1]?.redirect).toBe('manual');
  });

  it('sends the token of a bearer connection, and asks for one where there is none', async () => {
    const fetched = answer('{"name":"a"}');
    const bearer: Connection = { ...connection, auth: 'bearer' };
    await expect(callAdminApi(bearer, get, schema)).rejects.toMatchObject({
      status: 401,
      code: 'TokenMissing',
    });
    expect(fetched).not.toHaveBeenCalled();
    setBearerToken(bearer, 'not-a-real-token');
    await callAdminApi(bearer, get, schema);
    const headers = new Headers(fetched.mock.calls[0]?.[1]?.headers);
    expect(headers.get('authorization')).toBe('Bearer not-a-real-token');
    forgetBearerToken(bearer);
  });
});

describe('a token that is answered with 401', () => {
  const bearer: Connection = { ...connection, auth: 'bearer' };

  it('is dropped', async () => {
    answer('{}', { status: 401 });
    setBearerToken(bearer, 'not-a-real-token');
    await expect(callAdminApi(bearer, get, schema)).rejects.toMatchObject({ status: 401, code: undefined });
    expect(bearerToken(bearer)).toBeUndefined();
  });

  it('stays when it was another one that was tried', async () => {
    const fetched = answer('{}', { status: 401 });
    setBearerToken(bearer, 'not-a-real-token');
    await expect(callAdminApi(bearer, { ...get, token: 'not-a-real-token-2' }, schema)).rejects.toMatchObject(
      { status: 401 },
    );
    const headers = new Headers(fetched.mock.calls[0]?.[1]?.headers);
    expect(headers.get('authorization')).toBe('Bearer not-a-real-token-2');
    expect(bearerToken(bearer)).toBe('not-a-real-token');
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2027-01-01T00:00:00Z');
  it.each([
    { value: null, seconds: undefined },
    { value: '12', seconds: 12 },
    { value: 'Fri, 01 Jan 2027 00:00:30 GMT', seconds: 30 },
    { value: 'Fri, 01 Jan 2026 00:00:30 GMT', seconds: 0 },
    { value: 'soon', seconds: undefined },
  ])('$value: $seconds', ({ value, seconds }) => {
    expect(parseRetryAfter(value, now)).toBe(seconds);
  });
});
