import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, globalAgent } from 'node:https';
import type { FastifyInstance } from 'fastify';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sendJson } from '../testing/fake-upstream.ts';
import { freePort } from '../testing/free-port.ts';
import { listen } from '../testing/listen.ts';
import { buildTestApp, captureLog, openTestTenants } from '../testing/test-app.ts';
import { createTestAuthority } from '../testing/test-certificates.ts';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
const credentials = {
  clientid: 'sb-console!t1',
  xsappname: 'console!t1',
  url: 'https://acme.authentication.invalid',
  // Requests for keys fail at once there: nothing listens, and no name server is asked.
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
  kid?: string;
  expires?: number;
}

function sign(changes: TokenChanges = {}): Promise<string> {
  const { claims = {}, key = own.privateKey, kid = 'key-1', expires = 600 } = changes;
  return new SignJWT({ ...payload, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid, jku: 'https://evil.example/token_keys' })
    .setExpirationTime(Math.floor(Date.now() / 1000) + expires)
    .sign(key);
}

const log = captureLog();
let app: FastifyInstance;
beforeAll(async () => {
  const signIn = { mode: 'xsuaa', credentials, signOutUrl: '/do/logout' } as const;
  app = await buildTestApp(await openTestTenants({}), { signIn }, log);
  app.get('/api/who', async ({ person }) => person);
});
afterAll(() => app.close());

async function askWho(authorization: string): Promise<{ status: number; body: unknown }> {
  const response = await app.inject({ url: '/api/who', headers: { authorization } });
  return { status: response.statusCode, body: response.json() };
}

/** More than half a minute later. */
const later = () => vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 31_000);

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

  test('with a wrong signature, a shared-secret signature, or none, is refused', async () => {
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

  test('of an unknown key is not accepted, and an error says that XSUAA’s keys cannot be read', async () => {
    const { status, body } = await askWho(`Bearer ${await sign({ key: foreign.privateKey })}`);
    expect([status, body]).toMatchObject([503, { error: { code: 'SignInUnavailable' } }]);
  });

  describe('of a key that XSUAA has besides the key of the binding', () => {
    const authority = createTestAuthority();
    let keys: { kid: string; key: KeyObject }[] = [];
    let asked = 0;
    const uaa = createServer(authority.issue('uaa', { hosts: ['DNS:localhost'] }), (_request, response) => {
      asked += 1;
      sendJson(response, 200, {
        keys: keys.map(({ kid, key }) => ({
          ...key.export({ format: 'jwk' }),
          kid,
          alg: 'RS256',
          use: 'sig',
        })),
      });
    });
    let other: FastifyInstance;
    beforeAll(async () => {
      globalAgent.options.ca = authority.cert;
      const uaadomain = `localhost:${await listen(uaa)}`;
      const signIn = {
        mode: 'xsuaa',
        credentials: { ...credentials, uaadomain },
        signOutUrl: undefined,
      } as const;
      other = await buildTestApp(await openTestTenants({}), { signIn });
    });
    afterEach(() => vi.restoreAllMocks());
    afterAll(async () => {
      delete globalAgent.options.ca;
      authority.remove();
      uaa.close();
      uaa.closeAllConnections();
      await other.close();
    });
    const ask = async (key: KeyObject, kid: string) => {
      const headers = { authorization: `Bearer ${await sign({ key, kid })}` };
      return (await other.inject({ url: '/config.json', headers })).statusCode;
    };

    test('is accepted as soon as the key exists, and keys are read twice a minute at most', async () => {
      const [first, second] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), foreign];
      keys = [{ kid: 'first', key: first.publicKey }];
      expect([await ask(first.privateKey, 'first'), asked]).toEqual([200, 1]);
      keys = [{ kid: 'second', key: second.publicKey }];
      later();
      expect([await ask(second.privateKey, 'second'), asked]).toEqual([200, 2]);
      expect([await ask(first.privateKey, 'first'), asked]).toEqual([401, 2]);
      // A key that changes under the same name.
      keys = [{ kid: 'second', key: first.publicKey }];
      later();
      expect([await ask(first.privateKey, 'second'), asked]).toEqual([200, 3]);
      // XSUAA is down: people whom it has vouched for are still let in.
      uaa.close();
      uaa.closeAllConnections();
      later();
      expect(await ask(second.privateKey, 'third')).toBe(503);
      expect(await ask(first.privateKey, 'second')).toBe(200);
    });
  });

  test('is in no log', async () => {
    const token = await sign();
    await askWho(`Bearer ${token}`);
    expect(log.text()).not.toContain('eyJ');
  });
});
