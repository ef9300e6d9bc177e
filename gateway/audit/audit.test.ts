import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildTestKey, sendJson, startFakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, headerSignIn, openTestTenants } from '../testing/test-app.ts';
import { describeStores, type TestStore } from '../testing/test-stores.ts';
import type { AuditEvent } from './audit-event.ts';
import { createAuditLog } from './audit-log.ts';

const accessFile = new URL('testing/access.yaml', import.meta.url).pathname;
const planted = [
  'ghp_0123456789abcdefghijABCDEFGHIJ456789',
  'planted-registry-password',
  'planted-git-password',
];
const [token = '', password = '', gitPassword = ''] = planted;

const upstream = await startFakeUpstream();
afterAll(() => upstream.close());

interface Call {
  groups?: string;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
}

function dockerConfig(auths: Record<string, unknown>): unknown {
  return { '.dockerconfigjson': JSON.stringify({ auths }) };
}

/** The audit log is the same in both databases. */
function describeAudit(openTestStore: () => Promise<TestStore>): void {
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

  const call = ({ groups = 'admins', method = 'GET', url, body, headers }: Call) =>
    app.inject({
      method,
      url,
      headers: {
        'x-user': 'jo-1',
        'x-name': 'Jo',
        'x-groups': groups,
        ...headers,
        ...(method !== 'GET' && method !== 'DELETE' && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const readEvents = async (query = '', groups = 'admins') => {
    const answer = await call({ url: `/api/audit${query}`, groups });
    expect(answer.statusCode).toBe(200);
    return answer.json<{ events: AuditEvent[]; next?: number }>();
  };
  const readOutcomes = async (query: string) =>
    (await readEvents(query)).events.map(({ name, outcome }) => [name, outcome]);
  const secrets = '/api/tenants/acme/v2/admin/dockerRegistrySecrets';
  const register = (name: string, tenant = 'acme') =>
    call({
      method: 'POST',
      url: secrets.replace('acme', tenant),
      body: { name, data: dockerConfig({ 'ghcr.io': { username: 'octo', password } }) },
    });

  test('says who did what to which secret, from where and how it ended', async () => {
    await register('docker-hub');
    const { events } = await readEvents();
    expect(events).toEqual([
      {
        id: expect.any(Number),
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        requestId: expect.stringMatching(/^[\w-]{36}$/),
        action: 'create',
        outcome: 'done',
        actor: { id: 'jo-1', name: 'Jo', issuer: 'proxy', groups: ['admins'] },
        address: '127.0.0.1',
        tenant: 'acme',
        resource: 'dockerRegistrySecrets',
        name: 'docker-hub',
        subject: { registries: [{ host: 'ghcr.io', username: 'octo' }] },
        status: 202,
        aiCoreRequestId: 'ai-core-1',
        durationMs: expect.any(Number),
      },
    ]);
  });

  test('says which folder an application reads, and that it was refreshed', async () => {
    const applications = secrets.replace('dockerRegistrySecrets', 'applications');
    const source = {
      repositoryUrl: `https://jo:${gitPassword}@git.example/r`,
      revision: 'main',
      path: 'a/b',
    };
    await call({ method: 'POST', url: applications, body: { applicationName: 'nightly', ...source } });
    await call({
      method: 'PATCH',
      url: `${applications}/nightly`,
      body: { ...source, revision: token, path: 'c' },
    });
    await call({ method: 'POST', url: `${applications}/nightly/refresh` });
    const of = { tenant: 'acme', resource: 'applications', name: 'nightly', outcome: 'done' };
    const url = 'https://git.example/r';
    const { events } = await readEvents();
    expect(events).toMatchObject([
      { ...of, action: 'refresh' },
      { ...of, action: 'change', subject: { url, path: 'c' } },
      { ...of, action: 'create', subject: { url, revision: 'main', path: 'a/b' } },
    ]);
    expect(opened.dump()).not.toContain(gitPassword);
    expect(opened.dump()).not.toContain(token);
    expect((await call({ url: '/api/audit.csv' })).body).toContain('https://git.example/r; main; a/b');
  });

  test('says in which resource group, and of an object store where it is and no credential', async () => {
    const url = '/api/tenants/acme/v2/admin/objectStoreSecrets';
    const group = '/api/tenants/acme/v2/admin/resourceGroups';
    const data = { AWS_ACCESS_KEY_ID: token, AWS_SECRET_ACCESS_KEY: password };
    await call({ method: 'POST', url: group, body: { resourceGroupId: 'Team-A' } });
    await call({
      method: 'POST',
      url,
      body: { name: 'default', type: 'S3', bucket: 'models', data },
      headers: { 'ai-resource-group': 'Team-A' },
    });
    await call({ method: 'DELETE', url: `${url}/default`, headers: { 'ai-resource-group': 'Team-A' } });
    const { events } = await readEvents();
    const of = { tenant: 'acme', resource: 'objectStoreSecrets', name: 'default' };
    expect(events).toMatchObject([
      { ...of, action: 'delete', subject: { resourceGroup: 'Team-A' } },
      {
        ...of,
        action: 'create',
        subject: { resourceGroup: 'Team-A', storage: 'S3', settings: { bucket: 'models' } },
      },
      { action: 'create', resource: 'resourceGroups', name: 'Team-A' },
    ]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(planted.join('|')));
  });

  test('says of a generic secret how far it reaches and which keys it has, and none of its values', async () => {
    const url = '/api/tenants/acme/v2/admin/secrets';
    const data = { token: Buffer.from(password).toString('base64'), [token]: 'cGxhbnRlZA==' };
    const headers = { 'ai-tenant-scope': 'true', 'ai-resource-group': '*' };
    await call({ method: 'POST', url, body: { name: 'model-key', data }, headers });
    await call({ method: 'DELETE', url: `${url}/model-key`, headers: { 'ai-tenant-scope': 'true' } });
    const { events } = await readEvents();
    const of = { tenant: 'acme', resource: 'secrets', name: 'model-key' };
    expect(events).toMatchObject([
      { ...of, action: 'delete', subject: { scope: 'tenant' } },
      { ...of, action: 'create', subject: { scope: 'all-groups', keys: ['token'] } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp([...planted, data.token].join('|')));
  });

  test('stands in the store as begun before the call goes out', async () => {
    let before: unknown;
    upstream.answer = (_request, response) => {
      void opened.store.db
        .selectFrom('auditEvents')
        .select('outcome')
        .execute()
        .then((rows) => {
          before = rows;
          sendJson(response, 202, { message: 'ok' });
        });
    };
    await register('docker-hub');
    expect(before).toEqual([{ outcome: 'begun' }]);
  });

  test('what cannot be written down is not done', async () => {
    await opened.store.db.schema.dropTable('auditEvents').execute();
    const answer = await register('docker-hub');
    expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'AuditUnavailable']);
    expect(upstream.received).toEqual([]);
    expect((await call({ url: secrets })).statusCode).toBe(202);
  });

  test.each([
    [{ status: 400, code: 'x' }, 'failed'],
    [{ status: 500, code: 'x' }, 'failed'],
    [{ status: 504, code: 'x' }, 'unknown'],
  ])('%j of AI Core is %s', async ({ status, code }, outcome) => {
    upstream.answer = (_request, response) =>
      sendJson(response, status, { error: { code, message: 'no', requestId: 'ai-core-2' } });
    await register('docker-hub');
    expect((await readEvents()).events).toMatchObject([{ outcome, status, aiCoreRequestId: 'ai-core-2' }]);
  });

  test('a lost answer and a dead gateway leave an outcome that nobody knows', async () => {
    upstream.answer = (_request, response) => response.destroy();
    await register('lost');
    const log = createAuditLog(opened.store);
    const event = { requestId: 'r', action: 'delete', outcome: 'begun', tenant: 'acme' } as const;
    await log.write({ ...event, name: 'dead', time: '2026-01-01T00:00:00.000Z' });
    await log.write({ ...event, name: 'going-on', time: new Date().toISOString() });
    expect(await readOutcomes('')).toEqual([
      ['going-on', 'begun'],
      ['dead', 'unknown'],
      ['lost', 'unknown'],
    ]);
    expect(await readOutcomes('?outcome=unknown')).toEqual([
      ['dead', 'unknown'],
      ['lost', 'unknown'],
    ]);
    expect(await readOutcomes('?outcome=begun')).toEqual([['going-on', 'begun']]);
  });

  test('a refusal stands there too, and reading alone does not', async () => {
    await call({ url: secrets });
    await call({ url: secrets, method: 'POST', groups: 'viewers', body: { name: 'docker-hub' } });
    await call({ url: '/api/tenants/globex/v2/admin/dockerRegistrySecrets', groups: 'acme-auditors' });
    expect(upstream.received).toHaveLength(1);
    expect((await readEvents()).events).toMatchObject([
      { action: 'read', outcome: 'refused', status: 404, tenant: 'globex' },
      { action: 'create', outcome: 'refused', status: 403, tenant: 'acme' },
    ]);
  });

  test('the export of a credential stands there, without what was exported', async () => {
    const url = '/api/tenants/acme/credential-exports';
    const body = {
      name: 'docker-hub',
      form: 'kubernetes',
      registries: [{ host: 'ghcr.io', username: token }],
    };
    expect((await call({ method: 'POST', url, body })).statusCode).toBe(204);
    expect((await readEvents()).events).toMatchObject([
      {
        action: 'export',
        outcome: 'done',
        resource: 'dockerRegistrySecrets',
        name: 'docker-hub',
        subject: { form: 'kubernetes', registries: [{ host: 'ghcr.io' }] },
      },
    ]);
  });

  test('is shown to editors and auditors, of the tenants that are theirs', async () => {
    await register('one');
    await register('two', 'globex');
    const names = async (groups: string) =>
      (await readEvents('', groups)).events.map(({ tenant, name }) => `${tenant} ${name}`);
    expect(await names('admins')).toEqual(['globex two', 'acme one']);
    expect(await names('acme-auditors')).toEqual(['acme one']);
    const denied = await call({ url: '/api/audit', groups: 'viewers' });
    expect([denied.statusCode, denied.json().error.code]).toEqual([403, 'AccessDenied']);
    expect((await call({ url: '/api/audit.csv', groups: 'viewers' })).statusCode).toBe(403);
    // A filter widens nothing.
    expect((await readEvents('?tenant=globex', 'acme-auditors')).events).toEqual([]);
  });

  test('is filtered and read page by page, the newest first', async () => {
    for (const name of ['a1', 'a2', 'a3']) await register(name);
    await call({ method: 'DELETE', url: `${secrets}/a1` });
    const first = await readEvents('?limit=3');
    expect(first.events.map(({ action, name }) => [action, name])).toEqual([
      ['delete', 'a1'],
      ['create', 'a3'],
      ['create', 'a2'],
    ]);
    const rest = await readEvents(`?limit=3&cursor=${first.next}`);
    expect([rest.events.map(({ name }) => name), rest.next]).toEqual([['a1'], undefined]);
    const count = async (query: string) => (await readEvents(query)).events.length;
    expect(await count('?action=delete')).toBe(1);
    expect(await count('?action=delete,create&name=a1')).toBe(2);
    expect(await count('?user=JO')).toBe(4);
    expect(await count('?q=ACME')).toBe(4);
    expect(await count('?q=_')).toBe(0);
    expect(await count('?user=j%25')).toBe(0);
    expect(await count('?outcome=failed')).toBe(0);
    expect(await count('?from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z')).toBe(0);
    expect(await count('?from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59-12:00')).toBe(4);
    expect((await call({ url: '/api/audit?from=yesterday' })).statusCode).toBe(400);
    expect((await call({ url: '/api/audit?q=%00' })).statusCode).toBe(400);
  });

  test('leaves as CSV that no spreadsheet calculates, and as JSON', async () => {
    await register('a1');
    await createAuditLog(opened.store).write({
      requestId: 'r',
      time: '2026-01-01T00:00:00.000Z',
      action: 'delete',
      outcome: 'done',
      tenant: 'acme',
      actor: { id: '=cmd()', name: '=HYPERLINK("http://x")', issuer: 'proxy', groups: [] },
    });
    const csv = await call({ url: '/api/audit.csv' });
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body.split('\r\n')).toHaveLength(4);
    expect(csv.body).toContain(`"'=HYPERLINK(""http://x"")","'=cmd()"`);
    expect(csv.body).toContain('"ghcr.io (octo)"');
    const json = await call({ url: '/api/audit.json?action=delete' });
    expect(json.json()).toMatchObject([{ action: 'delete' }]);
    expect((await call({ url: '/api/audit.json?action=check' })).json()).toEqual([]);
  });

  test('holds no credential, whatever was typed in which place', async () => {
    const repositories = secrets.replace('dockerRegistrySecrets', 'repositories');
    const auth = Buffer.from(`${token}:${password}`).toString('base64');
    await call({
      method: 'POST',
      url: secrets,
      body: {
        name: 'secret',
        data: dockerConfig({
          'ghcr.io': { username: token, password },
          'quay.io': { auth },
          [`https://user:${password}@host.example/v1?token=${token}`]: { username: 'jo', password },
          'same.example': { username: password, password },
          [token]: { username: 'jo', password },
        }),
      },
    });
    await call({ method: 'POST', url: secrets, body: { name: token, data: dockerConfig({}) } });
    await call({
      method: 'POST',
      url: repositories,
      body: {
        url: `https://jo:${gitPassword}@git.example/r?x=${token}`,
        username: token,
        password: gitPassword,
      },
    });
    await call({ method: 'PATCH', url: `${secrets}/secret`, body: { name: 'x', password, token } });
    await call({
      method: 'POST',
      url: '/api/registry-checks',
      body: { registry: 'h', username: token, password },
    });
    await call({
      method: 'PUT',
      url: '/api/tenants/acme/secret-notes/secret',
      body: { note: `key ${token}` },
    });
    const { events } = await readEvents();
    expect(events.at(-1)?.subject?.registries).toEqual([
      { host: 'ghcr.io' },
      { host: 'quay.io' },
      { host: 'https://host.example/v1', username: 'jo' },
      { host: 'same.example' },
    ]);
    expect(events.length).toBeGreaterThanOrEqual(5);
    const dump = opened.dump();
    expect(dump).toContain('host.example');
    for (const credential of [...planted, auth, 'test-token-1', 'planted-client-secret']) {
      expect(dump).not.toContain(credential);
      expect(JSON.stringify(events)).not.toContain(credential);
    }
  });

  test('forgets what is older than it should be, in parts that hold nobody up', async () => {
    const parts: bigint[] = [];
    const db = opened.store.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (result.rows.length === 0) parts.push(result.numAffectedRows ?? 0n);
        return result;
      },
    });
    const log = createAuditLog({ ...opened.store, db });
    const event = { requestId: 'r', action: 'delete', outcome: 'done', tenant: 'acme' } as const;
    for (const _ of [1, 2, 3, 4, 5]) await log.write({ ...event, time: '2025-01-01T00:00:00.000Z' });
    await log.write({ ...event, time: '2026-11-01T00:00:00.000Z' });
    await log.clean(30, Date.parse('2026-11-28T00:00:00Z'), 2);
    expect(parts).toEqual([2n, 2n, 1n, 0n]);
    expect((await readEvents()).events).toHaveLength(1);
  });
}

describeStores('the audit log', describeAudit);
