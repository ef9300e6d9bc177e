import { afterEach, describe, expect, test, vi } from 'vitest';
import { TestBrowser } from '../../testing/test-browser.ts';
import { testClientId } from '../../testing/test-provider.ts';
import { useConsole } from './testing/use-console.ts';

const { app, consoleUrl, provider, secrets, sessionCookie, signIn, store, upstream } = useConsole();

afterEach(() => vi.useRealTimers());

describe('a session', () => {
  test('lets only the console’s own pages write', async () => {
    const browser = await signIn();
    const write = (origin: string) =>
      browser.open(secrets(), {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: '{}',
      });
    expect((await write('https://evil.example')).status).toBe(403);
    expect(upstream().received).toEqual([]);
    expect((await write(consoleUrl())).status).toBe(200);
  });

  test('ends with signing out, also for a copy of its cookie, and at the provider', async () => {
    const browser = await signIn();
    const copy = new TestBrowser();
    const cookie = browser.cookies(consoleUrl()).get(sessionCookie()) ?? '';
    copy.cookies(consoleUrl()).set(sessionCookie(), cookie);
    expect((await copy.open(secrets())).status).toBe(200);
    const response = await browser.open(`${consoleUrl()}/auth/sign-out`);
    const location = new URL(response.headers.get('location') ?? '');
    expect(`${location.origin}${location.pathname}`).toBe(`${provider().issuer}/session/end`);
    expect(location.searchParams.get('post_logout_redirect_uri')).toBe(`${consoleUrl()}/auth/signed-out`);
    expect(location.searchParams.get('client_id')).toBe(testClientId);
    expect(browser.cookies(consoleUrl()).has(sessionCookie())).toBe(false);
    expect((await copy.open(secrets())).status).toBe(401);
    const after = await browser.open(`${consoleUrl()}/auth/signed-out`);
    expect(await after.text()).toContain('You are signed out');
  });

  test('is in the audit when it begins and ends, with the person', async () => {
    const browser = await signIn();
    await browser.open(`${consoleUrl()}/auth/sign-out`);
    const events = await store()
      .db.selectFrom('auditEvents')
      .select(['action', 'outcome', 'actorName'])
      .orderBy('id')
      .execute();
    expect(events).toEqual([
      { action: 'sign-in', outcome: 'done', actorName: 'Jo Weber' },
      { action: 'sign-out', outcome: 'done', actorName: 'Jo Weber' },
    ]);
  });

  test('that fails to begin or end causes no event of its own, however often it is tried', async () => {
    // Refusals are counted by the minute, which must not end during the test.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    for (let times = 0; times < 5; times += 1) {
      await new TestBrowser().open(`${consoleUrl()}/auth/callback?state=invented`);
      await new TestBrowser().open(`${consoleUrl()}/auth/sign-out`);
    }
    expect(await store().db.selectFrom('auditEvents').select('action').execute()).toEqual([]);
    await app().close();
    const events = await store()
      .db.selectFrom('auditEvents')
      .select(['action', 'status', 'subject'])
      .execute();
    expect(events.map(({ action, status }) => [action, status])).toEqual([['refusals', 400]]);
    expect(events[0]?.subject).toBe('{"count":5}');
  });

  test('that the store cannot read now is neither accepted nor ended', async () => {
    const browser = await signIn();
    await store().close();
    const response = await browser.open(secrets());
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { error: { code: 'SignInUnavailable' } },
    ]);
    expect(upstream().received).toEqual([]);
    expect(browser.cookies(consoleUrl()).has(sessionCookie())).toBe(true);
  });

  test('that cannot be read, stored or ended now gets a page that says so', async () => {
    const browser = await signIn();
    await store().db.schema.dropTable('sessions').execute();
    const newcomer = new TestBrowser();
    for (const visit of [
      () => browser.visit(`${consoleUrl()}/acme/templates`),
      () => newcomer.visit(`${consoleUrl()}/acme/templates`),
      () => browser.visit(`${consoleUrl()}/auth/sign-out`),
    ]) {
      const { response } = await visit();
      expect([response.status, await response.text()]).toEqual([
        503,
        expect.stringContaining('The console is not available'),
      ]);
    }
    expect(browser.cookies(consoleUrl()).has(sessionCookie())).toBe(true);
    expect(newcomer.cookies(consoleUrl()).has(sessionCookie())).toBe(false);
  });

  test('is not ended by a link on another site', async () => {
    const browser = await signIn();
    const response = await browser.open(`${consoleUrl()}/auth/sign-out`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(response.status).toBe(403);
    expect((await browser.open(secrets())).status).toBe(200);
  });

  test('ends when the provider says so', async () => {
    const browser = await signIn();
    const other = await signIn();
    const page = await (
      await browser.open(`${provider().issuer}/session/end?client_id=${testClientId}`)
    ).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await browser.open(`${provider().issuer}/session/end/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    await expect.poll(async () => (await browser.open(secrets())).status).toBe(401);
    // The same person's session in another browser is a different one.
    expect((await other.open(secrets())).status).toBe(200);
  });

  test.each([
    ['nothing', ''],
    ['an unsigned token', unsigned({ alg: 'none' })],
    ['a token of a foreign key', unsigned({ alg: 'RS256', kid: 'test' })],
  ])('is not ended by %s', async (_case, token) => {
    const browser = await signIn();
    const response = await fetch(`${consoleUrl()}/auth/back-channel-logout`, {
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
