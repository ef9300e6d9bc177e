import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { readError, type Reply } from '../testing/test-simulator.ts';
import { useTestSimulator } from '../testing/use-test-simulator.ts';

const path = '/resourceGroups';
const label = { key: 'ext.ai.sap.com/stage', value: 'test' };

const { vision, chat } = useTestSimulator();

const create = (body: object, tenant = vision): Promise<Reply> => tenant.call('POST', path, { body });

const stores = (): Promise<Reply> => vision.call('GET', '/objectStoreSecrets');
const select = (selector: string): Promise<Reply> => vision.call('GET', `${path}?labelSelector=${selector}`);
const page = (query: string, prefer = 'maxpagesize=20'): Promise<Reply> =>
  chat.call('GET', `${path}${query}`, { headers: { prefer } });

const listSchema = z.object({ resources: z.array(z.unknown()) });

async function readStatus(id: string, times: number): Promise<unknown> {
  let reply = await vision.call('GET', `${path}/${id}`);
  for (let read = 1; read < times; read += 1) reply = await vision.call('GET', `${path}/${id}`);
  return reply.json;
}

test('the seed shows a group of each outcome', async () => {
  const reply = await vision.call('GET', `${path}?$count=true`);
  expect(reply.json).toMatchObject({
    count: 3,
    resources: [
      {
        resourceGroupId: 'default',
        status: 'PROVISIONED',
        labels: [],
        createdAt: '2026-01-05T08:00:00.000Z',
      },
      { resourceGroupId: 'vision-legacy', status: 'ERROR', statusMessage: expect.any(String) },
      { resourceGroupId: 'vision-training', labels: expect.arrayContaining([label]) },
    ],
  });
});

test('a group is PROVISIONING, then PROVISIONED, or ERROR if its id says so', async () => {
  await create({ resourceGroupId: 'Team-A.eu', labels: [label] });
  await create({ resourceGroupId: 'provision-error-1' });
  expect(await readStatus('Team-A.eu', 2)).toMatchObject({ status: 'PROVISIONING', labels: [label] });
  expect(await readStatus('Team-A.eu', 1)).toMatchObject({ status: 'PROVISIONED' });
  expect(await readStatus('provision-error-1', 3)).toMatchObject({ status: 'ERROR' });
});

test('creating an existing group replaces it, and its content is gone', async () => {
  expect((await stores()).json).toMatchObject({ count: 2 });
  const reply = await create({ resourceGroupId: 'default' });
  expect([reply.status, reply.json]).toMatchObject([202, { resourceGroupId: 'default' }]);
  expect((await stores()).json).toMatchObject({ count: 0 });
});

test('PATCH replaces the labels and answers without a body', async () => {
  const reply = await vision.call('PATCH', `${path}/vision-training`, { body: { labels: [label] } });
  expect([reply.status, reply.text]).toEqual([202, '']);
  expect(await readStatus('vision-training', 1)).toMatchObject({ labels: [label] });
});

test('a deleted group disappears after a while', async () => {
  const reply = await vision.call('DELETE', `${path}/vision-training`);
  expect(reply.status).toBe(202);
  expect(await readStatus('vision-training', 2)).toMatchObject({ resourceGroupId: 'vision-training' });
  expect((await vision.call('GET', `${path}/vision-training`)).status).toBe(404);
});

describe('what is refused', () => {
  test.each([
    ['an id of two characters', { resourceGroupId: 'ab' }],
    ['an id with an underscore', { resourceGroupId: 'team_a' }],
    ['an id that ends with a dash', { resourceGroupId: 'team-' }],
    ['an id of 254 characters', { resourceGroupId: 'a'.repeat(254) }],
    ['no id', {}],
    ['a label of another prefix', { resourceGroupId: 'team', labels: [{ key: 'stage', value: 'a' }] }],
    [
      'a label that would take ages',
      { resourceGroupId: 'team', labels: [{ key: `ext.ai.sap.com/${'a'.repeat(46)}!`, value: 'a' }] },
    ],
  ])('%s', async (_case, body) => {
    const reply = await create(body);
    expect([reply.status, readError(reply).code]).toEqual([400, 'InvalidRequest']);
  });

  test('one beyond the quota, but not one that exists', async () => {
    const reply = await create({ resourceGroupId: 'one-more' }, chat);
    expect([reply.status, readError(reply).code]).toEqual([403, 'QuotaExceeded']);
    expect((await create({ resourceGroupId: 'default' }, chat)).status).toBe(202);
  });

  test('deleting the default group', async () => {
    expect((await vision.call('DELETE', `${path}/default`)).status).toBe(400);
  });

  test('a group that does not exist', async () => {
    const replies = await Promise.all([
      vision.call('GET', `${path}/nobody`),
      vision.call('PATCH', `${path}/nobody`, { body: { labels: [] } }),
      vision.call('DELETE', `${path}/nobody`),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('paging by the server', () => {
  test('a Link leads to the next one, until there is none', async () => {
    const sizes: number[] = [];
    let query = '';
    for (let pages = 0; pages < 5; pages += 1) {
      const reply = await page(query);
      sizes.push(listSchema.parse(reply.json).resources.length);
      const next = /^<[^?]+(\?continueToken=[\w-]+)>; rel="next"$/.exec(reply.headers.get('link') ?? '');
      if (!next) break;
      query = next[1] ?? '';
    }
    expect(sizes).toEqual([20, 20, 10]);
  });

  test('without the preference all groups come at once', async () => {
    const reply = await page('', 'respond-async');
    expect(reply.json).toMatchObject({ count: 50 });
    expect(reply.headers.get('link')).toBeNull();
  });

  test('a foreign token has expired', async () => {
    const reply = await page('?continueToken=elsewhere');
    expect([reply.status, readError(reply).code]).toEqual([410, 'ResourceExpired']);
  });

  test('labels select', async () => {
    expect((await select('ext.ai.sap.com/stage=test')).json).toMatchObject({ count: 1 });
    expect((await select('ext.ai.sap.com/stage!=test')).json).toMatchObject({ count: 2 });
    expect((await select('stage')).status).toBe(400);
  });
});
