import { describe, expect, test } from 'vitest';
import { readError, type Reply } from '../testing/test-simulator.ts';
import { useTestSimulator } from '../testing/use-test-simulator.ts';

const base = '/applications';
const repositoryUrl = 'https://github.com/acme-ai/vision-pipelines';
const source = { repositoryUrl, revision: 'main', path: 'pipelines' };
const body = { applicationName: 'app', ...source };

const { vision, chat } = useTestSimulator();

function create(changes: object = {}, tenant = vision): Promise<Reply> {
  return tenant.call('POST', base, { body: { ...body, ...changes } });
}

async function readStatus(times = 1, name = 'app', tenant = vision): Promise<unknown> {
  for (let read = 1; read < times; read += 1) await tenant.call('GET', `${base}/${name}/status`);
  return (await tenant.call('GET', `${base}/${name}/status`)).json;
}

const time: unknown = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);

describe('status', () => {
  test('is out of sync for two reads, then synchronised, with its resources in both spellings', async () => {
    await create();
    const progressing = { syncStatus: 'OutOfSync', healthStatus: 'Progressing', syncResourcesStatus: [] };
    expect(await readStatus()).toMatchObject(progressing);
    expect(await readStatus()).toMatchObject(progressing);
    const resources = [
      { kind: 'ServingTemplate', name: 'vision-pipelines-pipelines-server', status: 'Synced' },
      { kind: 'WorkflowTemplate', name: 'vision-pipelines-pipelines', status: 'Synced' },
    ];
    expect(await readStatus()).toEqual({
      syncStatus: 'Synced',
      healthStatus: 'Healthy',
      source: { repoURL: repositoryUrl, revision: 'main', path: 'pipelines' },
      syncStartedAt: time,
      syncFinishedAt: time,
      reconciledAt: time,
      syncResourcesStatus: resources,
      syncRessourcesStatus: resources,
    });
  });

  test('stays the same after a refresh until that takes effect', async () => {
    const refresh = await vision.call('POST', `${base}/vision-training/refresh`);
    expect([refresh.status, refresh.json]).toEqual([
      202,
      { id: expect.any(String), message: 'Refresh of ArgoCD application has been scheduled' },
    ]);
    const before = '2026-01-05T08:00:00.000Z';
    expect(await readStatus(2, 'vision-training')).toMatchObject({ reconciledAt: before });
    const after = await readStatus(1, 'vision-training');
    expect(after).toMatchObject({ syncStatus: 'Synced' });
    expect(after).not.toMatchObject({ reconciledAt: before });
  });

  test.each([
    ['a path that is not there', { path: 'a/missing' }, 'a/missing: app path does not exist'],
    ['a template that cannot be read', { path: 'a/broken' }, 'Failed to unmarshal "broken.yaml"'],
    ['an empty path', { path: '' }, 'spec.source.path is required'],
    ['a revision that is not there', { revision: 'no-such' }, "Unable to resolve 'no-such' to a commit SHA"],
    [
      'a repository that is not registered',
      { repositoryUrl: 'https://github.com/acme-ai/other' },
      'application repo https://github.com/acme-ai/other is not permitted in project',
    ],
    [
      'the URL with other capitals',
      { repositoryUrl: 'https://github.com/acme-ai/Vision-Pipelines' },
      'is not permitted in project',
    ],
    [
      'a repository in Error',
      { repositoryUrl: 'https://gitlab.com/acme-ai/vision-legacy' },
      'authentication required',
    ],
  ])('reports %s', async (_case, changes, message) => {
    await create(changes);
    expect(await readStatus(3)).toMatchObject({
      syncStatus: 'Unknown',
      message: expect.stringContaining(message),
      syncResourcesStatus: [],
    });
  });

  test('of a folder with a Kubernetes Secret stays out of sync, including its templates', async () => {
    await create({ path: 'with-secret' });
    expect(await readStatus(3)).toMatchObject({
      syncStatus: 'OutOfSync',
      syncResourcesStatus: [
        { kind: 'Secret', status: 'OutOfSync' },
        { status: 'OutOfSync' },
        { status: 'OutOfSync' },
      ],
    });
  });

  test('of two with the same source is broken until one is changed', async () => {
    await create();
    await create({ applicationName: 'twin' });
    expect(await readStatus(3)).toMatchObject({
      syncStatus: 'OutOfSync',
      message: expect.stringContaining('is part of applications app and twin'),
    });
    expect(await readStatus(3, 'twin')).toMatchObject({ syncStatus: 'OutOfSync' });
    await vision.call('PATCH', `${base}/twin`, { body: { ...source, path: 'elsewhere' } });
    expect(await readStatus()).toMatchObject({ syncStatus: 'Synced' });
    expect(await readStatus(3, 'twin')).toMatchObject({
      syncStatus: 'Synced',
      source: { path: 'elsewhere' },
    });
  });
});

test('create, change and delete give the documented answers', async () => {
  const id: unknown = expect.stringMatching(/^[\w.-]{4,64}$/);
  const path = `${base}/app`;
  const replies = [
    await create(),
    await vision.call('PATCH', path, { body: { ...source, revision: 'v2' } }),
    await vision.call('GET', path),
    await vision.call('DELETE', path),
    await vision.call('GET', path),
  ];
  expect(replies.map(({ status, json }) => [status, json])).toEqual([
    [200, { id, message: 'ArgoCD application has been created' }],
    [200, { id, message: 'ArgoCD application has been updated' }],
    [200, { applicationName: 'app', ...source, revision: 'v2' }],
    [200, { id, message: 'ArgoCD application has been deleted' }],
    [404, expect.anything()],
  ]);
});

test('a repository can be named instead of its URL, and provides a missing name', async () => {
  const named = { repositoryName: 'vision-pipelines', revision: 'main', path: 'x' };
  expect((await vision.call('POST', base, { body: named })).status).toBe(200);
  expect((await vision.call('GET', `${base}/vision-pipelines`)).json).toEqual({
    applicationName: 'vision-pipelines',
    repositoryUrl,
    revision: 'main',
    path: 'x',
  });
  const unknown = await vision.call('POST', base, { body: { ...named, repositoryName: 'not-there' } });
  expect(unknown.status).toBe(404);
});

test('the list comes in parts', async () => {
  const reply = await vision.call('GET', `${base}?$count=true&$top=1&$skip=1`);
  expect(reply.json).toEqual({
    count: 3,
    resources: [
      { applicationName: 'vision-serving', repositoryUrl, revision: 'main', path: 'serving/missing' },
    ],
  });
});

describe('what cannot be created', () => {
  test.each([
    ['a name of two characters', { applicationName: 'ab' }],
    ['a name of 55 characters', { applicationName: 'a'.repeat(55) }],
    ['a name with capitals', { applicationName: 'App' }],
    ['a path of 64 characters', { path: 'a'.repeat(64) }],
    ['no revision', { revision: undefined }],
    ['no repository', { repositoryUrl: undefined }],
  ])('%s', async (_case, changes) => {
    const reply = await create(changes);
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
  });

  test('a name that is in use', async () => {
    const reply = await create({ applicationName: 'vision-training' });
    expect([reply.status, readError(reply).code]).toEqual([409, 'Conflict']);
  });

  test('one beyond the quota', async () => {
    const reply = await create({}, chat);
    expect([reply.status, readError(reply)]).toMatchObject([
      403,
      { code: 'QuotaExceeded', details: { resource: 'applications', maxCount: 50 } },
    ]);
  });
});

test.each([
  ['GET', 'not-there', 404],
  ['GET', 'not-there/status', 404],
  ['POST', 'not-there/refresh', 404],
  ['PATCH', 'not-there', 404],
  ['DELETE', 'not-there', 404],
  ['GET', 'Not.There', 400],
  ['GET', 'fail-500/status', 500],
  ['POST', 'fail-503/refresh', 503],
])('%s of %s is a %i', async (method, name, status) => {
  const options = method === 'PATCH' ? { body: source } : {};
  expect((await vision.call(method, `${base}/${name}`, options)).status).toBe(status);
});
