import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readError, startTestSimulator, type TestSimulator } from '../testing/test-simulator.ts';

let simulator: TestSimulator;

beforeAll(async () => {
  simulator = await startTestSimulator({ tenants: 11, secretsPerTenant: 20 });
});
afterAll(() => simulator.close());

describe('quota', () => {
  test.each([
    ['acme-vision', 'dockerRegistrySecrets', { usage: { count: 3 }, quota: { maxCount: 50 } }],
    ['acme-forecast', 'dockerRegistrySecrets', { usage: { count: 0 }, quota: { maxCount: 50 } }],
    ['globex-chat', 'dockerRegistrySecrets', { usage: { count: 50 }, quota: { maxCount: 50 } }],
    ['acme-vision', 'repositories', { usage: { count: 2 }, quota: { maxCount: 50 } }],
    ['globex-chat', 'repositories', { usage: { count: 50 }, quota: { maxCount: 50 } }],
    ['acme-vision', 'applications', { usage: { count: 3 }, quota: { maxCount: 50 } }],
    ['globex-chat', 'repositories?quotaOnly=true', { quota: { maxCount: 50 } }],
    ['acme-vision', 'repositories?quotaOnly=false', { usage: { count: 2 }, quota: { maxCount: 50 } }],
    ['acme-vision', 'resourceGroups', { usage: { count: 3 }, quota: { maxCount: 50 } }],
    ['globex-chat', 'resourceGroups', { usage: { count: 50 }, quota: { maxCount: 50 } }],
    ['tenant-0009', 'dockerRegistrySecrets', { usage: { count: 20 }, quota: { maxCount: 50 } }],
    ['tenant-0010', 'dockerRegistrySecrets', { usage: { count: 19 }, quota: { maxCount: 50 } }],
  ])('%s, %s', async (id, path, expected) => {
    const tenant = await simulator.tenant(id);
    const reply = await tenant.call('GET', `/resourceQuota/${path}`);
    expect([reply.status, reply.json]).toEqual([200, expected]);
  });

  test('quotaOnly must be a boolean', async () => {
    const tenant = await simulator.tenant('acme-vision');
    const reply = await tenant.call('GET', '/resourceQuota/dockerRegistrySecrets?quotaOnly=1');
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
  });
});

test('tenant info tells the tenant of the token', async () => {
  const [first] = simulator.serviceKeys;
  const tenant = await simulator.tenant('acme-vision');
  const reply = await tenant.call('GET', '/tenantInfo');
  expect([reply.status, reply.json]).toEqual([
    200,
    { tenantId: first?.serviceKey.identityzoneid, servicePlan: 'extended', status: 'PROVISIONED' },
  ]);
});

function ids({ serviceKeys }: TestSimulator): string[] {
  return serviceKeys.map(({ tenantId, serviceKey }) => `${tenantId} ${serviceKey.identityzoneid}`);
}

test('tenants and their ids are the same in each simulator, their credentials are not', async () => {
  const other = await startTestSimulator({ tenants: 11 });
  const secrets = [...simulator.serviceKeys, ...other.serviceKeys].map((key) => key.serviceKey.clientsecret);
  await other.close();
  expect(ids(simulator)).toEqual(ids(other));
  expect(new Set(ids(simulator)).size).toBe(11);
  expect(new Set(secrets).size).toBe(22);
});
