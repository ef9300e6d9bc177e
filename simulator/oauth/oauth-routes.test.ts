import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { ServiceKey } from './service-keys.ts';
import {
  fetchToken,
  sendRequest,
  startTestSimulator,
  type Reply,
  type TestSimulator,
} from '../testing/test-simulator.ts';

const lifetimeSeconds = 600;
const info = '/tenantInfo';

let simulator: TestSimulator;
let key: ServiceKey;
let otherKey: ServiceKey;

beforeAll(async () => {
  simulator = await startTestSimulator({ tokenLifetimeSeconds: lifetimeSeconds });
  const [first, second] = simulator.serviceKeys;
  if (!first || !second) throw new Error('The simulator has too few tenants.');
  key = first.serviceKey;
  otherKey = second.serviceKey;
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => simulator.close());

function basic(user: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

function requestToken(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> {
  const body = new URLSearchParams(form);
  return sendRequest(`${simulator.url}/oauth/token`, { method: 'POST', headers, body });
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function decodeJwt(token: string): Record<string, unknown> {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  return z.record(z.string(), z.unknown()).parse(JSON.parse(claims));
}

function replaceClaims(token: string, claims: object): string {
  const [header, , signature] = token.split('.');
  return `${header}.${encode({ ...decodeJwt(token), ...claims })}.${signature}`;
}

function signAnew(token: string): string {
  const signed = token.slice(0, token.lastIndexOf('.'));
  return `${signed}.${createHmac('sha256', 'another key').update(signed).digest('base64url')}`;
}

describe('token request', () => {
  const grant = { grant_type: 'client_credentials' };

  test('credentials in the form', async () => {
    const reply = await requestToken({ ...grant, client_id: key.clientid, client_secret: key.clientsecret });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.json).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: lifetimeSeconds,
      scope: 'uaa.resource',
      jti: expect.any(String),
    });
  });

  test.each([
    ['as they are', (text: string) => text],
    ['form-encoded', encodeURIComponent],
  ])('credentials in a Basic header, %s', async (_case, write) => {
    const reply = await requestToken(grant, basic(write(key.clientid), write(key.clientsecret)));
    expect(reply.status).toBe(200);
  });

  test.each([
    ['a wrong secret in the form', () => ({ client_id: key.clientid, client_secret: 'wrong' }), () => ({})],
    [
      "another tenant's secret",
      () => ({ client_id: key.clientid, client_secret: otherKey.clientsecret }),
      () => ({}),
    ],
    ['no secret', () => ({ client_id: key.clientid }), () => ({})],
    ['nothing', () => ({}), () => ({})],
    ['a wrong secret in the header', () => ({}), () => basic(key.clientid, 'wrong')],
    ['an unknown client', () => ({}), () => basic('sb-unknown', key.clientsecret)],
    ['a header without a colon', () => ({}), () => ({ authorization: 'Basic eA==' })],
  ])('%s is refused as XSUAA does', async (_case, form, headers) => {
    const reply = await requestToken({ ...grant, ...form() }, headers());
    expect([reply.status, reply.json]).toEqual([
      401,
      { error: 'unauthorized', error_description: 'Bad credentials' },
    ]);
  });

  test.each([
    [{}, 'invalid_request'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
  ])('grant %j', async (form, error) => {
    const reply = await requestToken(form, basic(key.clientid, key.clientsecret));
    expect([reply.status, reply.json]).toMatchObject([400, { error }]);
  });
});

describe('token', () => {
  test("SAP's library reads its tenant, issuer and expiry", async () => {
    const before = Math.floor(Date.now() / 1000);
    const { token } = await simulator.tenant('acme-vision');
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      zid: key.identityzoneid,
      iss: `${simulator.url}/oauth/token`,
      client_id: key.clientid,
      ext_attr: { enhancer: 'XSUAA', zdn: 'acme-vision' },
    });
    const { exp, iat } = z.object({ exp: z.number(), iat: z.number() }).parse(claims);
    expect(exp - iat).toBe(lifetimeSeconds);
    expect(iat).toBeGreaterThanOrEqual(before);
  });

  test('each one is new', async () => {
    const tokens = await Promise.all(
      [1, 2, 3].map(async () => (await simulator.tenant('acme-vision')).token),
    );
    expect(new Set(tokens).size).toBe(3);
  });

  test('it is refused from the second in which it expires', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const tenant = await simulator.tenant('acme-vision');
    const { exp } = z.object({ exp: z.number() }).parse(decodeJwt(tenant.token));
    vi.setSystemTime(exp * 1000 - 1);
    expect((await tenant.call('GET', info)).status).toBe(200);
    vi.setSystemTime(exp * 1000);
    const reply = await tenant.call('GET', info);
    expect([reply.status, reply.text]).toEqual([401, 'Jwt is expired']);
  });

  test('all are refused once they are withdrawn, and new ones work', async () => {
    const tenant = await simulator.tenant('acme-vision');
    await simulator.inspect('/expire-tokens', 'POST');
    expect((await tenant.call('GET', info)).status).toBe(401);
    expect((await (await simulator.tenant('acme-vision')).call('GET', info)).status).toBe(200);
  });

  test('it is refused by another simulator', async () => {
    const other = await startTestSimulator();
    const { token } = await simulator.tenant('acme-vision');
    const reply = await (await other.tenant('acme-vision')).call('GET', info, { token });
    await other.close();
    expect(reply.status).toBe(401);
  });

  type Forgery = (token: string) => string;
  const forgeries: [string, Forgery][] = [
    ['not a JWT', () => 'opaque'],
    ['without signature', (token) => token.slice(0, token.lastIndexOf('.') + 1)],
    ['with another signature', (token) => `${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(43)}`],
    ["with another tenant's id", (token) => replaceClaims(token, { zid: otherKey.identityzoneid })],
    ['with a later expiry', (token) => replaceClaims(token, { exp: 9_999_999_999 })],
    ['signed with another key', (token) => signAnew(token)],
    ['with algorithm "none"', (token) => `${encode({ alg: 'none' })}.${token.split('.')[1]}.`],
    ['with a fourth part', (token) => `${token}.x`],
  ];

  test.each(forgeries)('%s is refused', async (_case, forge) => {
    const tenant = await simulator.tenant('acme-vision');
    const reply = await tenant.call('GET', info, { token: forge(tenant.token) });
    expect([reply.status, reply.text]).toEqual([401, 'Jwt verification fails']);
  });

  test('a call without one is refused as the front proxy does, in plain text', async () => {
    const tenant = await simulator.tenant('acme-vision');
    const { status, text, headers } = await tenant.call('GET', info, { token: '' });
    expect([status, text]).toEqual([401, 'Jwt is missing']);
    expect([headers.get('content-type'), headers.get('www-authenticate')]).toEqual(['text/plain', 'Bearer']);
  });

  test('a call that does not exist is refused without one, too', async () => {
    const tenant = await simulator.tenant('acme-vision');
    expect((await tenant.call('GET', '/applications', { token: '' })).status).toBe(401);
  });

  test('it decides the tenant', async () => {
    const ids = await Promise.all(
      simulator.serviceKeys.map(async (serviceKey) => {
        const token = await fetchToken(serviceKey);
        const reply = await sendRequest(`${simulator.url}/v2/admin/tenantInfo`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return z.object({ tenantId: z.string() }).parse(reply.json).tenantId;
      }),
    );
    expect(ids).toEqual(simulator.serviceKeys.map(({ serviceKey }) => serviceKey.identityzoneid));
  });
});
