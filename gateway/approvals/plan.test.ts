import { describe, expect, test } from 'vitest';
import { readBodyFacts } from '../calls/subject.ts';
import { covers, type Plan, type TenantWrite } from './plan.ts';

const repositoryUrl = 'https://git.example/team/App';
const source = { repositoryUrl, revision: 'main', path: 'a' };
const token = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';

/** Whether a plan for an application covers a write with this body. */
function coversBody(body: object, action: TenantWrite['action'] = 'create'): boolean {
  return covers(planFor('applications', source), {
    tenant: 'acme',
    resource: 'applications',
    name: 'nightly',
    action,
    ...factsOf(body, 'applications'),
  });
}

function factsOf(body: object, resource: string): Pick<TenantWrite, 'subject' | 'isHidden'> {
  const { subject, isHidden } = readBodyFacts(body, resource);
  return { subject, isHidden };
}

function planFor(resource: string, body: object): Plan {
  const subject = readBodyFacts(body).subject ?? {};
  const steps: Plan['steps'] = [{ tenant: 'acme', action: 'create' }];
  return { operation: 'rollout', resource, name: 'nightly', subject, policy: 'update', steps };
}

describe('a plan for an application', () => {
  test.each([
    ['https://git.example/team/App/'],
    ['https://git.example/team/App.git'],
    ['https://GIT.example:443/team/App'],
    ['https://jo:invented@git.example/team/App'],
  ])('covers the repository in the spelling %s', (spelling) => {
    expect(coversBody({ ...source, repositoryUrl: spelling })).toBe(true);
  });

  test.each([
    ['capitals in its path', { ...source, repositoryUrl: 'https://git.example/team/app' }],
    ['another port', { ...source, repositoryUrl: 'https://git.example:8443/team/App' }],
    ['no encryption', { ...source, repositoryUrl: 'http://git.example/team/App' }],
    [
      'a host that looks like a login',
      { ...source, repositoryUrl: 'https://b.example/@git.example/team/App' },
    ],
    ['an address that nobody may read', { ...source, repositoryUrl: `https://git.example/${token}` }],
    ['a name in place of the address', { revision: 'main', path: 'a', repositoryName: 'other' }],
    ['a revision that nobody may read', { ...source, revision: token }],
    ['another folder', { ...source, path: 'A' }],
  ])('does not cover %s', (_what, body) => {
    expect(coversBody(body)).toBe(false);
    expect(coversBody(body, 'update')).toBe(false);
  });
});

const groups = { resourceGroup: 'team-a' };
const s3 = {
  name: 'nightly',
  type: 'S3',
  bucket: 'hcp-0a1b2c3d-1234-4abc-9def-0123456789ab',
  endpoint: 's3.eu-central-1.amazonaws.com',
  region: 'eu-central-1',
  pathPrefix: 'team-a',
  usehttps: '1',
  data: { AWS_ACCESS_KEY_ID: 'AKIA0123456789ABCDEF', AWS_SECRET_ACCESS_KEY: 'invented' },
};
const azure = {
  name: 'nightly',
  type: 'azure',
  data: {
    CONTAINER_URI: 'https://store.blob.core.windows.net/models',
    REGION: 'eu',
    CLIENT_ID: '0a1b2c3d-1234-4abc-9def-0123456789ab',
    STORAGE_ACCESS_KEY: 'sv=invented',
  },
};
const lake = {
  name: 'nightly',
  type: 'webhdfs',
  data: {
    HDFS_NAMENODE: 'https://0a1b2c3d.files.hdl.example',
    HEADERS: '{"x-sap-filecontainer":"a"}',
    TLS_CERT: 'invented',
    TLS_KEY: 'invented',
  },
};
const config = (auths: object, more: object = {}) => ({
  name: 'nightly',
  data: { '.dockerconfigjson': JSON.stringify({ auths, ...more }) },
});
const login = { username: 'jo', password: 'invented' };
const group = { resourceGroupId: 'nightly', labels: [{ key: 'ext.ai.sap.com/a', value: 'true' }] };
const keys = { name: 'nightly', data: { user: 'aW52ZW50ZWQ=', token: 'aW52ZW50ZWQ=' } };
const repository = { name: 'nightly', url: repositoryUrl, ...login };

/** Whether a plan made from one body covers a write of another. */
function coversOther(resource: string, approved: object, sent: object, place = {}): boolean {
  const told = readBodyFacts(approved, resource);
  expect(told.isHidden).toBe(false);
  const steps: Plan['steps'] = [{ tenant: 'acme', action: 'create' }];
  const subject = { ...told.subject, ...groups };
  const plan: Plan = { operation: 'rollout', resource, name: 'nightly', subject, policy: 'update', steps };
  const facts = factsOf(sent, resource);
  const write = { tenant: 'acme', resource, name: 'nightly', isHidden: facts.isHidden } as const;
  return covers(plan, { ...write, action: 'create', subject: { ...facts.subject, ...groups, ...place } });
}

describe('everything in a body is approved or a credential', () => {
  test.each<[string, object, object]>([
    ['objectStoreSecrets', s3, { ...s3, data: { AWS_ACCESS_KEY_ID: 'other', AWS_SECRET_ACCESS_KEY: 'b' } }],
    ['objectStoreSecrets', azure, { ...azure, data: { ...azure.data, STORAGE_ACCESS_KEY: 'other' } }],
    ['objectStoreSecrets', lake, { ...lake, data: { ...lake.data, HEADERS: '{"x-sap-filecontainer":"b"}' } }],
    [
      'dockerRegistrySecrets',
      config({ 'ghcr.io': login }),
      config({ 'ghcr.io': { ...login, password: 'b' } }),
    ],
    ['resourceGroups', group, { ...group }],
    ['secrets', keys, { name: 'nightly', data: { token: 'Yg==', user: 'Yg==' } }],
    ['repositories', repository, { ...repository, password: 'b' }],
  ])('%s with another credential: %j', (resource, approved, sent) => {
    expect(coversOther(resource, approved, sent)).toBe(true);
  });

  test.each<[string, object, object]>([
    ['objectStoreSecrets', s3, { ...s3, bucket: 'others' }],
    ['objectStoreSecrets', s3, { ...s3, endpoint: 's3.evil.example' }],
    ['objectStoreSecrets', s3, { ...s3, region: 'us-east-1' }],
    ['objectStoreSecrets', s3, { ...s3, pathPrefix: 'team-b' }],
    ['objectStoreSecrets', s3, { ...s3, usehttps: '0' }],
    ['objectStoreSecrets', s3, { ...s3, verifyssl: '0' }],
    ['objectStoreSecrets', s3, { ...s3, verifyssl: 0 }],
    ['objectStoreSecrets', s3, { ...s3, type: 'oss' }],
    ['objectStoreSecrets', s3, { ...s3, proxy: 'evil.example' }],
    ['objectStoreSecrets', s3, { ...s3, data: { ...s3.data, BUCKET: 'others' } }],
    ['objectStoreSecrets', s3, { ...s3, data: { ...s3.data, PROXY: 'evil.example' } }],
    [
      'objectStoreSecrets',
      azure,
      { ...azure, data: { ...azure.data, CONTAINER_URI: 'https://evil.example/models' } },
    ],
    [
      'objectStoreSecrets',
      azure,
      { ...azure, data: { ...azure.data, CONTAINER_URI: `${azure.data.CONTAINER_URI}?sig=a` } },
    ],
    ['objectStoreSecrets', azure, { ...azure, data: { ...azure.data, CLIENT_ID: 'other' } }],
    ['objectStoreSecrets', lake, { ...lake, data: { ...lake.data, HDFS_NAMENODE: 'https://evil.example' } }],
    ['objectStoreSecrets', lake, { ...lake, data: { ...lake.data, HEADERS: '{"x-b":"a"}' } }],
    [
      'dockerRegistrySecrets',
      config({ 'ghcr.io': login }),
      config({ 'ghcr.io': login, 'evil.example': login }),
    ],
    ['dockerRegistrySecrets', config({ 'ghcr.io': login }), config({ 'ghcr.io': { ...login, proxy: 'b' } })],
    [
      'dockerRegistrySecrets',
      config({ 'ghcr.io': login }),
      config({ 'ghcr.io': login }, { credsStore: 'b' }),
    ],
    [
      'dockerRegistrySecrets',
      config({ 'ghcr.io': login }),
      { ...config({ 'ghcr.io': login }), data: { ...config({ 'ghcr.io': login }).data, more: 'b' } },
    ],
    ['resourceGroups', group, { ...group, labels: [...group.labels, { key: 'b', value: 'c' }] }],
    ['resourceGroups', group, { ...group, labels: [{ key: 'ext.ai.sap.com/a', value: 'false' }] }],
    ['resourceGroups', group, { resourceGroupId: 'nightly' }],
    ['resourceGroups', group, { ...group, labels: { a: 'b' } }],
    ['resourceGroups', group, { ...group, zone: 'b' }],
    ['secrets', keys, { name: 'nightly', data: { user: 'Yg==' } }],
    ['secrets', keys, { name: 'nightly', data: { ...keys.data, more: 'Yg==' } }],
    ['secrets', keys, { name: 'nightly', data: { ...keys.data, [token]: 'Yg==' } }],
    ['secrets', keys, { ...keys, kind: 'b' }],
    ['repositories', repository, { ...repository, url: `${repositoryUrl}?a=b` }],
    ['repositories', repository, { ...repository, username: 'kim' }],
    ['repositories', repository, { ...repository, branch: 'b' }],
  ])('%s of %j is not %j', (resource, approved, sent) => {
    expect(coversOther(resource, approved, sent)).toBe(false);
  });

  test('a write of an unknown kind cannot be approved', () => {
    expect(readBodyFacts({ name: 'nightly' }, 'unknownThings').isHidden).toBe(true);
  });

  test('another place is not approved', () => {
    expect(coversOther('secrets', keys, keys, { resourceGroup: 'team-b' })).toBe(false);
    expect(coversOther('secrets', keys, keys, { scope: 'tenant' })).toBe(false);
  });

  test('no credential is in a plan', () => {
    const told = [
      readBodyFacts(s3, 'objectStoreSecrets'),
      readBodyFacts(azure, 'objectStoreSecrets'),
      readBodyFacts(lake, 'objectStoreSecrets'),
      readBodyFacts(config({ 'ghcr.io': login }), 'dockerRegistrySecrets'),
      readBodyFacts(keys, 'secrets'),
      readBodyFacts(repository, 'repositories'),
      readBodyFacts({ ...s3, bucket: token }, 'objectStoreSecrets'),
      readBodyFacts({ ...s3, bucket: 'wJalrXUtnFEMI0K7MDENG/bPxRfiCYINVENTEDKE' }, 'objectStoreSecrets'),
      readBodyFacts({ ...group, labels: [{ key: 'a', value: token }] }, 'resourceGroups'),
    ];
    expect(JSON.stringify(told)).not.toMatch(/invented|aW52|AKIA|ghp_|wJal|filecontainer":"a/);
    expect(told.slice(-3).map(({ isHidden }) => isHidden)).toEqual([true, true, true]);
    expect(told[0]?.subject).toMatchObject({ settings: { bucket: s3.bucket, usehttps: '1' } });
    expect(told[2]?.subject).toMatchObject({ settings: { headerNames: 'x-sap-filecontainer' } });
  });
});

describe('a plan that names no user', () => {
  const plan = planFor('dockerRegistrySecrets', { registries: [{ host: 'ghcr.io' }] });
  const coversLogin = (username: string) => {
    const text = JSON.stringify({ auths: { 'ghcr.io': { username, password: 'invented' } } });
    const write = { tenant: 'acme', resource: 'dockerRegistrySecrets', name: 'nightly' } as const;
    const facts = factsOf({ data: { '.dockerconfigjson': text } }, write.resource);
    return covers(plan, { ...write, action: 'create', ...facts });
  };

  test('does not cover a user who could have been named', () => {
    expect(coversLogin('octo')).toBe(false);
  });

  test('does not for a repository either', () => {
    const ofNobody = planFor('repositories', { url: repositoryUrl });
    const write = { tenant: 'acme', resource: 'repositories', name: 'nightly', action: 'create' } as const;
    const facts = (username: string) =>
      factsOf({ url: repositoryUrl, username, password: 'invented' }, 'repositories');
    expect(covers(ofNobody, { ...write, ...facts('octo') })).toBe(false);
    expect(covers(ofNobody, { ...write, ...facts(token) })).toBe(true);
  });

  test.each([token, `robot-of-${'the-very-'.repeat(4)}long-name-2026`])(
    'covers a user whose name no plan may hold: %s',
    (username) => {
      expect(coversLogin(username)).toBe(true);
    },
  );
});

test('new credentials for a repository need no address, because it cannot be changed', () => {
  const plan = planFor('repositories', { url: repositoryUrl, username: 'jo' });
  const write = { tenant: 'acme', resource: 'repositories', name: 'nightly' };
  const facts = factsOf({ username: 'jo', password: 'invented' }, 'repositories');
  expect(covers(plan, { ...write, action: 'update', ...facts })).toBe(true);
  expect(covers(plan, { ...write, action: 'create', ...facts })).toBe(false);
});
