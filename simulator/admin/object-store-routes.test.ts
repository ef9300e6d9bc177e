import { describe, expect, test } from 'vitest';
import { readError, type Reply } from '../testing/test-simulator.ts';
import { useTestSimulator } from '../testing/use-test-simulator.ts';

const path = '/objectStoreSecrets';
const planted = 'planted-fake-key';

const { vision } = useTestSimulator();

const call = (
  method: string,
  address = path,
  { group = 'vision-training', body }: { group?: string; body?: object } = {},
): Promise<Reply> =>
  vision.call(method, address, {
    ...(body && { body }),
    ...(group !== '' && { headers: { 'ai-resource-group': group } }),
  });

const s3 = {
  name: 'default',
  type: 'S3',
  bucket: 'models',
  endpoint: 's3.example.com',
  region: 'eu',
  pathPrefix: 'a',
  usehttps: '0',
  data: { AWS_ACCESS_KEY_ID: planted, AWS_SECRET_ACCESS_KEY: planted },
};
const types = [
  s3,
  {
    name: 'oss-1',
    type: 'oss',
    data: {
      BUCKET: 'models',
      ENDPOINT: 'oss.example.com',
      REGION: '',
      ACCESS_KEY_ID: planted,
      SECRET_ACCESS_KEY: planted,
    },
  },
  {
    name: 'hdfs-1',
    type: 'webhdfs',
    data: { HDFS_NAMENODE: 'https://hdfs.example.com', TLS_CERT: planted, TLS_KEY: planted, HEADERS: '{}' },
  },
  {
    name: 'azure-1',
    type: 'azure',
    data: {
      CONTAINER_URI: 'https://a.blob.core.windows.net/b',
      STORAGE_ACCESS_KEY: planted,
      CLIENT_SECRET: planted,
      TENANT_ID: 'tenant-1',
    },
  },
  { name: 'gcs-1', type: 'gcs', data: { BUCKET: 'models', PRIVATE_KEY: planted } },
];

test.each(types)('$type is created, and no answer contains its credentials', async (body) => {
  const created = await call('POST', path, { body });
  expect([created.status, created.json]).toEqual([202, { message: 'Object store secret has been created' }]);
  const read = await call('GET', `${path}/${body.name}`);
  expect(read.json).toMatchObject({
    name: `${body.name}-object-store-secret`,
    metadata: { 'storage.ai.sap.com/type': body.type },
  });
  const list = await call('GET');
  expect([read.text, list.text].filter((text) => text.includes(planted))).toEqual([]);
});

test('the metadata matches the API’s description', async () => {
  for (const body of types) await call('POST', path, { body });
  const [s3Told, azureTold] = await Promise.all(
    ['default', 'azure-1'].map(async (name) => (await call('GET', `${path}/${name}`)).json),
  );
  expect(s3Told).toHaveProperty('metadata', {
    'storage.ai.sap.com/type': 'S3',
    'storage.ai.sap.com/bucket': 'models',
    'storage.ai.sap.com/endpoint': 's3.example.com',
    'storage.ai.sap.com/region': 'eu',
    'storage.ai.sap.com/pathPrefix': 'a',
    'serving.kubeflow.org/s3-usehttps': '0',
    'serving.kubeflow.org/s3-endpoint': 's3.example.com',
    'serving.kubeflow.org/s3-region': 'eu',
  });
  expect(azureTold).toHaveProperty('metadata', {
    'storage.ai.sap.com/type': 'azure',
    'storage.ai.sap.com/containerUri': 'https://a.blob.core.windows.net/b',
    'storage.ai.sap.com/tenantId': 'tenant-1',
  });
});

test('each resource group has its own, and the default group needs no header', async () => {
  await call('POST', path, { body: s3 });
  const lists = await Promise.all(
    ['vision-training', 'vision-legacy', ''].map(async (group) => (await call('GET', path, { group })).json),
  );
  expect(lists).toMatchObject([
    { count: 1, resources: [{ name: 'default-object-store-secret' }] },
    { count: 0 },
    {
      count: 2,
      resources: [{ name: 'camera-images-object-store-secret' }, { name: 'default-object-store-secret' }],
    },
  ]);
  expect((await call('GET', path, { group: 'nobody' })).status).toBe(404);
  expect((await call('GET', path, { group: 'no group' })).status).toBe(400);
});

test('PATCH replaces everything, DELETE removes it', async () => {
  await call('POST', path, { body: s3 });
  const patched = await call('PATCH', `${path}/default`, { body: { ...s3, bucket: 'other' } });
  expect(patched.status).toBe(202);
  expect((await call('GET', `${path}/default`)).json).toMatchObject({
    metadata: { 'storage.ai.sap.com/bucket': 'other' },
  });
  expect((await call('DELETE', `${path}/default`)).status).toBe(202);
  expect((await call('GET', `${path}/default`)).status).toBe(404);
  expect((await call('DELETE', `${path}/default`)).status).toBe(404);
});

describe('what is refused', () => {
  test.each([
    ['an unknown type', { ...s3, type: 'ftp' }],
    ['S3 without a bucket', { ...s3, bucket: undefined }],
    ['a key that is missing', { ...s3, data: { AWS_ACCESS_KEY_ID: planted } }],
    ['a number', { ...s3, data: { ...s3.data, AWS_ACCESS_KEY_ID: 1 } }],
    ['a capital', { ...s3, name: 'Default' }],
    ['two dots', { ...s3, name: 'a..b' }],
    ['234 characters', { ...s3, name: 'a'.repeat(234) }],
  ])('%s', async (_case, body) => {
    const reply = await call('POST', path, { body });
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
    expect(reply.text).not.toContain(planted);
  });

  test('a name that is in use, and another name in a change', async () => {
    await call('POST', path, { body: s3 });
    expect((await call('POST', path, { body: s3 })).status).toBe(409);
    expect((await call('PATCH', `${path}/default`, { body: { ...s3, name: 'other' } })).status).toBe(400);
  });

  test('reserved names fail as for all other kinds', async () => {
    const statuses = await Promise.all(
      ['fail-500', 'quota', 'jwt-expired'].map(
        async (name) => (await call('POST', path, { body: { ...s3, name } })).status,
      ),
    );
    expect(statuses).toEqual([500, 403, 401]);
  });
});
