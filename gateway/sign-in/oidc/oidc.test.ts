import { describe, expect, test } from 'vitest';
import { freePort } from '../../testing/free-port.ts';
import { TestBrowser } from '../../testing/test-browser.ts';
import { startTestProvider } from '../../testing/test-provider.ts';
import { useConsole } from './testing/use-console.ts';

const { app, consoleUrl, log, provider, secrets, sessionCookie, signIn, startConsole, upstream } =
  useConsole();

describe('somebody who has not signed in', () => {
  test('gets an error in the API’s shape, and nothing is sent', async () => {
    const response = await new TestBrowser().open(secrets());
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      error: { code: 'SignInRequired', target: 'console-gateway' },
    });
    expect((await new TestBrowser().open(`${consoleUrl()}/config.json`)).status).toBe(401);
    expect(upstream().received).toEqual([]);
  });

  test('can read the health, and is sent from a page to the sign-in', async () => {
    expect((await new TestBrowser().open(`${consoleUrl()}/healthz`)).status).toBe(200);
    const page = await new TestBrowser().open(`${consoleUrl()}/acme/templates?a=1`);
    expect([page.status, page.headers.get('location')]).toEqual([
      302,
      '/auth/sign-in?to=%2Facme%2Ftemplates%3Fa%3D1',
    ]);
  });

  test('is not let in by an invented session', async () => {
    const headers = { cookie: `${sessionCookie()}=invented` };
    expect((await fetch(secrets(), { headers })).status).toBe(401);
  });
});

/** The parameters of the request to the provider. */
async function askForAddress(): Promise<URLSearchParams> {
  const response = await new TestBrowser().open(`${consoleUrl()}/auth/sign-in`);
  return new URL(response.headers.get('location') ?? '').searchParams;
}

test('a tab that only signs in ends on a page that closes itself and needs sign-in', async () => {
  const stranger = await new TestBrowser().open(`${consoleUrl()}/auth/signed-in`);
  expect([stranger.status, stranger.headers.get('location')]).toEqual([
    302,
    '/auth/sign-in?to=%2Fauth%2Fsigned-in',
  ]);
  const { url, response } = await new TestBrowser().visit(`${consoleUrl()}/auth/signed-in`);
  expect(url.href).toBe(`${consoleUrl()}/auth/signed-in`);
  const [, nonce] = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
  expect(await response.text()).toContain(`<script nonce="${nonce}">close()</script>`);
});

const isCallback = (url: URL) => url.pathname === '/auth/callback';

describe('signing in', () => {
  test('leads back to the wanted page, and the console knows the person', async () => {
    const browser = new TestBrowser();
    const { url } = await browser.visit(`${consoleUrl()}/acme/docker-registry-secrets?search=a`);
    expect(url.href).toBe(`${consoleUrl()}/acme/docker-registry-secrets?search=a`);
    const config: unknown = await (await browser.open(`${consoleUrl()}/config.json`)).json();
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
    expect(upstream().received).toHaveLength(1);
  });

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/auth/sign-out',
  ])('leads nowhere else: %j', async (to) => {
    const { url } = await new TestBrowser().visit(
      `${consoleUrl()}/auth/sign-in?to=${encodeURIComponent(to)}`,
    );
    expect(url.href).toBe(`${consoleUrl()}/`);
  });

  test('asks with PKCE, a state and a nonce, all new every time', async () => {
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
  ])('an answer that does not match the %s of its attempt is refused', async (part, status) => {
    const browser = new TestBrowser();
    const { url } = await browser.visit(`${consoleUrl()}/auth/sign-in`, isCallback);
    const cookies = browser.cookies(consoleUrl());
    const [[name, value] = ['', '']] = cookies;
    const attempt: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
    const changed = JSON.stringify({ ...Object(attempt), [part]: 'x'.repeat(43) });
    cookies.set(name, Buffer.from(changed).toString('base64url'));
    const response = await browser.open(url.href);
    expect([response.status, cookies.has(sessionCookie())]).toEqual([status, false]);
    expect(await response.text()).toContain('Sign in</a>');
  });

  test('an answer counts only once, and only in the browser that asked', async () => {
    const browser = new TestBrowser();
    const { url } = await browser.visit(`${consoleUrl()}/auth/sign-in`, isCallback);
    const attempt = new Map(browser.cookies(consoleUrl()));
    const other = new TestBrowser();
    expect((await other.open(url.href)).status).toBe(400);
    expect((await browser.open(url.href)).status).toBe(302);
    for (const [name, value] of attempt) other.cookies(consoleUrl()).set(name, value);
    expect((await other.open(url.href)).status).toBe(403);
    expect(other.cookies(consoleUrl()).has(sessionCookie())).toBe(false);
  });

  test('a browser that refuses cookies always ends on a page that says so', async () => {
    const browser = new TestBrowser();
    for (const path of ['/acme/templates', '/auth/sign-in?to=/acme/templates']) {
      const { url } = await browser.visit(`${consoleUrl()}${path}`, isCallback);
      browser.cookies(consoleUrl()).clear();
      const { response } = await browser.visit(url.href);
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringContaining('Allow cookies for this site'),
      ]);
    }
  });

  test('an answer that names two attempts belongs to none', async () => {
    const answer = await new TestBrowser().open(`${consoleUrl()}/auth/callback?state=a&state=b`);
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('This sign-in has ended'),
    ]);
  });

  test('several tabs can sign in at once, and their cookies do not pile up', async () => {
    const browser = new TestBrowser();
    const first = await browser.visit(`${consoleUrl()}/auth/sign-in?to=/a`, isCallback);
    const second = await browser.visit(`${consoleUrl()}/auth/sign-in?to=/b`, isCallback);
    expect((await browser.visit(second.url.href)).url.pathname).toBe('/b');
    expect((await browser.visit(first.url.href)).url.pathname).toBe('/a');
    for (let count = 0; count < 20; count += 1) await browser.open(`${consoleUrl()}/auth/sign-in`);
    expect(browser.cookies(consoleUrl()).size).toBeLessThan(8);
  });

  test('logs no code, cookie, token or client secret', async () => {
    const browser = await signIn();
    await browser.open(secrets());
    const session = browser.cookies(consoleUrl()).get(sessionCookie()) ?? 'none';
    expect(log().text()).toContain('/auth/callback');
    for (const secret of [session, provider().clientSecret, 'code=', 'eyJ'])
      expect(log().text()).not.toContain(secret);
  });
});

describe('a provider that is down at the start', () => {
  test('is reported, and used as soon as it runs', async () => {
    await app().close();
    const port = await freePort();
    await startConsole(`http://127.0.0.1:${port}`);
    const page = await new TestBrowser().visit(`${consoleUrl()}/acme/templates`);
    expect(page.response.status).toBe(503);
    expect(await page.response.text()).toContain('Sign-in is not available');
    expect(log().text()).toContain('the sign-in provider does not answer');
    expect((await fetch(`${consoleUrl()}/healthz`)).status).toBe(200);
    const late = await startTestProvider(consoleUrl(), port);
    const { url } = await new TestBrowser().visit(`${consoleUrl()}/acme/templates`);
    expect(url.href).toBe(`${consoleUrl()}/acme/templates`);
    await late.stop();
  });
});

test('a provider that stops answering during a sign-in is reported as such', async () => {
  await app().close();
  const own = await startTestProvider(consoleUrl());
  await startConsole(own.issuer);
  const browser = new TestBrowser();
  const { url } = await browser.visit(`${consoleUrl()}/auth/sign-in`, isCallback);
  await own.stop();
  const page = await browser.open(url.href);
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('does not answer')]);
});

test('a provider that changes its key is accepted at the second try', async () => {
  await app().close();
  const port = await freePort();
  const first = await startTestProvider(consoleUrl(), port);
  await startConsole(first.issuer);
  await signIn();
  await first.stop();
  const second = await startTestProvider(consoleUrl(), port);
  const browser = new TestBrowser();
  const { response } = await browser.visit(`${consoleUrl()}/acme/templates`);
  const page = await response.text();
  expect([response.status, page]).toEqual([403, expect.stringContaining('did not confirm who you are')]);
  const [, again = ''] = /href="([^"]*sign-in[^"]*)"/.exec(page) ?? [];
  const { url } = await browser.visit(`${consoleUrl()}${again}`);
  expect(url.href).toBe(`${consoleUrl()}/acme/templates`);
  await second.stop();
});
