import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AuditEvent } from '../audit/audit-event.ts';
import { buildTestKey, sendJson, startFakeUpstream } from '../testing/fake-upstream.ts';
import { buildTestApp, headerSignIn, openTestTenants } from '../testing/test-app.ts';
import { describeStores, type TestStore } from '../testing/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'console-roles-'));
afterAll(() => rmSync(folder, { recursive: true }));
const accessFile = join(folder, 'access.yaml');

/** Who may do what, besides those groups. */
function rolesOf(more: Record<string, string>): string {
  const roles = { editors: 'editor', viewers: 'viewer', ...more };
  const groups = Object.entries(roles).map(([group, role]) => [group, { role, tenants: ['*'] }] as const);
  const ofAcme = { role: 'editor', tenants: ['acme'] };
  return JSON.stringify({ groups: { ...Object.fromEntries(groups), 'acme-editors': ofAcme } });
}
const tenantIds = ['acme', 'globex', 'initech', 'umbrella'];
const password = 'planted-registry-password';

const upstream = await startFakeUpstream();
afterAll(() => upstream.close());

interface Call {
  user?: string;
  groups?: string;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  body?: unknown;
  app?: FastifyInstance;
}
interface ShownPlan {
  id: string;
  digest: string;
  state: string;
  partOf?: { id: string; like: string };
  isOwn: boolean;
  mayDecide: boolean;
  reason?: string;
  decidedBy?: { name: string };
  uses: { tenant: string; outcome: string }[];
}

const registries = [{ host: 'ghcr.io', username: 'octo' }];
const planned = {
  operation: 'rollout',
  resource: 'dockerRegistrySecrets',
  name: 'docker-hub',
  registries,
  policy: 'update',
  steps: tenantIds.map((tenant) => ({ tenant, action: 'create' })),
};

/** Whoever may write, two tenants at a time are nobody's business. */
function describeApprovals(openTestStore: () => Promise<TestStore>): void {
  let opened: TestStore;
  let app: FastifyInstance;
  const apps: FastifyInstance[] = [];

  async function startGateway(): Promise<FastifyInstance> {
    const keys = tenantIds.map((id) => [id, buildTestKey(upstream.url, { identityzoneid: id })]);
    const started = await buildTestApp(await openTestTenants(Object.fromEntries(keys)), {
      store: opened.store,
      ...headerSignIn,
      accessFile,
      approvalAbove: 2,
    });
    apps.push(started);
    return started;
  }
  beforeEach(async () => {
    writeFileSync(accessFile, rolesOf({ deputies: 'editor' }));
    upstream.received.length = 0;
    upstream.answer = (_request, response) => sendJson(response, 202, { message: 'ok' });
    opened = await openTestStore();
    app = await startGateway();
  });
  afterEach(async () => {
    for (const one of apps.splice(0)) await one.close();
    await opened.remove();
  });

  const call = ({ user = 'jo', groups = 'editors', method = 'GET', url, body, app: at = app }: Call) =>
    at.inject({
      method,
      url,
      headers: {
        'x-user': user,
        'x-name': user.toUpperCase(),
        'x-groups': groups,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const write = async (tenant: string, change: Partial<Call> & { name?: string; host?: string } = {}) => {
    const { name = 'docker-hub', host = 'ghcr.io', method = 'POST', ...rest } = change;
    const auths = { [host]: { username: 'octo', password } };
    const data = { '.dockerconfigjson': JSON.stringify({ auths }) };
    const url = `/api/tenants/${tenant}/v2/admin/dockerRegistrySecrets${method === 'POST' ? '' : `/${name}`}`;
    const answer = await call({ method, url, ...(method !== 'DELETE' && { body: { name, data } }), ...rest });
    return answer.statusCode === 202 ? 'sent' : answer.json<{ error: { code: string } }>().error.code;
  };
  const sendApplication = async (tenant: string, name: string, path = '') => {
    const url = `/api/tenants/${tenant}/v2/admin/applications${path}`;
    const body = { applicationName: name, repositoryUrl: 'https://git.example/r', path: '.' };
    return (await call({ method: 'POST', url, body })).statusCode;
  };
  const ask = async (change: object = {}, user = 'jo') => {
    const url = '/api/rollout-plans';
    const answer = await call({ user, method: 'POST', url, body: { ...planned, ...change } });
    expect(answer.statusCode).toBe(201);
    return answer.json<ShownPlan>();
  };
  const decide = (plan: ShownPlan, how: string, change: Partial<Call> & { reason?: string } = {}) => {
    const { reason = 'as agreed', ...rest } = change;
    const url = `/api/rollout-plans/${plan.id}/${how}`;
    return call({ user: 'kim', method: 'POST', url, body: { digest: plan.digest, reason }, ...rest });
  };
  const listPlans = async (user: string, groups = 'editors') =>
    (await call({ user, groups, url: '/api/rollout-plans' })).json<{ plans: ShownPlan[] }>().plans;

  test('one more tenant within an hour is refused and not sent, whichever gateway it reaches', async () => {
    const other = await startGateway();
    expect(await write('acme')).toBe('sent');
    expect(await write('globex', { app: other, method: 'PATCH' })).toBe('sent');
    expect(await write('initech')).toBe('ApprovalNeeded');
    expect(await write('initech', { app: other })).toBe('ApprovalNeeded');
    expect(upstream.received.filter(({ url }) => url?.includes('dockerRegistrySecrets'))).toHaveLength(2);
    // The same tenants again, another secret, another person and the other direction are all something else.
    expect(await write('acme', { method: 'PATCH' })).toBe('sent');
    expect(await write('initech', { name: 'ghcr' })).toBe('sent');
    expect(await write('initech', { user: 'kim' })).toBe('sent');
    expect(await write('initech', { method: 'DELETE' })).toBe('sent');
    await opened.store.db
      .updateTable('tenantWrites')
      .set({ writtenAt: '2026-01-01T00:00:00.000Z' })
      .execute();
    expect(await write('initech')).toBe('sent');
  });

  test('counts each kind by its own name, and not what only has an object read again', async () => {
    for (const tenant of ['acme', 'globex']) expect(await sendApplication(tenant, 'one')).toBe(202);
    expect(await sendApplication('initech', 'two')).toBe(202);
    expect(await sendApplication('initech', 'one')).toBe(403);
    for (const tenant of tenantIds) expect(await sendApplication(tenant, 'one', '/one/refresh')).toBe(202);
  });

  test('a plan for resource groups covers the one of its id, and another id is another thing', async () => {
    const create = async (tenant: string, resourceGroupId: string) => {
      const url = `/api/tenants/${tenant}/v2/admin/resourceGroups`;
      return (await call({ method: 'POST', url, body: { resourceGroupId } })).statusCode;
    };
    const { registries: _, ...rest } = planned;
    const url = '/api/rollout-plans';
    const body = { ...rest, resource: 'resourceGroups', name: 'team-a' };
    const plan = (await call({ user: 'jo', method: 'POST', url, body })).json<ShownPlan>();
    await decide(plan, 'approve');
    for (const tenant of tenantIds) expect(await create(tenant, 'team-a')).toBe(202);
    for (const tenant of tenantIds.slice(0, 2)) expect(await create(tenant, 'team-b')).toBe(202);
    expect(await create('initech', 'team-b')).toBe(403);
  });

  test('a repository in another spelling is the one that was approved, and capitals make another', async () => {
    const url = '/api/rollout-plans';
    const { registries: _, ...rest } = planned;
    const plan = await call({
      user: 'jo',
      method: 'POST',
      url,
      body: { ...rest, resource: 'applications', name: 'one', path: '.', url: 'https://Git.example/r.git' },
    });
    await decide(plan.json<ShownPlan>(), 'approve');
    for (const tenant of tenantIds) expect(await sendApplication(tenant, 'one')).toBe(202);
    const other = await ask({
      resource: 'applications',
      name: 'two',
      registries: undefined,
      path: '.',
      url: 'https://git.example/R',
    });
    await decide(other, 'approve');
    for (const tenant of tenantIds.slice(0, 2)) expect(await sendApplication(tenant, 'two')).toBe(202);
    expect(await sendApplication('initech', 'two')).toBe(403);
  });

  test('a plan says of which onboarding it is a part, and its fingerprint does too', async () => {
    const partOf = { id: 'one', like: 'acme' };
    const [plan, other] = [await ask({ partOf }), await ask()];
    expect((await listPlans('kim')).map(({ id, partOf: of }) => [id, of])).toEqual(
      expect.arrayContaining([
        [plan.id, partOf],
        [other.id, undefined],
      ]),
    );
    expect(plan.digest).not.toBe(other.digest);
  });

  test('of many that come together to two gateways never more pass than may', async () => {
    const other = await startGateway();
    const ends = await Promise.all(
      [app, other, app].flatMap((at) =>
        tenantIds.map(async (tenant) => ({ tenant, end: await write(tenant, { app: at }) })),
      ),
    );
    expect(ends.every(({ end }) => end === 'sent' || end === 'ApprovalNeeded')).toBe(true);
    const reached = ends.filter(({ end }) => end === 'sent').map(({ tenant }) => tenant);
    expect(new Set(reached).size).toBeLessThanOrEqual(2);
  });

  test('what a second person approved is run by the first one, in its tenants alone', async () => {
    const plan = await ask({ steps: planned.steps.slice(0, 3) });
    expect([plan.state, plan.isOwn, plan.mayDecide]).toEqual(['waiting', true, false]);
    for (const tenant of ['acme', 'globex']) await write(tenant);
    expect(await write('initech')).toBe('ApprovalNeeded');
    expect((await listPlans('kim'))[0]).toMatchObject({ id: plan.id, isOwn: false, mayDecide: true });
    expect((await decide(plan, 'approve', { user: 'kim' })).statusCode).toBe(200);

    expect(await write('initech')).toBe('sent');
    expect(await write('initech', { method: 'PATCH' })).toBe('sent');
    expect(await write('umbrella')).toBe('ApprovalNeeded');
    expect(await write('initech', { host: 'evil.example' })).toBe('ApprovalNeeded');
    expect(await write('initech', { method: 'DELETE' })).toBe('sent');
    for (const tenant of ['acme', 'globex']) await write(tenant, { user: 'kim' });
    expect(await write('initech', { user: 'kim' })).toBe('ApprovalNeeded');
    expect((await listPlans('jo'))[0]).toMatchObject({
      state: 'approved',
      decidedBy: { name: 'KIM' },
      reason: 'as agreed',
      uses: [{ tenant: 'initech', outcome: 'done' }],
    });
  });

  test('a host or a user that no plan can tell is not what was approved', async () => {
    await decide(await ask(), 'approve');
    const hidden = `evil.example/ghp_${'a'.repeat(36)}`;
    const good = { username: 'octo', password };
    const send = async (auths: object, tenant = 'umbrella') => {
      const data = { '.dockerconfigjson': JSON.stringify({ auths }) };
      const url = `/api/tenants/${tenant}/v2/admin/dockerRegistrySecrets`;
      return (await call({ method: 'POST', url, body: { name: 'docker-hub', data } })).statusCode;
    };
    for (const tenant of tenantIds.slice(0, 3)) expect(await send({ 'ghcr.io': good }, tenant)).toBe(202);
    expect(await send({ 'ghcr.io': good, [hidden]: good })).toBe(403);
    expect(await send({ 'ghcr.io': { username: password, password } })).toBe(403);
    const spelt = { name: 'docker-hub', registries, data: { '.dockerconfigjson': '{"Auths":{}}' } };
    const url = '/api/tenants/umbrella/v2/admin/dockerRegistrySecrets';
    expect((await call({ method: 'POST', url, body: spelt })).statusCode).toBe(400);
    expect(await send({ 'ghcr.io': good })).toBe(202);
  });

  test.each([
    ['an address that holds a token', { repositoryUrl: `https://evil.example/ghp_${'a'.repeat(36)}` }],
    ['a path that is too long to tell', { path: 'a/'.repeat(300) }],
    ['a revision that the plan does not name', { revision: 'another' }],
  ])('a plan does not cover %s', async (_name, change) => {
    const url = '/api/rollout-plans';
    const source = { url: 'https://git.example/r', path: '.', resource: 'applications', name: 'one' };
    const { registries: _, ...rest } = planned;
    const plan = await call({ method: 'POST', url, body: { ...rest, ...source } });
    await decide(plan.json<ShownPlan>(), 'approve');
    for (const tenant of tenantIds) expect(await sendApplication(tenant, 'one')).toBe(202);
    const body = { applicationName: 'one', repositoryUrl: source.url, path: '.', ...change };
    const address = '/api/tenants/acme/v2/admin/applications';
    expect((await call({ method: 'POST', url: address, body })).statusCode).toBe(403);
  });

  test('what was approved for one resource group is not done in another one', async () => {
    const body = { name: 'api-key', data: {} };
    const inPlace = async (tenant: string, place: Record<string, string>) => {
      const headers = { 'x-user': 'jo', 'x-groups': 'editors', 'content-type': 'application/json', ...place };
      const url = `/api/tenants/${tenant}/v2/admin/secrets`;
      return (await app.inject({ method: 'POST', url, headers, body })).statusCode;
    };
    const group = { 'ai-resource-group': 'team-a' };
    for (const tenant of ['acme', 'globex']) expect(await inPlace(tenant, group)).toBe(202);
    const asked = { resource: 'secrets', name: 'api-key', registries: undefined, resourceGroup: 'team-a' };
    await decide(await ask(asked), 'approve');
    expect(await inPlace('initech', { 'ai-resource-group': 'team-b' })).toBe(403);
    expect(await inPlace('initech', { 'ai-tenant-scope': 'true' })).toBe(403);
    expect(await inPlace('initech', { ...group, 'ai-tenant-scope': 'true' })).toBe(403);
    expect(await inPlace('initech', {})).toBe(403);
    expect(await inPlace('initech', group)).toBe(202);
    await decide(await ask({ ...asked, resourceGroup: undefined, scope: 'tenant' }), 'approve');
    expect(await inPlace('umbrella', { 'ai-tenant-scope': 'true' })).toBe(202);
  });

  test('an approval is worth what its giver may do when it is used', async () => {
    const plan = await ask({}, 'jo');
    await decide(plan, 'approve', { user: 'kim', groups: 'deputies' });
    for (const tenant of ['acme', 'globex', 'initech']) expect(await write(tenant)).toBe('sent');
    writeFileSync(accessFile, rolesOf({ deputies: 'viewer' }));
    await vi.waitFor(async () => expect(await write('umbrella')).toBe('ApprovalNeeded'), { timeout: 5000 });
    expect((await listPlans('jo'))[0]?.state).toBe('ended');
  });

  test.each(['JO', 'Jo', '\uFF2A\uFF4F'])('%s is the one who asked, and approves nothing', async (user) => {
    const plan = await ask();
    const name = Buffer.from(user).toString('latin1');
    expect((await decide(plan, 'approve', { user: name })).statusCode).toBe(403);
    for (const tenant of ['acme', 'globex']) expect(await write(tenant)).toBe('sent');
    expect(await write('initech', { user: name })).toBe('ApprovalNeeded');
  });

  test('whoever asks for very many plans hides nobody’s', async () => {
    const plan = await ask();
    const mo = { askedById: 'mo', askedByName: 'Mo', askedByIssuer: 'proxy' };
    const rows = Array.from({ length: 300 }, (_, index) => ({
      ...mo,
      id: `many-${index}`,
      operation: 'rollout',
      resource: 'dockerRegistrySecrets',
      name: `many-${index}`,
      subject: '{}',
      policy: 'stop',
      steps: JSON.stringify(planned.steps),
      digest: 'a',
      state: 'waiting',
      askedAt: new Date().toISOString(),
    }));
    await opened.store.db.insertInto('rolloutPlans').values(rows).execute();
    expect((await listPlans('kim')).map(({ id }) => id)).toContain(plan.id);
    const one = await call({ user: 'mo', method: 'POST', url: '/api/rollout-plans', body: planned });
    expect([one.statusCode, one.json<{ error: { message: string } }>().error.message]).toEqual([
      400,
      expect.stringContaining('You have 300 plans'),
    ]);
    await ask();
  });

  test('nobody adds a plan to what another one asked for', async () => {
    const body = { ...planned, partOf: { id: 'one', like: 'acme' } };
    const add = async (user: string) =>
      (await call({ user, method: 'POST', url: '/api/rollout-plans', body })).statusCode;
    expect([await add('jo'), await add('jo'), await add('mo')]).toEqual([201, 201, 400]);
  });

  const aToken = `ghp_${'a'.repeat(36)}`;
  test.each([
    ['a password', { password }],
    ['a password beside a host', { registries: [{ host: 'ghcr.io', username: 'octo', password }] }],
    ['the data of a secret', { data: { '.dockerconfigjson': '{}' } }],
    ['a token for a name', { name: aToken }],
    ['a token for the name in a tenant', { steps: [{ ...planned.steps[0], name: aToken }] }],
    ['a token beside a tenant', { steps: [{ ...planned.steps[0], token: aToken }] }],
    ['a token for a resource group', { resourceGroup: aToken }],
    ['a token in an address', { url: `https://git.example/${aToken}` }],
    ['a token for an onboarding', { partOf: { id: `glpat-${'a'.repeat(20)}`, like: 'acme' } }],
    ['a removal in a rollout', { steps: [{ tenant: 'acme', action: 'delete' }] }],
    ['a name of objects', { ['__proto__x']: {} }],
  ])('a plan does not take %s', async (_what, change) => {
    const body = { ...planned, ...change };
    const answer = await call({ method: 'POST', url: '/api/rollout-plans', body });
    expect(answer.statusCode).toBe(400);
    for (const secret of [aToken, password, 'glpat-']) expect(opened.dump()).not.toContain(secret);
  });

  test('an approval ends after a day', async () => {
    const plan = await ask();
    await decide(plan, 'approve');
    const yesterday = new Date(Date.now() - 24 * 3_600_000 - 1000).toISOString();
    await opened.store.db.updateTable('rolloutPlans').set({ decidedAt: yesterday }).execute();
    for (const tenant of ['acme', 'globex']) expect(await write(tenant)).toBe('sent');
    expect(await write('initech')).toBe('ApprovalNeeded');
    expect((await listPlans('jo'))[0]?.state).toBe('ended');
  });

  test.each([
    ['jo', 'editors', 'approve', 403],
    ['kim', 'viewers', 'approve', 403],
    ['kim', 'acme-editors', 'approve', 404],
    ['kim', 'acme-editors,viewers', 'approve', 403],
    ['kim', 'editors', 'withdraw', 403],
  ])('%s of %s may not %s it', async (user, groups, how, status) => {
    const plan = await ask();
    const answer = await decide(plan, how, { user, groups });
    expect(answer.statusCode).toBe(status);
    expect((await listPlans('jo'))[0]?.state).toBe('waiting');
  });

  test('a plan is decided once, as it was read, and declined with a reason', async () => {
    const plan = await ask();
    expect((await decide({ ...plan, digest: 'another' }, 'approve')).statusCode).toBe(409);
    expect((await decide(plan, 'decline', { reason: ' ' })).statusCode).toBe(400);
    const token = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';
    expect((await decide(plan, 'decline', { reason: `use ${token}` })).statusCode).toBe(400);
    expect((await decide(plan, 'decline', { reason: 'Not on a Friday' })).statusCode).toBe(200);
    expect((await decide(plan, 'approve')).statusCode).toBe(409);
    expect((await listPlans('jo'))[0]).toMatchObject({ state: 'declined', reason: 'Not on a Friday' });
    expect((await decide(await ask(), 'withdraw', { user: 'jo' })).statusCode).toBe(200);
    expect((await decide({ ...plan, id: 'a'.repeat(200) }, 'approve')).statusCode).toBe(404);
    expect(opened.dump()).not.toContain(token);
  });

  test('only tenants that one may write can be asked for, and only who may read them all sees the plan', async () => {
    const url = '/api/rollout-plans';
    const statusOf = async (change: object, groups: string) =>
      (await call({ method: 'POST', url, groups, body: { ...planned, ...change } })).statusCode;
    expect(await statusOf({}, 'acme-editors')).toBe(404);
    expect(await statusOf({ steps: [{ tenant: 'nonsuch', action: 'create' }] }, 'editors')).toBe(404);
    expect(await statusOf({}, 'viewers')).toBe(403);
    expect(await statusOf({ steps: [planned.steps[0], planned.steps[0]] }, 'editors')).toBe(400);
    expect(await statusOf({ name: '../x' }, 'editors')).toBe(400);
    await ask();
    expect(await listPlans('al', 'acme-editors')).toEqual([]);
    expect(await listPlans('al', 'viewers')).toMatchObject([{ mayDecide: false }]);
  });

  test('all of it stands in the audit, and no credential anywhere', async () => {
    for (const tenant of ['acme', 'globex', 'initech']) await write(tenant);
    const plan = await ask();
    await decide(plan, 'approve');
    await write('initech');
    const { events } = (await call({ url: '/api/audit' })).json<{ events: AuditEvent[] }>();
    expect(
      events.slice(0, 4).map(({ action, actor, outcome, name, subject }) => {
        return [action, actor?.id, outcome, name, subject?.plan];
      }),
    ).toEqual([
      ['create', 'jo', 'done', 'docker-hub', plan.id],
      ['approve', 'kim', 'done', 'docker-hub', plan.id],
      ['ask', 'jo', 'done', 'docker-hub', undefined],
      ['create', 'jo', 'refused', 'docker-hub', undefined],
    ]);
    expect(opened.dump()).not.toContain(password);
  });

  test('while nobody can find out what was approved, nothing is sent', async () => {
    await opened.store.db.schema.dropTable('tenantWrites').execute();
    expect(await write('acme')).toBe('ApprovalUnavailable');
    expect(upstream.received.filter(({ url }) => url?.includes('dockerRegistrySecrets'))).toEqual([]);
  });
}

describeStores('approvals', describeApprovals);

test('without a number nobody is asked, and the page is told nothing of it', async () => {
  const keys = tenantIds.map((id) => [id, buildTestKey(upstream.url)]);
  const app = await buildTestApp(await openTestTenants(Object.fromEntries(keys)));
  const config = (await app.inject({ url: '/config.json' })).json<{ offers: string[] }>();
  expect(config.offers).not.toContain('approvals');
  expect(config).not.toHaveProperty('approvalAbove');
  expect((await app.inject({ url: '/api/rollout-plans' })).statusCode).toBe(404);
  await app.close();
});
