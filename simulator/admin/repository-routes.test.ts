import { describe, expect, test } from 'vitest';
import { readError, type Reply } from '../testing/test-simulator.ts';
import { useTestSimulator } from '../testing/use-test-simulator.ts';

const repositoriesPath = '/repositories';
const credentials = { username: 'robot', password: 'not-a-real-token' };
const url = 'https://github.com/user/repo';

const { running, vision, forecast, chat } = useTestSimulator();

function create(body: object, tenant = forecast): Promise<Reply> {
  return tenant.call('POST', repositoriesPath, { body });
}

async function readTimes(count: number, path = `${repositoriesPath}/repo`): Promise<unknown[]> {
  const bodies: unknown[] = [];
  for (let read = 0; read < count; read += 1) {
    bodies.push((await forecast.call('GET', path)).json);
  }
  return bodies;
}

function show(status: string, shown = url): object {
  return { name: 'repo', url: shown, status };
}

describe('status', () => {
  test('goes from IN-PROGRESS to COMPLETED', async () => {
    await create({ name: 'repo', url, ...credentials });
    const expected = ['IN-PROGRESS', 'IN-PROGRESS', 'COMPLETED', 'COMPLETED'].map((status) => show(status));
    expect(await readTimes(4)).toEqual(expected);
  });

  test('progresses with each list that shows the repository, and not with others', async () => {
    await create({ name: 'repo', url, ...credentials });
    await readTimes(5, `${repositoriesPath}?$skip=1`);
    const listed = await readTimes(3, repositoriesPath);
    expect(listed).toEqual(
      ['IN-PROGRESS', 'IN-PROGRESS', 'COMPLETED'].map((status) => ({ count: 1, resources: [show(status)] })),
    );
  });

  test('ends in ERROR for a GitLab address without .git, and new credentials try again', async () => {
    const gitlab = 'https://gitlab.com/team/repo';
    await create({ name: 'repo', url: gitlab, ...credentials });
    expect((await readTimes(3)).at(-1)).toEqual(show('ERROR', gitlab));
    await forecast.call('PATCH', `${repositoriesPath}/repo`, { body: credentials });
    expect((await readTimes(1)).at(-1)).toEqual(show('IN-PROGRESS', gitlab));
  });

  test('ERROR from a username is fixed by another username', async () => {
    await create({ name: 'repo', url, username: 'sync-error', password: 'not-a-real-token' });
    expect((await readTimes(3)).at(-1)).toEqual(show('ERROR'));
    await forecast.call('PATCH', `${repositoriesPath}/repo`, { body: credentials });
    expect((await readTimes(3)).at(-1)).toEqual(show('COMPLETED'));
  });
});

test('create, update and delete give the documented answers', async () => {
  const id: unknown = expect.stringMatching(/^[\w.-]{4,64}$/);
  const path = `${repositoriesPath}/repo`;
  const created = await create({ name: 'repo', url, ...credentials });
  const updated = await forecast.call('PATCH', path, { body: credentials });
  const deleted = await forecast.call('DELETE', path);
  expect([created, updated, deleted].map(({ status, json }) => ({ status, json }))).toEqual([
    { status: 200, json: { id, message: 'Repository has been on-boarded' } },
    { status: 200, json: { id, message: 'ArgoCD application has been updated' } },
    { status: 200, json: { id, message: 'The repository has been off-boarded.' } },
  ]);
  expect((await forecast.call('GET', path)).status).toBe(404);
});

test('a repository without a name gets the last part of its URL', async () => {
  expect((await create({ url, ...credentials })).status).toBe(200);
  expect((await forecast.call('GET', `${repositoriesPath}/repo`)).status).toBe(200);
});

test('the seeded repositories show both outcomes', async () => {
  const reply = await vision.call('GET', `${repositoriesPath}?$count=true&$top=5`);
  expect(reply.json).toEqual({
    count: 2,
    resources: [
      { name: 'vision-legacy', url: 'https://gitlab.com/acme-ai/vision-legacy', status: 'ERROR' },
      { name: 'vision-pipelines', url: 'https://github.com/acme-ai/vision-pipelines', status: 'COMPLETED' },
    ],
  });
});

describe('what cannot be created', () => {
  test.each([
    ['no URL', { name: 'repo', ...credentials }],
    ['no username', { name: 'repo', url, password: 'not-a-real-token' }],
    ['no password', { name: 'repo', url, username: 'robot' }],
    ['a numeric password', { name: 'repo', url, username: 'robot', password: 1 }],
    ['an empty name', { name: '', url, ...credentials }],
    ['a name of 52 characters', { name: 'a'.repeat(52), url, ...credentials }],
    ['a name with a dot', { name: 'my.repo', url, ...credentials }],
    ['an ssh address', { name: 'repo', url: 'ssh://git@github.com/user/repo', ...credentials }],
    ['no address', { name: 'repo', url: 'git@github.com:user/repo', ...credentials }],
  ])('%s', async (_case, body) => {
    const reply = await create(body);
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
  });

  test.each([`${url}/`, `${url}.git`, 'https://github.com/user/REPO/'])(
    'the same repository as %s, under any name',
    async (spelling) => {
      await create({ name: 'repo', url, ...credentials });
      const replies = await Promise.all(
        ['repo', 'other'].map((name) => create({ name, url: spelling, ...credentials })),
      );
      expect(replies.map((reply) => [reply.status, readError(reply).code])).toEqual([
        [409, 'Conflict'],
        [409, 'Conflict'],
      ]);
    },
  );

  test('another repository under a used name is a 500 in an inner service’s words', async () => {
    await create({ name: 'repo', url, ...credentials });
    const { status, json } = await create({ name: 'repo', url: `${url}-2`, ...credentials });
    const tenantId = running().serviceKeys[1]?.serviceKey.identityzoneid;
    expect([status, json]).toEqual([
      500,
      {
        error: {
          code: '500',
          message: `Repository repo not found for tenant ${tenantId}`,
          request_id: null,
          target: '/api/v4alpha/repositories',
          details: {},
        },
      },
    ]);
    expect(await readTimes(1)).toEqual([show('IN-PROGRESS')]);
  });

  test('one beyond the quota', async () => {
    const reply = await create({ name: 'repo', url, ...credentials }, chat);
    expect([reply.status, readError(reply)]).toMatchObject([
      403,
      { code: 'QuotaExceeded', details: { maxCount: 50 } },
    ]);
  });
});

test.each([
  ['GET', 'not-there', 404],
  ['PATCH', 'not-there', 404],
  ['DELETE', 'not-there', 404],
  ['GET', 'Not.There', 400],
  ['PATCH', 'Not.There', 400],
  ['DELETE', 'Not.There', 400],
])('%s of %s is a %i', async (method, name, status) => {
  const options = method === 'PATCH' ? { body: credentials } : {};
  const reply = await forecast.call(method, `${repositoriesPath}/${name}`, options);
  expect([reply.status, typeof readError(reply).code]).toEqual([status, 'string']);
});

test('the credentials of a repository are in no answer', async () => {
  const planted = 'planted-fake-token';
  const replies = [
    await create({ name: 'repo', url, username: 'robot', password: planted }),
    await create({ name: 'repo', url, username: 'robot', password: planted }),
    await create({ name: 'other', url: 'nonsense', username: 'robot', password: planted }),
    await forecast.call('GET', repositoriesPath),
    await forecast.call('GET', `${repositoriesPath}/repo`),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 409, 400, 200, 200]);
  expect(replies.filter(({ text }) => text.includes(planted))).toEqual([]);
});
