import { afterEach, expect, test, vi } from 'vitest';
import type { Connection } from '../../domain/connection/connection.ts';
import type { RolloutRequest } from '../rollout-request.ts';
import { repositoryCalls } from './repository-calls.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const request: RolloutRequest = {
  operation: 'rollout',
  kind: 'repository',
  name: 'app',
  url: 'https://git.example.com/team/app',
  credential: {
    kind: 'repository',
    body: {
      name: 'app',
      url: 'https://git.example.com/team/app',
      username: 'jo',
      password: 'not-a-real-token',
    },
  },
};
const removal: RolloutRequest = { ...request, operation: 'removal', url: undefined, credential: undefined };

/** A tenant with these repositories and room for three more; notes what was asked. */
function tenantWith(resources: { name: string; url: string }[]): string[] {
  const calls: string[] = [];
  vi.stubGlobal('fetch', (address: string, { method }: RequestInit) => {
    const path = new URL(address, 'https://console.example.com').pathname.replace(/.*\/admin\//, '');
    calls.push(`${method} ${path}`);
    if (path.startsWith('resourceQuota')) {
      return Promise.resolve(Response.json({ usage: { count: 7 }, quota: { maxCount: 10 } }));
    }
    return Promise.resolve(Response.json({ count: resources.length, resources }));
  });
  return calls;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const same = { name: 'app', url: 'https://git.example.com/team/app.git' };
const renamed = { name: 'elsewhere', url: 'https://git.example.com/team/APP/' };
const other = { name: 'app', url: 'https://git.example.com/other/app' };

test.each([
  ['nothing', request, [], { state: 'absent', quotaLeft: 3 }],
  ['the same one', request, [same], { state: 'present' }],
  ['the same one under another name', request, [renamed], { state: 'present', otherName: 'elsewhere' }],
  ['another one of that name', request, [other], { state: 'taken' }],
  ['the same one, and another one of that name', request, [other, renamed], { state: 'present' }],
  ['nothing, to be removed', removal, [renamed], { state: 'absent', quotaLeft: undefined }],
  ['one of that name, to be removed', removal, [other], { state: 'present' }],
] as const)('a tenant with %s', async (_case, given, resources, expected) => {
  tenantWith([...resources]);
  expect(await repositoryCalls(given).read(connection)).toMatchObject(expected);
});

test('an update goes to the name that the tenant has it under', async () => {
  const calls = tenantWith([renamed]);
  const tenant = repositoryCalls(request);
  await tenant.read(connection);
  await tenant.update(connection);
  expect(calls.at(-1)).toBe('PATCH repositories/elsewhere');
});

test('another one of that name does not count as being there', async () => {
  tenantWith([other]);
  expect(await repositoryCalls(request).exists(connection)).toBe(false);
});
