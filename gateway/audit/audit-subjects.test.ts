import { expect, test } from 'vitest';
import { describeStores } from '../testing/test-stores.ts';
import {
  dockerConfig,
  gitPassword,
  password,
  planted,
  secrets,
  token,
  useAudit,
} from './testing/use-audit.ts';

describeStores('what the audit log says about an object', (openTestStore) => {
  const { opened, call, readEvents } = useAudit(openTestStore);

  test('says which folder an application reads, and that it was refreshed', async () => {
    const applications = secrets.replace('dockerRegistrySecrets', 'applications');
    const source = {
      repositoryUrl: `https://jo:${gitPassword}@git.example/r`,
      revision: 'main',
      path: 'a/b',
    };
    await call({ method: 'POST', url: applications, body: { applicationName: 'nightly', ...source } });
    await call({
      method: 'PATCH',
      url: `${applications}/nightly`,
      body: { ...source, revision: token, path: 'c' },
    });
    await call({ method: 'POST', url: `${applications}/nightly/refresh` });
    const of = { tenant: 'acme', resource: 'applications', name: 'nightly', outcome: 'done' };
    const url = 'https://git.example/r';
    const { events } = await readEvents();
    expect(events).toMatchObject([
      { ...of, action: 'refresh' },
      { ...of, action: 'change', subject: { url, path: 'c' } },
      { ...of, action: 'create', subject: { url, revision: 'main', path: 'a/b' } },
    ]);
    expect(opened().dump()).not.toContain(gitPassword);
    expect(opened().dump()).not.toContain(token);
    expect((await call({ url: '/api/audit.csv' })).body).toContain('https://git.example/r; main; a/b');
  });

  test('names the resource group, and where an object store is, without its credential', async () => {
    const url = '/api/tenants/acme/v2/admin/objectStoreSecrets';
    const group = '/api/tenants/acme/v2/admin/resourceGroups';
    const data = { AWS_ACCESS_KEY_ID: token, AWS_SECRET_ACCESS_KEY: password };
    await call({ method: 'POST', url: group, body: { resourceGroupId: 'Team-A' } });
    await call({
      method: 'POST',
      url,
      body: { name: 'default', type: 'S3', bucket: 'models', data },
      headers: { 'ai-resource-group': 'Team-A' },
    });
    await call({ method: 'DELETE', url: `${url}/default`, headers: { 'ai-resource-group': 'Team-A' } });
    const { events } = await readEvents();
    const of = { tenant: 'acme', resource: 'objectStoreSecrets', name: 'default' };
    expect(events).toMatchObject([
      { ...of, action: 'delete', subject: { resourceGroup: 'Team-A' } },
      {
        ...of,
        action: 'create',
        subject: { resourceGroup: 'Team-A', storage: 'S3', settings: { bucket: 'models' } },
      },
      { action: 'create', resource: 'resourceGroups', name: 'Team-A' },
    ]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(planted.join('|')));
  });

  test('names the scope and the keys of a generic secret, and none of its values', async () => {
    const url = '/api/tenants/acme/v2/admin/secrets';
    const data = { token: Buffer.from(password).toString('base64'), [token]: 'cGxhbnRlZA==' };
    const headers = { 'ai-tenant-scope': 'true', 'ai-resource-group': '*' };
    await call({ method: 'POST', url, body: { name: 'model-key', data }, headers });
    await call({ method: 'DELETE', url: `${url}/model-key`, headers: { 'ai-tenant-scope': 'true' } });
    const { events } = await readEvents();
    const of = { tenant: 'acme', resource: 'secrets', name: 'model-key' };
    expect(events).toMatchObject([
      { ...of, action: 'delete', subject: { scope: 'tenant' } },
      { ...of, action: 'create', subject: { scope: 'all-groups', keys: ['token'] } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp([...planted, data.token].join('|')));
  });

  test('records the export of a credential, without what was exported', async () => {
    const url = '/api/tenants/acme/credential-exports';
    const body = {
      name: 'docker-hub',
      form: 'kubernetes',
      registries: [{ host: 'ghcr.io', username: token }],
    };
    expect((await call({ method: 'POST', url, body })).statusCode).toBe(204);
    expect((await readEvents()).events).toMatchObject([
      {
        action: 'export',
        outcome: 'done',
        resource: 'dockerRegistrySecrets',
        name: 'docker-hub',
        subject: { form: 'kubernetes', registries: [{ host: 'ghcr.io' }] },
      },
    ]);
  });

  test('holds no credential, whatever was entered in which field', async () => {
    const repositories = secrets.replace('dockerRegistrySecrets', 'repositories');
    const auth = Buffer.from(`${token}:${password}`).toString('base64');
    await call({
      method: 'POST',
      url: secrets,
      body: {
        name: 'secret',
        data: dockerConfig({
          'ghcr.io': { username: token, password },
          'quay.io': { auth },
          [`https://user:${password}@host.example/v1?token=${token}`]: { username: 'jo', password },
          'same.example': { username: password, password },
          [token]: { username: 'jo', password },
        }),
      },
    });
    await call({ method: 'POST', url: secrets, body: { name: token, data: dockerConfig({}) } });
    await call({
      method: 'POST',
      url: repositories,
      body: {
        url: `https://jo:${gitPassword}@git.example/r?x=${token}`,
        username: token,
        password: gitPassword,
      },
    });
    await call({ method: 'PATCH', url: `${secrets}/secret`, body: { name: 'x', password, token } });
    await call({
      method: 'POST',
      url: '/api/registry-checks',
      body: { registry: 'h', username: token, password },
    });
    await call({
      method: 'PUT',
      url: '/api/tenants/acme/secret-notes/secret',
      body: { note: `key ${token}` },
    });
    const { events } = await readEvents();
    expect(events.at(-1)?.subject?.registries).toEqual([
      { host: 'ghcr.io' },
      { host: 'quay.io' },
      { host: 'https://host.example/v1', username: 'jo' },
      { host: 'same.example' },
    ]);
    expect(events.length).toBeGreaterThanOrEqual(5);
    const dump = opened().dump();
    expect(dump).toContain('host.example');
    for (const credential of [...planted, auth, 'test-token-1', 'planted-client-secret']) {
      expect(dump).not.toContain(credential);
      expect(JSON.stringify(events)).not.toContain(credential);
    }
  });
});
