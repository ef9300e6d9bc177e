import type { FastifyInstance } from 'fastify';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildTestKey, readPort, startFakeUpstream, type FakeUpstream } from '../../testing/fake-upstream.ts';
import { buildTestApp, captureLog, openTestTenants } from '../../testing/test-app.ts';
import { TestBrowser } from '../../testing/test-browser.ts';
import { startTestProvider, testClientId, type TestProvider } from '../../testing/test-provider.ts';
import { openStore, type Store } from '../../store/store.ts';
import type { OidcSettings } from '../sign-in-settings.ts';

let upstream: FakeUpstream;
let provider: TestProvider;
let app: FastifyInstance;
let store: Store;
let consoleUrl: string;
let log = captureLog();

beforeAll(async () => {
  upstream = await startFakeUpstream();
  consoleUrl = `http://127.0.0.1:${await freePort()}`;
  provider = await startTestProvider(consoleUrl);
});
afterAll(async () => {
  await provider.stop();
  await upstream.close();
});
beforeEach(async () => {
  log = captureLog();
  app = await startConsole(provider.issuer);
  upstream.received.length = 0;
});
afterEach(async () => {
  await app.close();
  await store.close();
});

async function startConsole(issuer: string): Promise<FastifyInstance> {
  const tenants = await openTestTenants({ acme: buildTestKey(upstream.url) }, log);
  const settings: OidcSettings = {
    mode: 'oidc',
    issuer,
    clientId: testClientId,
    clientSecret: provider.clientSecret,
    scopes: 'openid profile groups',
    groupsClaim: 'groups',
    publicUrl: consoleUrl,
    idleMinutes: 60,
    maxHours: 8,
  };
  store = await openStore({}, pino({ level: 'silent' }));
  const started = await buildTestApp(tenants, { signIn: settings, allowedOrigins: [consoleUrl], store }, log);
  await started.listen({ host: '127.0.0.1', port: Number(new URL(consoleUrl).port) });
  return started;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const port = readPort(server.address());
      server.close(() => resolve(port));
    });
  });
}

const sessionCookie = () => `console-${new URL(consoleUrl).port}-session`;
const secrets = () => `${consoleUrl}/api/tenants/acme/v2/admin/dockerRegistrySecrets`;

async function signIn(path = '/acme/docker-registry-secrets?search=a'): Promise<TestBrowser> {
  const browser = new TestBrowser();
  await browser.visit(`${consoleUrl}${path}`);
  expect(browser.cookies(consoleUrl).has(sessionCookie())).toBe(true);
  return browser;
}

async function readError(response: Response): Promise<unknown> {
  return response.json();
}

describe('who has not signed in', () => {
  test('gets an error in the API’s shape, and nothing is sent', async () => {
    const response = await new TestBrowser().open(secrets());
    expect(response.status).toBe(401);
    expect(await readError(response)).toMatchObject({
      error: { code: 'SignInRequired', target: 'console-gateway' },
    });
    expect((await new TestBrowser().open(`${consoleUrl}/config.json`)).status).toBe(401);
    expect(upstream.received).toEqual([]);
  });

  test('finds the health open, and a page behind the sign-in', async () => {
    expect((await new TestBrowser().open(`${consoleUrl}/healthz`)).status).toBe(200);
    const page = await new TestBrowser().open(`${consoleUrl}/acme/templates?a=1`);
    expect([page.status, page.headers.get('location')]).toEqual([
      302,
      '/auth/sign-in?to=%2Facme%2Ftemplates%3Fa%3D1',
    ]);
  });

  test('is not let in by a session that nobody began', async () => {
    const headers = { cookie: `${sessionCookie()}=invented` };
    expect((await fetch(secrets(), { headers })).status).toBe(401);
  });
});

/** What the provider is asked. */
async function askForAddress(): Promise<URLSearchParams> {
  const response = await new TestBrowser().open(`${consoleUrl}/auth/sign-in`);
  return new URL(response.headers.get('location') ?? '').searchParams;
}

test('a tab that only signs in ends on a page that closes, and that nobody else sees', async () => {
  const stranger = await new TestBrowser().open(`${consoleUrl}/auth/signed-in`);
  expect([stranger.status, stranger.headers.get('location')]).toEqual([
    302,
    '/auth/sign-in?to=%2Fauth%2Fsigned-in',
  ]);
  const { url, response } = await new TestBrowser().visit(`${consoleUrl}/auth/signed-in`);
  expect(url.href).toBe(`${consoleUrl}/auth/signed-in`);
  const [, nonce] = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
  expect(await response.text()).toContain(`<script nonce="${nonce}">close()</script>`);
});

const isCallback = (url: URL) => url.pathname === '/auth/callback';

describe('signing in', () => {
  test('leads back to where one wanted to go, and the console knows who it is', async () => {
    const browser = new TestBrowser();
    const { url } = await browser.visit(`${consoleUrl}/acme/docker-registry-secrets?search=a`);
    expect(url.href).toBe(`${consoleUrl}/acme/docker-registry-secrets?search=a`);
    const config: unknown = await (await browser.open(`${consoleUrl}/config.json`)).json();
    expect(config).toMatchObject({
      connections: [{ id: 'acme', access: { read: ['*'], write: ['*'], audit: true } }],
      signIn: {
        mode: 'oidc',
        person: { name: 'Jo Weber' },
        everybodyEdits: true,
        signOutUrl: '/auth/sign-out',
      },
    });
    expect((await browser.open(secrets())).status).toBe(200);
    expect(upstream.received).toHaveLength(1);
  });

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/auth/sign-out',
  ])('leads nowhere else: %j', async (to) => {
    const { url } = await new TestBrowser().visit(`${consoleUrl}/auth/sign-in?to=${encodeURIComponent(to)}`);
    expect(url.href).toBe(`${consoleUrl}/`);
  });

  test('asks with PKCE, a state and a nonce, each its own every time', async () => {
    const [first, second] = [await askForAddress(), await askForAddress()];
    expect(first.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first.get(name)).toMatch(/^[\w-]{43}$/);
      expect(first.get(name)).not.toBe(second.get(name));
    }
  });

  test.each([
    ['state', 400],
    ['nonce', 403],
    ['verifier', 403],
  ])('an answer that does not fit the %s of its attempt is refused', async (part, status) => {
    const browser = new TestBrowser();
    const { url } = await browser.visit(`${consoleUrl}/auth/sign-in`, isCallback);
    const cookies = browser.cookies(consoleUrl);
    const [[name, value] = ['', '']] = cookies;
    const attempt: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
    const changed = JSON.stringify({ ...Object(attempt), [part]: 'x'.repeat(43) });
    cookies.set(name, Buffer.from(changed).toString('base64url'));
    const response = await browser.open(url.href);
    expect([response.status, cookies.has(sessionCookie())]).toEqual([status, false]);
    expect(await response.text()).toContain('Sign in</a>');
  });

  test('an answer counts in the browser that asked, and once', async () => {
    const browser = new TestBrowser();
    const { url } = await browser.visit(`${consoleUrl}/auth/sign-in`, isCallback);
    const attempt = new Map(browser.cookies(consoleUrl));
    const other = new TestBrowser();
    expect((await other.open(url.href)).status).toBe(400);
    expect((await browser.open(url.href)).status).toBe(302);
    for (const [name, value] of attempt) other.cookies(consoleUrl).set(name, value);
    expect((await other.open(url.href)).status).toBe(403);
    expect(other.cookies(consoleUrl).has(sessionCookie())).toBe(false);
  });

  test('an answer that names its attempt twice belongs to none', async () => {
    const answer = await new TestBrowser().open(`${consoleUrl}/auth/callback?state=a&state=b`);
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('This sign-in has ended'),
    ]);
  });

  test('several tabs can be at it at once, and their cookies do not pile up', async () => {
    const browser = new TestBrowser();
    const first = await browser.visit(`${consoleUrl}/auth/sign-in?to=/a`, isCallback);
    const second = await browser.visit(`${consoleUrl}/auth/sign-in?to=/b`, isCallback);
    expect((await browser.visit(second.url.href)).url.pathname).toBe('/b');
    expect((await browser.visit(first.url.href)).url.pathname).toBe('/a');
    for (let count = 0; count < 20; count += 1) await browser.open(`${consoleUrl}/auth/sign-in`);
    expect(browser.cookies(consoleUrl).size).toBeLessThan(8);
  });

  test('logs no code, cookie, token or client secret', async () => {
    const browser = await signIn();
    await browser.open(secrets());
    const session = browser.cookies(consoleUrl).get(sessionCookie()) ?? 'none';
    for (const secret of [session, provider.clientSecret, 'code=', 'eyJ'])
      expect(log.text()).not.toContain(secret);
  });
});

describe('a session', () => {
  test('lets the console’s own page write, and no other', async () => {
    const browser = await signIn();
    const write = (origin: string) =>
      browser.open(secrets(), {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: '{}',
      });
    expect((await write('https://evil.example')).status).toBe(403);
    expect(upstream.received).toEqual([]);
    expect((await write(consoleUrl)).status).toBe(200);
  });

  test('ends with signing out, also for a copy of its cookie, and at the provider', async () => {
    const browser = await signIn();
    const copy = new TestBrowser();
    const cookie = browser.cookies(consoleUrl).get(sessionCookie()) ?? '';
    copy.cookies(consoleUrl).set(sessionCookie(), cookie);
    expect((await copy.open(secrets())).status).toBe(200);
    const response = await browser.open(`${consoleUrl}/auth/sign-out`);
    const location = new URL(response.headers.get('location') ?? '');
    expect(`${location.origin}${location.pathname}`).toBe(`${provider.issuer}/session/end`);
    expect(location.searchParams.get('post_logout_redirect_uri')).toBe(`${consoleUrl}/auth/signed-out`);
    expect(location.searchParams.get('client_id')).toBe(testClientId);
    expect(browser.cookies(consoleUrl).has(sessionCookie())).toBe(false);
    expect((await copy.open(secrets())).status).toBe(401);
    const after = await browser.open(`${consoleUrl}/auth/signed-out`);
    expect(await after.text()).toContain('You are signed out');
  });

  test('and begins and ends in the audit, with who it is', async () => {
    const browser = await signIn();
    await browser.open(`${consoleUrl}/auth/sign-out`);
    const events = await store.db
      .selectFrom('auditEvents')
      .select(['action', 'outcome', 'actorName'])
      .orderBy('id')
      .execute();
    expect(events).toEqual([
      { action: 'sign-in', outcome: 'done', actorName: 'Jo Weber' },
      { action: 'sign-out', outcome: 'done', actorName: 'Jo Weber' },
    ]);
  });

  test('that does not begin or end leaves no event of its own, however often it is tried', async () => {
    for (let times = 0; times < 5; times += 1) {
      await new TestBrowser().open(`${consoleUrl}/auth/callback?state=invented`);
      await new TestBrowser().open(`${consoleUrl}/auth/sign-out`);
    }
    expect(await store.db.selectFrom('auditEvents').select('action').execute()).toEqual([]);
    await app.close();
    const events = await store.db.selectFrom('auditEvents').select(['action', 'status', 'subject']).execute();
    expect(events.map(({ action, status }) => [action, status])).toEqual([['refusals', 400]]);
    expect(events[0]?.subject).toBe('{"count":5}');
  });

  test('of which the store says nothing now is neither believed nor denied', async () => {
    const browser = await signIn();
    await store.close();
    const response = await browser.open(secrets());
    expect([response.status, await readError(response)]).toMatchObject([
      503,
      { error: { code: 'SignInUnavailable' } },
    ]);
    expect(upstream.received).toEqual([]);
    expect(browser.cookies(consoleUrl).has(sessionCookie())).toBe(true);
  });

  test('is not ended by a link on another site', async () => {
    const browser = await signIn();
    const response = await browser.open(`${consoleUrl}/auth/sign-out`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(response.status).toBe(403);
    expect((await browser.open(secrets())).status).toBe(200);
  });

  test('ends when the provider says so', async () => {
    const browser = await signIn();
    const other = await signIn();
    const page = await (
      await browser.open(`${provider.issuer}/session/end?client_id=${testClientId}`)
    ).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await browser.open(`${provider.issuer}/session/end/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    await vi.waitFor(async () => expect((await browser.open(secrets())).status).toBe(401));
    // The same person's session at another machine is another one.
    expect((await other.open(secrets())).status).toBe(200);
  });

  test.each([
    ['nothing', ''],
    ['an unsigned token', unsigned({ alg: 'none' })],
    ['a token of a foreign key', unsigned({ alg: 'RS256', kid: 'test' })],
  ])('is not ended by %s', async (_case, token) => {
    const browser = await signIn();
    const response = await fetch(`${consoleUrl}/auth/back-channel-logout`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
    });
    expect(response.status).toBe(400);
    expect((await browser.open(secrets())).status).toBe(200);
  });
});

function unsigned(header: object): string {
  const payload = {
    aud: testClientId,
    sub: 'jo',
    iat: Math.floor(Date.now() / 1000),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  };
  return `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.c2lnbmF0dXJl`;
}

describe('a provider that is down at the start', () => {
  test('is told, and found as soon as it is there', async () => {
    await app.close();
    const port = await freePort();
    app = await startConsole(`http://127.0.0.1:${port}`);
    const page = await new TestBrowser().visit(`${consoleUrl}/acme/templates`);
    expect(page.response.status).toBe(503);
    expect(await page.response.text()).toContain('Sign-in is not available');
    expect(log.text()).toContain('the sign-in provider does not answer');
    expect((await fetch(`${consoleUrl}/healthz`)).status).toBe(200);
    const late = await startTestProvider(consoleUrl, port);
    const { url } = await new TestBrowser().visit(`${consoleUrl}/acme/templates`);
    expect(url.href).toBe(`${consoleUrl}/acme/templates`);
    await late.stop();
  });
});
