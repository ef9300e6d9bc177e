import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../testing/free-port.ts';
import { buildTestApp, captureLog, openTestTenants } from '../testing/test-app.ts';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
const credentials = {
  clientid: 'sb-console!t1',
  xsappname: 'console!t1',
  url: 'https://acme.authentication.invalid',
  // Asking there for keys fails at once: nothing listens, and no name server is asked.
  uaadomain: `127.0.0.1:${await freePort()}`,
  identityzoneid: 'acme-zone',
  verificationkey: own.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};
const payload = {
  iss: `${credentials.url}/oauth/token`,
  aud: ['console!t1', 'sb-console!t1'],
  zid: 'acme-zone',
  user_id: 'f00d',
  user_name: 'jo@example.com',
  scope: ['openid', 'console!t1.viewer', 'other!t2.editor'],
  'xs.system.attributes': { 'xs.rolecollections': ['ailaunchpad_aicore_admin_viewer'] },
};

interface TokenChanges {
  claims?: Record<string, unknown>;
  key?: KeyObject;
  expires?: number;
}

function sign({ claims = {}, key = own.privateKey, expires = 600 }: TokenChanges = {}): Promise<string> {
  return new SignJWT({ ...payload, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'key-1', jku: 'https://evil.example/token_keys' })
    .setExpirationTime(Math.floor(Date.now() / 1000) + expires)
    .sign(key);
}

const log = captureLog();
let app: FastifyInstance;
beforeAll(async () => {
  const signIn = { mode: 'xsuaa', credentials, signOutUrl: '/do/logout' } as const;
  app = await buildTestApp(await openTestTenants({}), { signIn }, log);
  app.get('/who', async ({ person }) => person);
});
afterAll(() => app.close());

async function askWho(authorization: string): Promise<{ status: number; body: unknown }> {
  const response = await app.inject({ url: '/who', headers: { authorization } });
  return { status: response.statusCode, body: response.json() };
}

describe('the token of SAP’s approuter', () => {
  test('says who somebody is, with the scopes of this application as roles', async () => {
    expect(await askWho(`Bearer ${await sign()}`)).toEqual({
      status: 200,
      body: {
        id: 'f00d',
        name: 'jo@example.com',
        issuer: payload.iss,
        groups: ['ailaunchpad_aicore_admin_viewer'],
        roles: ['viewer'],
      },
    });
  });

  test.each<[string, TokenChanges]>([
    ['expired', { expires: -120 }],
    ['of another audience', { claims: { aud: ['other!t2'], scope: [] } }],
    ['of another issuer', { claims: { iss: 'https://evil.authentication.invalid/oauth/token' } }],
    ['of another tenant', { claims: { zid: 'other-zone' } }],
    ['of a program and of no person', { claims: { user_id: undefined, user_name: undefined } }],
  ])('that is %s is refused', async (_case, changes) => {
    expect((await askWho(`Bearer ${await sign(changes)}`)).status).toBe(401);
  });

  test('with a signature of nobody, of a shared secret, or none, is refused', async () => {
    const end = Math.floor(Date.now() / 1000) + 600;
    const symmetric = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .setExpirationTime(end)
      .sign(Buffer.from(credentials.verificationkey));
    const unsecured = new UnsecuredJWT(payload).setExpirationTime(end).encode();
    const [head, body] = (await sign()).split('.');
    const tokens = [
      symmetric,
      unsecured,
      `${unsecured}c2lnbmF0dXJl`,
      `${head}.${body}.c2lnbmF0dXJl`,
      'a.b.c',
      '',
    ];
    for (const token of tokens) expect((await askWho(`Bearer ${token}`)).status).not.toBe(200);
  });

  test('of an unknown key is not believed, and where XSUAA’s keys cannot be had that is said', async () => {
    const { status, body } = await askWho(`Bearer ${await sign({ key: foreign.privateKey })}`);
    expect([status, body]).toMatchObject([503, { error: { code: 'SignInUnavailable' } }]);
  });

  test('is in no log', async () => {
    const token = await sign();
    await askWho(`Bearer ${token}`);
    expect(log.text()).not.toContain('eyJ');
  });
});
