import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import type { Connection } from '../../domain/connection/connection.ts';
import { onboardingKinds } from '../../domain/onboarding/candidates.ts';
import { rolloutKinds, type RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import { kindStatesQuery } from './kind-states.ts';
import { tenantObjectsQuery } from './tenant-objects.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const lists: Record<string, readonly object[]> = {
  repositories: [{ name: 'app', url: 'https://git.example.com/team/app', status: 'COMPLETED' }],
  applications: [{ applicationName: 'app', repositoryUrl: '', revision: 'HEAD', path: 'serving' }],
  resourceGroups: [
    { resourceGroupId: 'default', status: 'PROVISIONED' },
    { resourceGroupId: 'team-a', status: 'ERROR' },
  ],
  dockerRegistrySecrets: [{ name: 'ghcr' }],
  objectStoreSecrets: [{ name: 'default' }],
  secrets: [{ name: 'token', resourceGroupSecretsSyncStatus: { default: true, 'team-a': false } }],
};
const status = { syncStatus: 'Synced', healthStatus: 'Healthy' };

/** A tenant that has something of each kind; notes what was asked: the path, and in which scope. */
function tenant(ofTenant = lists): string[] {
  const calls: string[] = [];
  vi.stubGlobal('fetch', (address: string, { headers }: { headers: Headers }) => {
    const path = new URL(address, 'https://console.example.com').pathname.replace(/.*\/admin\//, '');
    const scope = [headers.get('ai-resource-group'), headers.get('ai-tenant-scope')].map(String);
    calls.push([path, ...scope].join(' '));
    const resources = ofTenant[path];
    return Promise.resolve(Response.json(resources ? { count: resources.length, resources } : status));
  });
  return calls;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

async function readAll(client: QueryClient) {
  const states = await Promise.all(
    onboardingKinds.map((id) => client.fetchQuery(kindStatesQuery(connection, rolloutKinds[id]))),
  );
  return new Map(onboardingKinds.map((id, index) => [id, states[index]]));
}

test('all kinds at once ask for nothing twice, and for no object by itself that its list tells of', async () => {
  const calls = tenant();
  await readAll(new QueryClient());
  expect(calls).toHaveLength(new Set(calls).size);
  expect(calls.filter((call) => call.startsWith('resourceGroups'))).toHaveLength(1);
  expect(calls.filter((call) => call.includes('/'))).toEqual(['applications/app/status null null']);
});

test('how far AI Core has come is read from the list, of an application from its status', async () => {
  tenant();
  const states = await readAll(new QueryClient());
  const proofs = (id: RolloutKindId) => states.get(id)?.map(({ proof }) => proof?.state);
  expect(proofs('git-repository')).toEqual(['settled']);
  expect(proofs('application')).toEqual(['settled']);
  expect(proofs('resource-group')).toEqual(['settled', 'broken']);
  expect(proofs('docker-registry-secret')).toEqual(['settled']);
  expect(proofs('generic-secret')).toContain('settling');
});

test('what a tenant has is asked for once as well, and anew the next time', async () => {
  const calls = tenant();
  const client = new QueryClient();
  await client.fetchQuery(tenantObjectsQuery(connection, onboardingKinds));
  expect(calls).toHaveLength(new Set(calls).size);
  await client.fetchQuery(tenantObjectsQuery(connection, onboardingKinds));
  expect(calls.filter((call) => call.startsWith('resourceGroups'))).toHaveLength(2);
});

test('of many resource groups the first are asked, `default` among them, and all of them when that is asked for', async () => {
  const groups = Array.from({ length: 50 }, (_, index) => ({
    resourceGroupId: index === 49 ? 'default' : `a-${index}`,
    status: 'PROVISIONED',
  }));
  const calls = tenant({ ...lists, resourceGroups: groups });
  const client = new QueryClient();
  const stores = rolloutKinds['object-store-secret'];
  await client.fetchQuery(kindStatesQuery(connection, stores, false));
  const asked = calls.filter((call) => call.startsWith('objectStoreSecrets'));
  expect(asked).toHaveLength(10);
  expect(asked).toContain('objectStoreSecrets default null');
  calls.length = 0;
  await client.fetchQuery(kindStatesQuery(connection, stores));
  expect(calls.filter((call) => call.startsWith('objectStoreSecrets'))).toHaveLength(50);
});
