import { expect, test } from 'vitest';
import type { AuditEvent } from '../audit/audit-event.ts';
import { buildTestKey } from '../testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import { describeStores } from '../testing/test-stores.ts';
import { password, planned, tenantIds, upstream, useApprovals } from './testing/use-approvals.ts';

describeStores('plans for approval', (openTestStore) => {
  const { opened, call, write, ask, decide, listPlans } = useApprovals(openTestStore);

  test('a plan names the onboarding it belongs to, and its fingerprint covers that', async () => {
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

  test.each(['JO', 'Jo', '\uFF2A\uFF4F'])('%s is the person who asked, and may not approve', async (user) => {
    const plan = await ask();
    const name = Buffer.from(user).toString('latin1');
    expect((await decide(plan, 'approve', { user: name })).statusCode).toBe(403);
    for (const tenant of ['acme', 'globex']) expect(await write(tenant)).toBe('sent');
    expect(await write('initech', { user: name })).toBe('ApprovalNeeded');
  });

  test('a person with very many plans does not hide the plans of others', async () => {
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
    await opened().store.db.insertInto('rolloutPlans').values(rows).execute();
    expect((await listPlans('kim')).map(({ id }) => id)).toContain(plan.id);
    const one = await call({ user: 'mo', method: 'POST', url: '/api/rollout-plans', body: planned });
    expect([one.statusCode, one.json<{ error: { message: string } }>().error.message]).toEqual([
      400,
      expect.stringContaining('You have 300 plans'),
    ]);
    await ask();
  });

  test('nobody adds a plan to an onboarding that somebody else asked for', async () => {
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
    [
      'what a removal would say of what it removes',
      { operation: 'removal', steps: [{ tenant: 'acme', action: 'delete' }] },
    ],
    ['a secret of no place', { resource: 'secrets', registries: undefined }],
    ['a token for a key', { keys: [aToken] }],
    ['a token for a bucket', { settings: { bucket: aToken } }],
    ['a token in the name of a setting', { settings: { [aToken]: 'a' } }],
    ['a login in an address', { settings: { containerUri: 'https://jo:invented@store.example/a' } }],
    ['the value of a key', { keys: { token: password } }],
    ['a kind of store that nobody knows', { storage: password }],
    ['a name of objects', { ['__proto__x']: {} }],
  ])('a plan does not take %s', async (_what, change) => {
    const body = { ...planned, ...change };
    const answer = await call({ method: 'POST', url: '/api/rollout-plans', body });
    expect(answer.statusCode).toBe(400);
    for (const secret of [aToken, password, 'glpat-']) expect(opened().dump()).not.toContain(secret);
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
    expect(opened().dump()).not.toContain(token);
  });

  test.each([
    ['withdraw', 'jo', 'withdrawn'],
    ['revoke', 'kim', 'revoked'],
    ['revoke', 'mo', 'revoked'],
  ])('after %s by %s an approved plan covers nothing', async (how, user, state) => {
    const plan = await ask();
    await decide(plan, 'approve');
    expect((await listPlans(user))[0]).toMatchObject({ mayRevoke: how === 'revoke' });
    for (const tenant of ['acme', 'globex', 'initech']) expect(await write(tenant)).toBe('sent');
    expect((await decide(plan, how, { user })).statusCode).toBe(200);
    expect(await write('umbrella')).toBe('ApprovalNeeded');
    expect((await listPlans('jo'))[0]).toMatchObject({ state, uses: { length: 3 }, mayRevoke: false });
    for (const again of ['approve', 'withdraw', 'revoke'])
      expect((await decide(plan, again, { user: again === 'withdraw' ? 'jo' : 'kim' })).statusCode).toBe(409);
    const { events } = (await call({ url: '/api/audit' })).json<{ events: AuditEvent[] }>();
    expect(events.find((one) => one.action === how && one.outcome === 'done')).toMatchObject({
      actor: { id: user },
      name: 'docker-hub',
      subject: { plan: plan.id },
    });
  });

  test('an approval is revoked with a reason, and only by those who could have given it', async () => {
    const plan = await ask();
    expect((await decide(plan, 'revoke')).statusCode).toBe(409);
    await decide(plan, 'approve');
    expect((await decide(plan, 'revoke', { reason: ' ' })).statusCode).toBe(400);
    expect((await decide(plan, 'revoke', { user: 'jo' })).statusCode).toBe(403);
    expect((await decide(plan, 'revoke', { groups: 'viewers' })).statusCode).toBe(403);
    expect((await decide(plan, 'withdraw')).statusCode).toBe(403);
    expect((await listPlans('jo'))[0]?.state).toBe('approved');
  });

  test('a plan needs write access to its tenants, and only those who may read them all see it', async () => {
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

  test('everything is in the audit, and no credential is anywhere', async () => {
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
    expect(opened().dump()).not.toContain(password);
  });
});

test('without the setting nothing needs approval, and the console is not told of approvals', async () => {
  const keys = tenantIds.map((id) => [id, buildTestKey(upstream.url)]);
  const app = await buildTestApp(await openTestTenants(Object.fromEntries(keys)));
  const config = (await app.inject({ url: '/config.json' })).json<{ offers: string[] }>();
  expect(config.offers).not.toContain('approvals');
  expect(config).not.toHaveProperty('approvalAbove');
  expect((await app.inject({ url: '/api/rollout-plans' })).statusCode).toBe(404);
  await app.close();
});
