import { expect, test } from 'vitest';
import { describeStores } from '../testing/test-stores.ts';
import {
  password,
  planned,
  registries,
  setRoles,
  tenantIds,
  upstream,
  useApprovals,
  type ShownPlan,
} from './testing/use-approvals.ts';

describeStores('writes that need approval', (openTestStore) => {
  const { app, opened, startGateway, call, write, sendApplication, ask, decide, listPlans } =
    useApprovals(openTestStore);

  test('one more tenant within an hour is refused and not sent, whichever gateway it reaches', async () => {
    const other = await startGateway();
    expect(await write('acme')).toBe('sent');
    expect(await write('globex', { app: other, method: 'PATCH' })).toBe('sent');
    expect(await write('initech')).toBe('ApprovalNeeded');
    expect(await write('initech', { app: other })).toBe('ApprovalNeeded');
    expect(upstream.received.filter(({ url }) => url?.includes('dockerRegistrySecrets'))).toHaveLength(2);
    // The same tenants again, another secret, another person and a deletion each count separately.
    expect(await write('acme', { method: 'PATCH' })).toBe('sent');
    expect(await write('initech', { name: 'ghcr' })).toBe('sent');
    expect(await write('initech', { user: 'kim' })).toBe('sent');
    expect(await write('initech', { method: 'DELETE' })).toBe('sent');
    await opened()
      .store.db.updateTable('tenantWrites')
      .set({ writtenAt: '2026-01-01T00:00:00.000Z' })
      .execute();
    expect(await write('initech')).toBe('sent');
  });

  test('counts each kind by its own name, and does not count a refresh', async () => {
    for (const tenant of ['acme', 'globex']) expect(await sendApplication(tenant, 'one')).toBe(202);
    expect(await sendApplication('initech', 'two')).toBe(202);
    expect(await sendApplication('initech', 'one')).toBe(403);
    for (const tenant of tenantIds) expect(await sendApplication(tenant, 'one', '/one/refresh')).toBe(202);
  });

  test('a plan for resource groups covers only the group with its id', async () => {
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

  test('another spelling of a repository is approved too, but other capitals make another repository', async () => {
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

  test('of many simultaneous writes to two gateways no more pass than allowed', async () => {
    const other = await startGateway();
    const ends = await Promise.all(
      [app(), other, app()].flatMap((at) =>
        tenantIds.map(async (tenant) => ({ tenant, end: await write(tenant, { app: at }) })),
      ),
    );
    expect(ends.every(({ end }) => end === 'sent' || end === 'ApprovalNeeded')).toBe(true);
    const reached = ends.filter(({ end }) => end === 'sent').map(({ tenant }) => tenant);
    expect(new Set(reached).size).toBeLessThanOrEqual(2);
  });

  test('what a second person approved may be run by the first, and only in its tenants', async () => {
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

  test('a host or user that no plan can name is not approved', async () => {
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

  test('what was approved for one resource group is not approved for another', async () => {
    const body = { name: 'api-key', data: {} };
    const inPlace = async (tenant: string, place: Record<string, string>) => {
      const headers = { 'x-user': 'jo', 'x-groups': 'editors', 'content-type': 'application/json', ...place };
      const url = `/api/tenants/${tenant}/v2/admin/secrets`;
      return (await app().inject({ method: 'POST', url, headers, body })).statusCode;
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

  test('an approval counts only while its giver may still write there', async () => {
    const plan = await ask({}, 'jo');
    await decide(plan, 'approve', { user: 'kim', groups: 'deputies' });
    for (const tenant of ['acme', 'globex', 'initech']) expect(await write(tenant)).toBe('sent');
    setRoles({ deputies: 'viewer' });
    await expect.poll(() => write('umbrella')).toBe('ApprovalNeeded');
    expect((await listPlans('jo'))[0]?.state).toBe('ended');
  });

  test('an approval ends after a day', async () => {
    const plan = await ask();
    await decide(plan, 'approve');
    const yesterday = new Date(Date.now() - 24 * 3_600_000 - 1000).toISOString();
    await opened().store.db.updateTable('rolloutPlans').set({ decidedAt: yesterday }).execute();
    for (const tenant of ['acme', 'globex']) expect(await write(tenant)).toBe('sent');
    expect(await write('initech')).toBe('ApprovalNeeded');
    expect((await listPlans('jo'))[0]?.state).toBe('ended');
  });

  test('while approvals cannot be read, nothing is sent', async () => {
    await opened().store.db.schema.dropTable('tenantWrites').execute();
    expect(await write('acme')).toBe('ApprovalUnavailable');
    expect(upstream.received.filter(({ url }) => url?.includes('dockerRegistrySecrets'))).toEqual([]);
  });
});
