import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listen } from '../../testing/listen.ts';
import { buildTestKey, sendJson } from '../../testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from '../../testing/test-app.ts';

const clientId = 'console';
const clientSecret = 'not-a-real-client-secret-of-32-bytes';
const publicUrl = 'http://127.0.0.1:8080';
const now = () => Math.floor(Date.now() / 1000);

/** What is wrong with a token: its claims, or its signature. */
interface Forgery {
  claims?: Record<string, unknown>;
  signedBy?: 'another key' | 'the client secret' | 'nobody';
}

let server: Server;
let issuer: string;
let idToken: string;
let sign: (payload: JWTPayload, signedBy: Forgery['signedBy']) => Promise<string>;
let app: FastifyInstance;

/** A provider that issues whatever tokens a test wants. */
beforeAll(async () => {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const publicKey = { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256' };
  sign = async (payload, signedBy) => {
    if (signedBy === 'nobody') return new UnsecuredJWT(payload).encode();
    const token = new SignJWT(payload);
    if (signedBy === 'the client secret')
      return token.setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(clientSecret));
    const { privateKey } = signedBy === 'another key' ? other : own;
    return token.setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(privateKey);
  };
  server = createServer(({ url = '' }, response) => {
    if (url.startsWith('/keys')) return sendJson(response, 200, { keys: [publicKey] });
    if (url.startsWith('/token'))
      return sendJson(response, 200, { access_token: 'a', token_type: 'Bearer', id_token: idToken });
    return sendJson(response, 200, {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    });
  });
  issuer = `http://127.0.0.1:${await listen(server)}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(async () => {
  app = await buildTestApp(await openTestTenants({ acme: buildTestKey(issuer) }), {
    signIn: {
      mode: 'oidc',
      issuer,
      clientId,
      clientSecret,
      scopes: 'openid',
      groupsClaim: 'groups',
      publicUrl,
      idleMinutes: 60,
      maxHours: 8,
    },
    allowedOrigins: [publicUrl],
  });
});
afterEach(() => app.close());

/** What the callback answers, with the session if there is one. `cookie` is sent in addition. */
async function signIn({ claims, signedBy }: Forgery = {}, cookie = '') {
  const begun = await app.inject({ url: '/auth/sign-in' });
  const asked = new URL(String(begun.headers.location)).searchParams;
  const [attempt] = begun.cookies;
  const payload = {
    iss: issuer,
    aud: clientId,
    sub: 'jo',
    sid: 'session-1',
    iat: now(),
    exp: now() + 60,
    nonce: asked.get('nonce') ?? '',
  };
  idToken = await sign({ ...payload, ...claims }, signedBy);
  const answer = await app.inject({
    url: `/auth/callback?code=a-code&state=${asked.get('state')}`,
    headers: { cookie: `${attempt?.name}=${attempt?.value}; ${cookie}` },
  });
  const session = answer.cookies.find(({ name }) => name === 'console-8080-session');
  return {
    status: answer.statusCode,
    cookie: session && `${session.name}=${session.value}`,
    attempt,
    answer,
  };
}

async function isSignedIn(cookie = ''): Promise<boolean> {
  return (await app.inject({ url: '/config.json', headers: { cookie } })).statusCode === 200;
}

describe('an ID token', () => {
  test('of the provider signs in, and ends its attempt', async () => {
    const { status, cookie, attempt, answer } = await signIn();
    expect([status, await isSignedIn(cookie)]).toEqual([302, true]);
    expect(answer.cookies).toContainEqual(expect.objectContaining({ name: attempt?.name, value: '' }));
  });

  test.each<[string, Forgery]>([
    ['of another key', { signedBy: 'another key' }],
    ['of the client secret', { signedBy: 'the client secret' }],
    ['without a signature', { signedBy: 'nobody' }],
    ['of another issuer', { claims: { iss: 'https://id.example.net' } }],
    ['for another client', { claims: { aud: 'another' } }],
    ['that has ended', { claims: { iat: now() - 7200, exp: now() - 3600 } }],
    ['of another attempt', { claims: { nonce: 'another' } }],
    ['of no attempt', { claims: { nonce: undefined } }],
  ])('%s signs nobody in', async (_name, forgery) => {
    const { status, cookie } = await signIn(forgery);
    expect([status, cookie]).toEqual([403, undefined]);
  });
});

async function begin(remoteAddress: string): Promise<number> {
  return (await app.inject({ url: '/auth/sign-in', remoteAddress })).statusCode;
}

test('one address can begin to sign in sixty times a minute', async () => {
  for (let begun = 0; begun < 60; begun += 1) expect(await begin('192.0.2.7')).toBe(302);
  expect([await begin('192.0.2.7'), await begin('198.51.100.9')]).toEqual([429, 302]);
});

test('signing in again in the same browser ends the earlier session, even for copies of its cookie', async () => {
  const first = await signIn();
  const second = await signIn({}, first.cookie);
  expect([await isSignedIn(first.cookie), await isSignedIn(second.cookie)]).toEqual([false, true]);
});

describe('a logout token', () => {
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };

  async function logOut({ claims, signedBy }: Forgery = {}) {
    const payload = { iss: issuer, aud: clientId, sub: 'jo', sid: 'session-1', iat: now(), jti: '1', events };
    const body = new URLSearchParams({ logout_token: await sign({ ...payload, ...claims }, signedBy) });
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/auth/back-channel-logout',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    });
    return statusCode;
  }

  test.each<[string, Record<string, unknown>]>([
    ['one session', { sub: undefined }],
    ['all of a person', { sid: undefined }],
  ])('of the provider ends %s', async (_what, claims) => {
    const { cookie } = await signIn();
    expect([await logOut({ claims }), await isSignedIn(cookie)]).toEqual([200, false]);
  });

  test('does not end a session that began after it, so it cannot be used again', async () => {
    const { cookie } = await signIn();
    const earlier = { iat: now() - 120, sid: undefined };
    expect([await logOut({ claims: earlier }), await isSignedIn(cookie)]).toEqual([200, true]);
  });

  test.each([-240, 240])(
    'of a provider whose clock is off by %i s ends only what had begun by then, by that clock',
    async (off) => {
      const ofClock = { iat: now() + off, nbf: now() + off, exp: now() + off + 120 };
      const { cookie } = await signIn({ claims: ofClock });
      const before = { ...ofClock, iat: ofClock.iat - 1 };
      expect([await logOut({ claims: before }), await isSignedIn(cookie)]).toEqual([200, true]);
      expect([await logOut({ claims: ofClock }), await isSignedIn(cookie)]).toEqual([200, false]);
    },
  );

  test('is accepted any number of times', async () => {
    const { cookie } = await signIn();
    for (let other = 0; other < 70; other += 1)
      expect(await logOut({ claims: { sid: `other-${other}` } })).toBe(200);
    expect([await logOut(), await isSignedIn(cookie)]).toEqual([200, false]);
  });

  test.each<[string, Forgery]>([
    ['of another key', { signedBy: 'another key' }],
    ['without a signature', { signedBy: 'nobody' }],
    ['of another issuer', { claims: { iss: 'https://id.example.net' } }],
    ['for another client', { claims: { aud: 'another' } }],
    ['from a quarter of an hour ago', { claims: { iat: now() - 900 } }],
    ['that is an ID token', { claims: { events: undefined } }],
    ['with the nonce of a sign-in', { claims: { nonce: 'a-nonce' } }],
    ['of nobody', { claims: { sub: undefined, sid: undefined } }],
  ])('%s ends nothing', async (_name, forgery) => {
    const { cookie } = await signIn();
    expect([await logOut(forgery), await isSignedIn(cookie)]).toEqual([400, true]);
  });
});
