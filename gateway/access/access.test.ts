import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildTestKey, startFakeUpstream, type FakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, headerSignIn, openTestTenants } from '../testing/test-app.ts';
import { createAccess } from './access.ts';
import { findGrants } from './grants.ts';
import type { Grant } from './roles.ts';

const folder = mkdtempSync(join(tmpdir(), 'access-'));
const accessFile = join(folder, 'access.yaml');
writeFileSync(
  accessFile,
  `groups:
  admins: { role: editor, tenants: ["*"] }
  vision: { role: viewer, tenants: ["acme-*"] }
  auditors: { role: auditor, tenants: ["*"] }
  builders:
    - { role: editor, resources: [repositories], tenants: [acme-vision] }
`,
);

let upstream: FakeUpstream;
let app: FastifyInstance;
let appWithoutFile: FastifyInstance;
beforeAll(async () => {
  upstream = await startFakeUpstream();
  const keys = {
    'acme-vision': buildTestKey(upstream.url),
    globex: buildTestKey(upstream.url, { identityzoneid: 'g' }),
  };
  const checks = { allowedHosts: [] };
  app = await buildTestApp(await openTestTenants(keys), { ...headerSignIn, accessFile, checks });
  appWithoutFile = await buildTestApp(await openTestTenants(keys), headerSignIn);
});
afterAll(async () => {
  await app.close();
  await appWithoutFile.close();
  await upstream.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  upstream.received.length = 0;
});

interface Call {
  groups: string;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  tenant?: string;
  path?: string;
}

async function call({
  groups,
  method = 'GET',
  tenant = 'acme-vision',
  path = 'dockerRegistrySecrets',
}: Call) {
  const response = await app.inject({
    method,
    url: `/api/tenants/${tenant}/v2/admin/${path}`,
    headers: {
      'x-user': 'jo',
      'x-groups': groups,
      ...(['POST', 'PATCH', 'PUT'].includes(method) ? { 'content-type': 'application/json' } : {}),
    },
    ...(['POST', 'PATCH', 'PUT'].includes(method) ? { payload: '{}' } : {}),
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.json<{ error?: { code: string } }>(),
  };
}

describe('what is forwarded', () => {
  test.each<[Call, 200 | 403 | 404]>([
    [{ groups: 'admins', method: 'POST' }, 200],
    [{ groups: 'admins', method: 'DELETE', path: 'repositories/a', tenant: 'globex' }, 200],
    [{ groups: 'vision' }, 200],
    [{ groups: 'vision', path: 'tenantInfo' }, 200],
    [{ groups: 'vision', method: 'POST' }, 403],
    [{ groups: 'vision', method: 'PATCH', path: 'dockerRegistrySecrets/a' }, 403],
    [{ groups: 'vision', method: 'DELETE', path: 'repositories/a' }, 403],
    [{ groups: 'auditors', method: 'DELETE', path: 'repositories/a' }, 403],
    [{ groups: 'auditors', tenant: 'globex' }, 200],
    [{ groups: 'builders', method: 'POST', path: 'repositories' }, 200],
    [{ groups: 'builders', path: 'resourceQuota/repositories' }, 200],
    [{ groups: 'builders', path: 'resourceQuota/dockerRegistrySecrets' }, 403],
    [{ groups: 'builders' }, 403],
    [{ groups: 'builders', path: 'applications' }, 403],
    [{ groups: 'aicore_admin_applications_viewer', path: 'applications/a/status' }, 200],
    [{ groups: 'aicore_admin_applications_viewer', path: 'resourceQuota/applications' }, 200],
    [{ groups: 'aicore_admin_applications_viewer', path: 'applications/a/refresh', method: 'POST' }, 403],
    [{ groups: 'aicore_admin_applications_editor', path: 'applications/a/refresh', method: 'POST' }, 200],
    [{ groups: 'builders,vision' }, 200],
    [{ groups: 'vision', tenant: 'globex' }, 404],
    [{ groups: 'unheard-of' }, 404],
    [{ groups: '' }, 404],
    [{ groups: 'aicore_admin_dockerregistrysecret_viewer', tenant: 'globex' }, 200],
    [{ groups: 'aicore_admin_dockerregistrysecret_viewer', tenant: 'globex', method: 'POST' }, 403],
    [{ groups: 'aicore_admin_dockerregistrysecret_editor', tenant: 'globex', method: 'POST' }, 200],
    [{ groups: 'aicore_admin_dockerregistrysecret_editor', path: 'repositories' }, 403],
  ])('%j is answered with %i', async (what, status) => {
    const answer = await call(what);
    expect(answer.status).toBe(status);
    expect(upstream.received).toHaveLength(status === 200 ? 1 : 0);
    const code = { 200: undefined, 403: 'AccessDenied', 404: 'UnknownTenant' }[status];
    expect(answer.body.error?.code).toBe(code);
  });

  test('an address written with escapes opens nothing', async () => {
    const headers = { 'x-user': 'jo', 'x-groups': 'vision' };
    const urls = [
      '/api/tenants/%67lobex/v2/admin/dockerRegistrySecrets',
      '/api/tenants/acme-vision%2f..%2fglobex/v2/admin/dockerRegistrySecrets',
      '/api/tenants/acme-vision/../globex/v2/admin/dockerRegistrySecrets',
      '/%61pi/tenants/globex/v2/admin/dockerRegistrySecrets',
    ];
    for (const url of urls) expect((await app.inject({ url, headers })).statusCode).toBe(404);
    expect(upstream.received).toEqual([]);
  });

  test('a hidden tenant answers like one that does not exist, whatever the call', async () => {
    for (const [method, path] of [
      ['GET', 'dockerRegistrySecrets'],
      ['POST', 'dockerRegistrySecrets'],
      ['PUT', 'dockerRegistrySecrets'],
      ['GET', 'repositories/a'],
    ] as const) {
      const hidden = await call({ groups: 'vision', tenant: 'globex', method, path });
      const unknown = await call({ groups: 'vision', tenant: 'nobody', method, path });
      const bare = ({ status, headers, body }: typeof hidden) => ({
        status,
        names: Object.keys(headers),
        length: headers['content-length'],
        error: { ...body.error, requestId: '' },
      });
      expect(bare(hidden)).toEqual(bare(unknown));
      expect(hidden.status).toBe(404);
    }
  });
});

describe('a check of credentials', () => {
  test.each([
    ['admins', true],
    ['builders', true],
    ['vision,builders', true],
    ['vision', false],
    ['auditors', false],
    ['unheard-of', false],
    ['aicore_admin_repositories_editor', true],
  ])('is open to %s, if they may write anywhere: %j', async (groups, may) => {
    const headers = { 'x-user': 'jo', 'x-groups': groups, 'content-type': 'application/json' };
    for (const url of ['/api/registry-checks', '/api/repository-checks']) {
      const answer = await app.inject({ method: 'POST', url, headers, payload: '{}' });
      // An empty request holds nothing to check.
      expect([url, answer.statusCode, answer.json().error.code]).toEqual([
        url,
        ...(may ? [400, 'BadRequest'] : [403, 'AccessDenied']),
      ]);
    }
    const config = await app.inject({ url: '/config.json', headers: { 'x-user': 'jo', 'x-groups': groups } });
    expect(config.json().checks).toBe(may ? true : undefined);
  });
});

async function readConfig(server: FastifyInstance, groups: string) {
  const response = await server.inject({
    url: '/config.json',
    headers: { 'x-user': 'jo', 'x-groups': groups },
  });
  return response.json<{ connections: { id: string; access: unknown }[]; signIn: unknown }>();
}

describe('/config.json', () => {
  test.each([
    ['admins', { 'acme-vision': [['*'], ['*'], true], globex: [['*'], ['*'], true] }],
    ['vision', { 'acme-vision': [['*'], [], false] }],
    ['auditors', { 'acme-vision': [['*'], [], true], globex: [['*'], [], true] }],
    ['vision,builders', { 'acme-vision': [['*'], ['repositories'], false] }],
    ['unheard-of', {}],
  ])('shows %s their tenants and rights', async (groups, expected) => {
    const { connections } = await readConfig(app, groups);
    const wanted = Object.entries(expected).map(([id, [readable, write, audit]]) => ({
      id,
      access: { read: readable, write, audit },
    }));
    expect(connections.map(({ id, access }) => ({ id, access }))).toEqual(wanted);
  });

  test('says who has signed in, and whether everybody may do everything', async () => {
    expect((await readConfig(app, 'vision')).signIn).toEqual({ mode: 'header', person: { name: 'jo' } });
    const { signIn: open, connections } = await readConfig(appWithoutFile, '');
    expect(open).toEqual({ mode: 'header', person: { name: 'jo' }, everybodyEdits: true });
    const everything = { read: ['*'], write: ['*'], audit: true };
    expect(connections.map(({ access }) => access)).toEqual([everything, everything]);
  });
});

const person = { id: 'jo', name: 'Jo', issuer: 'x', groups: ['team'] };
const editor: Grant = { role: 'editor', resource: '*', tenants: ['*'] };
const rolesOf = (roles: string[]) => findGrants({ ...person, roles }, undefined);

describe('findGrants', () => {
  test('roles that the issuer gives count, and then nobody is an editor by default', () => {
    expect(rolesOf([])).toEqual([]);
    expect(rolesOf(['viewer'])).toEqual([{ ...editor, role: 'viewer' }]);
    expect(rolesOf(['constructor'])).toEqual([]);
    expect(rolesOf(['aicore_admin_repositories_editor'])).toEqual([{ ...editor, resource: 'repositories' }]);
  });

  test('a group with the name of a role grants nothing unless the file says so', () => {
    const groups = new Map([['team', []]]);
    expect(findGrants({ ...person, groups: ['editor'] }, groups)).toEqual([]);
    expect(findGrants(person, groups)).toEqual([]);
    expect(findGrants(undefined, groups)).toEqual([editor]);
  });

  test('what the file says about a role name of SAP wins', () => {
    const name = 'ailaunchpad_aicore_admin_editor';
    expect(findGrants({ ...person, groups: [name] }, new Map([[name, []]]))).toEqual([]);
    expect(findGrants({ ...person, groups: [name] }, new Map())).toEqual([editor]);
  });
});

test('the groups of a person are looked up once for all tenants, and again after the file has changed', () => {
  let lookedUp = 0;
  class Groups extends Map<string, Grant[]> {
    override get(group: string) {
      lookedUp += 1;
      return super.get(group);
    }
  }
  let groups = new Groups([['admins', [editor]]]);
  const access = createAccess({ groups: () => groups, close: () => undefined }, { issuerGivesRoles: false });
  const jo = { ...person, groups: ['admins', 'a', 'b'] };
  const may = () => access.may(jo, 'write', { tenantId: 'acme', resource: undefined });
  expect([may(), may(), access.sees(jo, 'globex'), lookedUp]).toEqual([true, true, true, 3]);
  groups = new Groups([['admins', [{ ...editor, role: 'viewer' }]]]);
  expect([may(), access.sees(jo, 'globex'), lookedUp]).toEqual([false, true, 6]);
});
