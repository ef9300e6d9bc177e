import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { buildTestKey, sendJson, startFakeUpstream } from './fake-upstream.ts';
import { buildTestApp, headerSignIn, openTestTenants } from './test-app.ts';
import type { TestStore } from './test-stores.ts';

/** Who may do what: `admins` and `viewers` in every tenant, `acme-auditors` in acme. */
const accessFile = new URL('access.yaml', import.meta.url).pathname;

/** Answers each call to acme and globex with 202 unless a test changes that. */
export const upstream = await startFakeUpstream();
afterAll(() => upstream.close());

/** A request of somebody whom the proxy has signed in; by default Jo, one of the admins. */
interface Call {
  user?: string;
  groups?: string;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A gateway for each test, with its own store and the tenants acme and globex. */
export function useGateway(openTestStore: () => Promise<TestStore>) {
  let opened: TestStore;
  let app: FastifyInstance;
  beforeEach(async () => {
    upstream.received.length = 0;
    upstream.answer = (_request, response) =>
      sendJson(response, 202, { message: 'ok' }, { 'x-request-id': 'ai-core-1' });
    opened = await openTestStore();
    const keys = {
      acme: buildTestKey(upstream.url),
      globex: buildTestKey(upstream.url, { identityzoneid: 'g' }),
    };
    app = await buildTestApp(await openTestTenants(keys), {
      store: opened.store,
      ...headerSignIn,
      accessFile,
    });
  });
  afterEach(async () => {
    await app.close();
    await opened.remove();
  });

  const call = ({ user = 'Jo', groups = 'admins', method = 'GET', url, body, headers }: Call) =>
    app.inject({
      method,
      url,
      headers: {
        'x-user': `${user.toLowerCase()}-1`,
        'x-name': user,
        'x-groups': groups,
        ...headers,
        ...(method !== 'GET' && method !== 'DELETE' && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  return { app: () => app, opened: () => opened, call };
}
