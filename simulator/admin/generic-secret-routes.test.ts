import { expect, test } from 'vitest';
import { z } from 'zod';
import { readError, type Reply } from '../testing/test-simulator.ts';
import { useTestSimulator } from '../testing/use-test-simulator.ts';

const path = '/secrets';
const value = 'cGxhbnRlZA==';

const { vision } = useTestSimulator();

const scopes = {
  tenant: { 'ai-tenant-scope': 'true' },
  shared: { 'ai-tenant-scope': 'true', 'ai-resource-group': '*' },
  training: { 'ai-resource-group': 'vision-training' },
  none: {},
} as const;

const call = (
  method: string,
  { to = path, headers, body }: { to?: string; headers: Record<string, string>; body?: object },
): Promise<Reply> => vision.call(method, to, { headers, ...(body && { body }) });

const create = (headers: Record<string, string>, name: string, data: object = { token: value }) =>
  call('POST', { headers, body: { name, data } });

const listSchema = z.object({ resources: z.array(z.object({ name: z.string() })) });
const statusSchema = z.object({ resourceGroupSecretsSyncStatus: z.unknown() });

async function namesIn(headers: Record<string, string>): Promise<string[]> {
  const { json } = await call('GET', { headers });
  return listSchema.parse(json).resources.map(({ name }) => name);
}

test('the tenant, all its groups together and each group have their own secrets', async () => {
  await create(scopes.tenant, 'a');
  await create(scopes.shared, 'b');
  await create(scopes.training, 'c');
  expect(await namesIn(scopes.tenant)).toEqual(['a', 'grounding-sharepoint']);
  expect(await namesIn(scopes.shared)).toEqual(['b', 'proxy-certificate', 'telemetry-key']);
  expect(await namesIn(scopes.training)).toEqual(['c']);
  expect(await namesIn(scopes.none)).toEqual(['huggingface-token', 'label-service']);
});

test.each([
  [{ 'ai-tenant-scope': 'yes' }, 400],
  [{ 'ai-tenant-scope': 'true', 'ai-resource-group': 'default' }, 200],
  [{ 'ai-resource-group': '*' }, 400],
  [{ 'ai-resource-group': 'nobody' }, 404],
  [{ 'ai-tenant-scope': 'false' }, 200],
])('the headers %j are a %i', async (headers, status) => {
  expect((await call('GET', { headers })).status).toBe(status);
});

test('no answer holds a value', async () => {
  const created = await create(scopes.shared, 'new', { token: value, 'other.key': value });
  const list = await call('GET', { headers: scopes.shared });
  const read = await call('GET', { to: `${path}/new`, headers: scopes.shared });
  for (const { text } of [created, list, read]) expect(text).not.toContain(value);
  expect(created.json).toEqual({ message: 'secret has been created', name: 'new' });
});

test('a tenant-wide secret takes a while to reach the working groups', async () => {
  await create(scopes.shared, 'new');
  const status = async () =>
    statusSchema.parse((await call('GET', { to: `${path}/new`, headers: scopes.shared })).json)
      .resourceGroupSecretsSyncStatus;
  const none = { default: false, 'vision-training': false, 'vision-legacy': false };
  const all = { ...none, default: true, 'vision-training': true };
  expect([await status(), await status(), await status()]).toEqual([none, none, all]);
  await call('PATCH', { to: `${path}/new`, headers: scopes.shared, body: { data: { token: value } } });
  expect(await status()).toEqual(none);
});

test('at most five are tenant-wide; elsewhere there is no limit', async () => {
  for (const name of ['c', 'd', 'e']) expect((await create(scopes.shared, name)).status).toBe(200);
  const refused = await create(scopes.shared, 'f');
  expect([refused.status, readError(refused).code]).toEqual([403, 'QuotaExceeded']);
  for (const name of ['c', 'd', 'e', 'f']) expect((await create(scopes.tenant, name)).status).toBe(200);
});

test.each([
  [{ name: 'Upper', data: {} }],
  [{ name: 'under_score', data: {} }],
  [{ name: 'a', data: { 'no key': value } }],
  [{ name: 'a', data: { token: 'not base64!' } }],
  [{ name: 'a' }],
])('%j is refused', async (body) => {
  expect((await call('POST', { headers: scopes.tenant, body })).status).toBe(400);
});

test('a name exists once, PATCH replaces everything and DELETE removes it', async () => {
  expect((await create(scopes.training, 'a')).status).toBe(200);
  expect((await create(scopes.training, 'a')).status).toBe(409);
  const to = `${path}/a`;
  const headers = scopes.training;
  expect((await call('PATCH', { to, headers, body: { data: { x: value } } })).json).toEqual({
    message: 'secret has been updated',
    name: 'a',
  });
  expect((await call('DELETE', { to, headers })).status).toBe(200);
  expect((await call('DELETE', { to, headers })).status).toBe(404);
  expect((await call('PATCH', { to, headers, body: { data: {} } })).status).toBe(404);
});
