import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { allowedRoutes } from '../forwarding/allow-list.ts';
import { openStore, type Store } from '../store/store.ts';
import { buildTestKey, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, headerSignIn, openTestTenants } from '../testing/test-app.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const tenantRoutes = '/api/tenants/:tenantId';
const ownRoutes = ['/credential-exports', '/secret-notes', '/secret-notes/:name'];
const paths = [...Object.keys(allowedRoutes), ...ownRoutes];

const folder = mkdtempSync(join(tmpdir(), 'hidden-'));
const accessFile = join(folder, 'access.yaml');
writeFileSync(accessFile, 'groups: { acme-editors: { role: editor, tenants: ["acme-*"] } }');

let upstream: FakeUpstream;
let store: Store;
let app: FastifyInstance;
let search: MockInstance;
beforeAll(async () => {
  upstream = await startFakeUpstream();
  store = await openStore({}, pino({ level: 'silent' }));
  const tenants = await openTestTenants({
    'acme-vision': buildTestKey(upstream.url),
    globex: buildTestKey(upstream.url, { identityzoneid: 'g' }),
  });
  search = vi.spyOn(tenants, 'search');
  vi.spyOn(tenants, 'problems').mockReturnValue([{ source: 'globex.json', message: 'not JSON' }]);
  app = await buildTestApp(tenants, {
    store,
    accessFile,
    ...headerSignIn,
    approvalAbove: 1,
    limits: { writesPerMinute: 10_000, signInsPerMinute: 10 },
  });
});
afterAll(async () => {
  await app.close();
  await store.close();
  await upstream.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  search.mockClear();
  upstream.received.length = 0;
  await store.db.deleteFrom('auditEvents').execute();
});

interface Asked {
  method: (typeof methods)[number];
  url: string;
  body?: object;
}

/** The answer and the audit events of a call, without what differs in every answer. */
async function ask({ method, url, body = {} }: Asked, tenant: string) {
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(method);
  const answer = await app.inject({
    method,
    url,
    headers: {
      'x-user': 'jo',
      'x-groups': 'acme-editors',
      ...(hasBody && { 'content-type': 'application/json' }),
    },
    ...(hasBody && { body: JSON.stringify(body) }),
  });
  const { 'x-request-id': requestId = '', ...headers } = answer.headers;
  for (const name of ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset']) delete headers[name];
  const written = await store.db.selectFrom('auditEvents').selectAll().execute();
  await store.db.deleteFrom('auditEvents').execute();
  return {
    status: answer.statusCode,
    headers: JSON.stringify(headers).replaceAll(/'nonce-[\w-]+'/g, 'nonce'),
    body: answer.body.replace(String(requestId), 'id'),
    events: written.map(({ id: _id, time: _time, durationMs: _ms, requestId: _request, ...event }) => ({
      ...event,
      tenant: event.tenant === tenant ? 'that one' : event.tenant,
    })),
  };
}

describe('a hidden tenant and an unknown one look alike', () => {
  test.each(paths)('at %s, with every method, and neither is looked for', async (path) => {
    for (const method of methods) {
      const at = (tenant: string) => {
        const url = `${tenantRoutes}${path}`.replace(':tenantId', tenant).replace(':name', 'a-name');
        return ask({ method, url }, tenant);
      };
      const hidden = await at('globex');
      expect(hidden).toEqual(await at('nobody'));
      expect([method, hidden.status]).toEqual([method, 404]);
    }
    // A tenant that is not looked up takes no longer to answer than one that does not exist.
    expect(search).not.toHaveBeenCalled();
    expect(upstream.received).toEqual([]);
  });

  test('the paths above are all the paths below a tenant', () => {
    const known = new Set(listRoutes(app).map((route) => route.slice(tenantRoutes.length)));
    expect(known).toEqual(new Set(paths));
  });

  const plan = {
    operation: 'rollout',
    resource: 'dockerRegistrySecrets',
    name: 'a-secret',
    policy: 'skip',
    registries: [],
  };
  test.each<[string, (tenant: string) => Asked]>([
    [
      'in a plan',
      (tenant) => ({
        method: 'POST',
        url: '/api/rollout-plans',
        body: { ...plan, steps: [{ tenant, action: 'create' }] },
      }),
    ],
    ['in the audit', (tenant) => ({ method: 'GET', url: `/api/audit?tenant=${tenant}` })],
    ['in its CSV', (tenant) => ({ method: 'GET', url: `/api/audit.csv?tenant=${tenant}` })],
    [
      'at an address with escapes',
      (tenant) => ({ method: 'GET', url: `/%61pi/tenants/${tenant}/secret-notes` }),
    ],
  ])('%s', async (_place, build) => {
    expect(await ask(build('globex'), 'globex')).toEqual(await ask(build('nobody'), 'nobody'));
    expect(search).not.toHaveBeenCalled();
  });
});

test('no list names a hidden tenant or sends it a request', async () => {
  const headers = { 'x-user': 'jo', 'x-groups': 'acme-editors' };
  const read = async (url: string) => (await app.inject({ url, headers })).body;
  for (const url of ['/config.json', '/api/overview']) expect(await read(url)).toContain('acme-vision');
  const urls = ['/config.json', '/api/overview', '/api/secret-notes', '/api/expiries', '/api/rollout-plans'];
  for (const url of urls) expect(await read(url)).not.toContain('globex');
  // For the tenant that is not hidden.
  expect(upstream.tokenRequests).toHaveLength(1);
});

/** The patterns of all routes below a tenant, read from the tree that Fastify prints. */
function listRoutes(server: FastifyInstance): string[] {
  const parts: string[] = [];
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part, ofMethods] = /^([│ ]*)[├└]── (\S*)(?: \((.+)\))?/.exec(line) ?? [];
      if (part === undefined) return [];
      parts.splice(indent.length / 4, parts.length, part);
      const route = parts.join('');
      return ofMethods !== undefined && route.startsWith(`${tenantRoutes}/`) ? [route] : [];
    });
}
