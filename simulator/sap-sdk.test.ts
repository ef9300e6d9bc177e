import {
  ApplicationApi,
  DockerRegistrySecretApi,
  ObjectStoreSecretApi,
  RepositoryApi,
  ResourceGroupApi,
  ResourceQuotaApi,
  SecretApi,
  TenantInfoApi,
} from '@sap-ai-sdk/ai-api';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTestSimulator, type TestSimulator } from './testing/test-simulator.ts';

/** One for all of these tests, because the SDK keeps the first service key it reads as long as its process lives. */
let simulator: TestSimulator;

beforeAll(async () => {
  simulator = await startTestSimulator();
  vi.stubEnv('AICORE_SERVICE_KEY', JSON.stringify(simulator.serviceKeys[0]?.serviceKey));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await simulator.close();
});

function buildData(password: string): { '.dockerconfigjson': string } {
  const auths = { 'ghcr.io': { username: 'robot', password } };
  return { '.dockerconfigjson': JSON.stringify({ auths }) };
}

function newSecret(name: string) {
  return DockerRegistrySecretApi.kubesubmitV4DockerRegistrySecretsCreate({
    name,
    data: buildData('invented'),
  });
}

function newRepository(name: string, url: string) {
  return RepositoryApi.kubesubmitV4RepositoriesCreate({
    name,
    url,
    username: 'robot',
    password: 'not-a-real-token',
  });
}

function listGroups(query = {}, headers = {}) {
  return ResourceGroupApi.kubesubmitV4ResourcegroupsGetAll(query, headers);
}

async function storedStore(): Promise<unknown> {
  const path = '/tenants/acme-vision/resource-groups/vision-training/object-stores/default';
  return (await simulator.inspect(path)).json;
}

function list() {
  return DockerRegistrySecretApi.kubesubmitV4DockerRegistrySecretsQuery({ $top: 2, $count: true }).execute();
}

test("SAP's SDK lists, creates, reads, patches and deletes secrets", async () => {
  const name = 'made-by-the-sdk';
  const stored = async () => (await simulator.inspect(`/tenants/acme-vision/secrets/${name}`)).json;

  expect(await list()).toEqual({
    count: 3,
    resources: [{ name: 'docker-hub' }, { name: 'ghcr-acme-vision' }],
  });

  const secret = { name, data: buildData('invented-1') };
  const created = await DockerRegistrySecretApi.kubesubmitV4DockerRegistrySecretsCreate(secret).execute();
  expect(created).toEqual({ message: 'Secret has been created' });
  expect(await stored()).toEqual(secret);
  expect(await DockerRegistrySecretApi.kubesubmitV4DockerRegistrySecretsGet(name).execute()).toMatchObject({
    name,
  });
  expect((await list()).count).toBe(4);

  const update = { data: buildData('invented-2') };
  const patched = await DockerRegistrySecretApi.kubesubmitV4DockerRegistrySecretsPatch(
    name,
    update,
  ).execute();
  expect(patched).toMatchObject({ message: 'Secret has been modified' });
  expect(await stored()).toEqual(update);

  const deleted = await DockerRegistrySecretApi.kubesubmitV4DockerRegistrySecretsDelete(name).execute();
  expect(deleted).toMatchObject({ message: 'Docker Registry Secret has been deleted' });
  expect((await list()).count).toBe(3);
});

test("SAP's SDK creates, lists, reads, patches and deletes repositories", async () => {
  const repository = {
    name: 'made-by-the-sdk',
    url: 'https://github.com/user/made-by-the-sdk',
    username: 'robot',
    password: 'not-a-real-token',
  };
  const { name, url } = repository;
  const created = await RepositoryApi.kubesubmitV4RepositoriesCreate(repository).execute();
  expect(created).toMatchObject({ message: 'Repository has been on-boarded' });

  const repositories = await RepositoryApi.kubesubmitV4RepositoriesGetAll({ $count: true }).execute();
  expect(repositories.count).toBe(3);
  expect(repositories.resources).toContainEqual({ name, url, status: 'IN-PROGRESS' });

  const patched = await RepositoryApi.kubesubmitV4RepositoriesUpdate(name, {
    username: 'robot',
    password: 'another-invented-token',
  }).execute();
  expect(patched).toMatchObject({ message: 'ArgoCD application has been updated' });

  const get = () => RepositoryApi.kubesubmitV4RepositoriesGet(name).execute();
  expect([(await get()).status, (await get()).status, (await get()).status]).toEqual([
    'IN-PROGRESS',
    'IN-PROGRESS',
    'COMPLETED',
  ]);

  const deleted = await RepositoryApi.kubesubmitV4RepositoriesDelete(name).execute();
  expect(deleted).toMatchObject({ message: 'The repository has been off-boarded.' });
  await expect(get()).rejects.toThrow('404');
});

test("SAP's SDK creates, lists, reads, follows, refreshes, patches and deletes applications", async () => {
  const applicationName = 'made-by-the-sdk';
  const source = {
    repositoryUrl: 'https://github.com/acme-ai/vision-pipelines',
    revision: 'main',
    path: 'sdk/missing',
  };
  const created = await ApplicationApi.kubesubmitV4ApplicationsCreate({
    applicationName,
    repositoryName: 'vision-pipelines',
    revision: source.revision,
    path: source.path,
  }).execute();
  expect(created).toMatchObject({ message: 'ArgoCD application has been created' });

  const applications = await ApplicationApi.kubesubmitV4ApplicationsGetAll({ $count: true }).execute();
  expect(applications.count).toBe(4);
  expect(applications.resources).toContainEqual({ applicationName, ...source });
  const get = () => ApplicationApi.kubesubmitV4ApplicationsGet(applicationName).execute();
  expect(await get()).toEqual({ applicationName, ...source });

  const status = () => ApplicationApi.kubesubmitV4ApplicationsGetStatus(applicationName).execute();
  expect([await status(), await status(), await status()].map(({ syncStatus }) => syncStatus)).toEqual([
    'OutOfSync',
    'OutOfSync',
    'Unknown',
  ]);
  expect((await status()).message).toContain('sdk/missing: app path does not exist');

  const update = { ...source, path: 'sdk' };
  const patched = await ApplicationApi.kubesubmitV4ApplicationsUpdate(applicationName, update).execute();
  expect(patched).toMatchObject({ message: 'ArgoCD application has been updated' });
  const refreshed = await ApplicationApi.kubesubmitV4ApplicationsRefresh(applicationName).execute();
  expect(refreshed).toMatchObject({ message: 'Refresh of ArgoCD application has been scheduled' });
  await status();
  await status();
  expect(await status()).toMatchObject({
    syncStatus: 'Synced',
    healthStatus: 'Healthy',
    source: { repoURL: source.repositoryUrl, path: 'sdk', revision: 'main' },
    syncResourcesStatus: [
      { kind: 'ServingTemplate', status: 'Synced' },
      { kind: 'WorkflowTemplate', status: 'Synced' },
    ],
  });

  const deleted = await ApplicationApi.kubesubmitV4ApplicationsDelete(applicationName).execute();
  expect(deleted).toMatchObject({ message: 'ArgoCD application has been deleted' });
  await expect(get()).rejects.toThrow('404');
});

test("SAP's SDK creates, lists page by page, reads, labels and deletes resource groups", async () => {
  const id = 'made-by-the-sdk';
  const label = { key: 'ext.ai.sap.com/stage', value: 'test' };
  const get = () => ResourceGroupApi.kubesubmitV4ResourcegroupsGet(id).execute();

  const created = await ResourceGroupApi.kubesubmitV4ResourcegroupsCreate({ resourceGroupId: id }).execute();
  expect(created).toMatchObject({ resourceGroupId: id });
  expect([(await get()).status, (await get()).status, (await get()).status]).toEqual([
    'PROVISIONING',
    'PROVISIONING',
    'PROVISIONED',
  ]);

  const first = await listGroups({}, { Prefer: 'maxpagesize=3' }).executeRaw();
  expect(first.data.resources).toHaveLength(3);
  const continueToken = /continueToken=([\w-]+)/.exec(first.headers.link)?.[1] ?? '';
  const second = await listGroups({ continueToken }, { Prefer: 'maxpagesize=3' }).executeRaw();
  expect(second.data.resources).toMatchObject([{ resourceGroupId: 'vision-training' }]);
  expect(second.headers.link).toBeUndefined();

  await ResourceGroupApi.kubesubmitV4ResourcegroupsPatch(id, { labels: [label] }).execute();
  const labelled = await listGroups({
    labelSelector: [`${label.key}=${label.value}`],
    $count: true,
  }).execute();
  expect(labelled).toMatchObject({
    count: 2,
    resources: [{ resourceGroupId: id, labels: [label] }, { resourceGroupId: 'vision-training' }],
  });

  const deleted = await ResourceGroupApi.kubesubmitV4ResourcegroupsDelete(id).execute();
  expect(deleted).toMatchObject({ message: 'The deletion of the resource group has been scheduled' });
  await get();
  await get();
  await expect(get()).rejects.toThrow('404');
});

test("SAP's SDK creates, lists, reads, patches and deletes object store secrets of a resource group", async () => {
  const headers = { 'AI-Resource-Group': 'vision-training' };
  const secret = {
    name: 'default',
    type: 'S3',
    bucket: 'models',
    endpoint: 's3.eu-central-1.amazonaws.com',
    region: 'eu-central-1',
    pathPrefix: 'training',
    data: { AWS_ACCESS_KEY_ID: 'invented-id', AWS_SECRET_ACCESS_KEY: 'invented-key' },
  };
  const countStores = async () =>
    (await ObjectStoreSecretApi.kubesubmitV4ObjectStoreSecretsQuery({ $count: true }, headers).execute())
      .count;

  const created = await ObjectStoreSecretApi.kubesubmitV4ObjectStoreSecretsCreate(secret, headers).execute();
  expect(created).toEqual({ message: 'Object store secret has been created' });
  expect(await storedStore()).toEqual(secret);
  const read = await ObjectStoreSecretApi.kubesubmitV4ObjectStoreSecretsGet('default', headers).execute();
  expect(read).toMatchObject({
    name: 'default-object-store-secret',
    metadata: { 'storage.ai.sap.com/type': 'S3', 'storage.ai.sap.com/bucket': 'models' },
  });
  expect(JSON.stringify(read)).not.toContain('invented');

  const update = { ...secret, data: { ...secret.data, AWS_SECRET_ACCESS_KEY: 'invented-key-2' } };
  const patched = await ObjectStoreSecretApi.kubesubmitV4ObjectStoreSecretsPatch(
    'default',
    update,
    headers,
  ).execute();
  expect(patched).toMatchObject({ message: 'Object store secret has been modified' });
  expect(await storedStore()).toEqual(update);

  expect(await countStores()).toBe(1);
  const deleted = await ObjectStoreSecretApi.kubesubmitV4ObjectStoreSecretsDelete(
    'default',
    headers,
  ).execute();
  expect(deleted).toMatchObject({ message: 'Object store secret has been deleted' });
  expect(await countStores()).toBe(0);
});

test.each([
  ['tenant', { 'AI-Tenant-Scope': true }],
  ['shared', { 'AI-Tenant-Scope': true, 'AI-Resource-Group': '*' }],
  ['in-vision-training', { 'AI-Resource-Group': 'vision-training' }],
])("SAP's SDK creates, lists, reads, patches and deletes generic secrets: %s", async (scope, headers) => {
  const name = 'made-by-the-sdk';
  const secret = { name, data: { token: 'aW52ZW50ZWQ=' } };
  const count = async () =>
    (await SecretApi.kubesubmitV4GenericSecretsGetAll({ $count: true }, headers).execute()).count;
  const get = () => SecretApi.kubesubmitV4GenericSecretsGet(name, headers).execute();
  const stored = async () =>
    (await simulator.inspect(`/tenants/acme-vision/generic-secrets/${scope}/${name}`)).json;

  const before = await count();
  const created = await SecretApi.kubesubmitV4GenericSecretsCreate(secret, headers).execute();
  expect(created).toEqual({ message: 'secret has been created', name });
  expect([await count(), await stored()]).toEqual([before + 1, secret]);
  const read = await get();
  expect(read).toMatchObject({ name, createdAt: expect.any(String) });
  expect(JSON.stringify(read)).not.toContain('aW52');

  const update = { data: { other: 'aW52ZW50ZWQtMg==' } };
  await SecretApi.kubesubmitV4GenericSecretsUpdate(name, update, headers).execute();
  expect(await stored()).toEqual(update);
  await SecretApi.kubesubmitV4GenericSecretsDelete(name, headers).execute();
  await expect(get()).rejects.toThrow('404');
});

test("SAP's SDK reads quotas and tenant info", async () => {
  const secrets = await ResourceQuotaApi.kubesubmitV4ResourceQuotaGetDockerRegistrySecretQuota({}).execute();
  const repositories = await ResourceQuotaApi.kubesubmitV4ResourceQuotaGetRepositoryQuota({
    quotaOnly: true,
  }).execute();
  const applications = await ResourceQuotaApi.kubesubmitV4ResourceQuotaGetApplicationQuota({}).execute();
  const groups = await ResourceQuotaApi.kubesubmitV4ResourceQuotaGetResourceGroupQuota({}).execute();
  const generic = await ResourceQuotaApi.kubesubmitV4ResourceQuotaGetGenericSecretQuota({}).execute();
  expect([secrets, repositories, applications, groups, generic]).toEqual([
    { usage: { count: 3 }, quota: { maxCount: 50 } },
    { quota: { maxCount: 50 } },
    { usage: { count: 3 }, quota: { maxCount: 50 } },
    { usage: { count: 3 }, quota: { maxCount: 50 } },
    { usage: { count: 2 }, quota: { maxCount: 5 } },
  ]);
  expect(await TenantInfoApi.tenantInfoGet().execute()).toMatchObject({
    tenantId: simulator.serviceKeys[0]?.serviceKey.identityzoneid,
  });
});

describe("SAP's SDK reports what the simulator refuses", () => {
  test.each([
    ['a name that is in use', () => newSecret('docker-hub'), 409, { error: { code: 'Conflict' } }],
    ['plain text of the front proxy', () => newSecret('jwt-issuer'), 401, 'Jwt issuer is not configured'],
    ['a role that lacks', () => newSecret('rbac-denied'), 403, 'RBAC: access denied'],
    [
      'a failed precondition',
      () => DockerRegistrySecretApi.kubesubmitV4DockerRegistrySecretsDelete('fail-412'),
      412,
      { error: { code: 'PreconditionFailed' } },
    ],
    [
      'a repository under a name that is in use',
      () => newRepository('vision-legacy', 'https://github.com/acme-ai/other'),
      500,
      { error: { request_id: null, target: '/api/v4alpha/repositories' } },
    ],
  ])('%s', async (_case, call, status, data) => {
    const failure = await call()
      .execute()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { response: { status, data } } });
  });
});
