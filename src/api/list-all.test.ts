import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { listAll } from './list-all.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };

function list(answer: (skip: number) => unknown) {
  const fetched = vi.fn<(url: string) => Promise<Response>>((url) =>
    Promise.resolve(Response.json(answer(Number(new URL(url, 'http://here').searchParams.get('$skip'))))),
  );
  vi.stubGlobal('fetch', fetched);
  return { fetched, items: listAll(connection, 'things', z.object({ name: z.string() })) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('reads page by page, however many a page has', async () => {
  const { items, fetched } = list((skip) => ({ count: 3, resources: [{ name: `thing-${skip}` }] }));
  expect(await items).toEqual([{ name: 'thing-0' }, { name: 'thing-1' }, { name: 'thing-2' }]);
  expect(fetched).toHaveBeenCalledTimes(3);
});

it.each([
  { what: 'goes', later: ['a', 'c', 'd'] },
  { what: 'comes', later: ['0', 'a', 'b', 'c', 'd'] },
])('neither misses nor doubles any where one $what between two pages', async ({ later }) => {
  let names = ['a', 'b', 'c', 'd'];
  const { items } = list((skip) => {
    const [first, second] = names.slice(skip);
    const page = {
      count: names.length,
      resources: [first, second].flatMap((name) => (name ? { name } : [])),
    };
    names = later;
    return page;
  });
  expect((await items).map(({ name }) => name)).toEqual(later);
});

it('takes a list that changes all the time as it comes', async () => {
  let answers = 0;
  const { items } = list((skip) => {
    answers += 1;
    return { count: answers % 2 === 0 ? 5 : 4, resources: [{ name: `thing-${skip}` }] };
  });
  expect((await items).map(({ name }) => name)).toEqual([0, 1, 2, 3, 4].map((index) => `thing-${index}`));
});

it('gives up a list without an end', async () => {
  const { items } = list((skip) => ({ count: 1e9, resources: [{ name: `thing-${skip}` }] }));
  await expect(items).rejects.toMatchObject({ kind: 'contract' });
});
