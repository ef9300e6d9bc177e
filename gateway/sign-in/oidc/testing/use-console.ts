import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { buildTestKey, startFakeUpstream, type FakeUpstream } from '../../../testing/fake-upstream.ts';
import { freePort } from '../../../testing/free-port.ts';
import { buildTestApp, captureLog, openTestTenants } from '../../../testing/test-app.ts';
import { TestBrowser } from '../../../testing/test-browser.ts';
import { startTestProvider, testClientId, type TestProvider } from '../../../testing/test-provider.ts';
import { openStore, type Store } from '../../../store/store.ts';
import type { OidcSettings } from '../../sign-in-settings.ts';

/** A console for each test, with its own store, and one real provider for all; both listen. */
export function useConsole() {
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
    await startConsole(provider.issuer);
    upstream.received.length = 0;
  });
  afterEach(async () => {
    await app.close();
    await store.close();
  });

  async function startConsole(issuer: string): Promise<void> {
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
    app = await buildTestApp(tenants, { signIn: settings, allowedOrigins: [consoleUrl], store }, log);
    // The next console uses the same port: a connection kept open would be reused for it, and fail.
    app.server.maxRequestsPerSocket = 1;
    await app.listen({ host: '127.0.0.1', port: Number(new URL(consoleUrl).port) });
  }

  const sessionCookie = () => `console-${new URL(consoleUrl).port}-session`;

  async function signIn(path = '/acme/docker-registry-secrets?search=a'): Promise<TestBrowser> {
    const browser = new TestBrowser();
    await browser.visit(`${consoleUrl}${path}`);
    expect(browser.cookies(consoleUrl).has(sessionCookie())).toBe(true);
    return browser;
  }

  return {
    upstream: () => upstream,
    provider: () => provider,
    app: () => app,
    store: () => store,
    consoleUrl: () => consoleUrl,
    log: () => log,
    secrets: () => `${consoleUrl}/api/tenants/acme/v2/admin/dockerRegistrySecrets`,
    startConsole,
    sessionCookie,
    signIn,
  };
}
