import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../domain/connection/connection.ts';
import { createRepository, repositoriesQuery, rotateRepositoryCredentials } from './repositories.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const body = {
  name: 'app',
  url: 'https://github.com/team/app',
  username: 'jo',
  password: 'not-a-real-token',
};

interface Call {
  readonly method: string | undefined;
  readonly path: string;
  readonly body: unknown;
}

/** Answers by method, and notes what was asked. */
function answer(answers: Record<string, { status: number; json: unknown }>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    calls.push({ method: init.method, path, body: init.body });
    const { status, json } = answers[init.method ?? ''] ?? { status: 501, json: {} };
    return Promise.resolve(Response.json(json, { status }));
  });
  return calls;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('createRepository', () => {
  it.each([
    { what: 'of another repository', url: 'https://github.com/team/other', code: 'NameTaken' },
    { what: 'of a repository without a URL', url: undefined, code: 'NameTaken' },
    {
      what: 'of the same one in another spelling',
      url: 'https://github.com/Team/App/',
      code: 'AlreadyExists',
    },
  ])('tells a name that is in use $what', async ({ url, code }) => {
    const json = { error: { code: '500', message: 'Repository app not found' } };
    answer({ POST: { status: 500, json }, GET: { status: 200, json: { name: 'app', url } } });
    await expect(createRepository(connection, body)).rejects.toMatchObject({ status: 409, code });
  });

  it('sends the body as it is, and no error repeats the token', async () => {
    const calls = answer({ POST: { status: 403, json: {} } });
    const error = await createRepository(connection, body).catch((reason: unknown) => reason);
    expect(calls[0]?.body).toBe(JSON.stringify(body));
    expect(JSON.stringify(error) + String(error)).not.toContain('not-a-real-token');
  });
});

it('an odd field of one repository costs none of the others', async () => {
  const resources = [
    { name: 'b', url: null, status: null },
    { name: 'a', url: body.url, status: 'COMPLETED' },
  ];
  answer({ GET: { status: 200, json: { count: 2, resources } } });
  expect(await new QueryClient().fetchQuery(repositoriesQuery(connection))).toMatchObject([
    { name: 'a', url: body.url, status: 'COMPLETED' },
    { name: 'b', url: '', status: 'UNKNOWN' },
  ]);
});

it('rotateRepositoryCredentials sends username and password only', async () => {
  const calls = answer({ PATCH: { status: 200, json: { id: 'x', message: 'y' } } });
  await rotateRepositoryCredentials(connection, 'app', body);
  expect(calls).toEqual([
    {
      method: 'PATCH',
      path: '/api/tenants/acme/v2/admin/repositories/app',
      body: JSON.stringify({ username: 'jo', password: 'not-a-real-token' }),
    },
  ]);
});

describe('repositoriesQuery', () => {
  it('reads names, URLs without credentials, and statuses, in the order of the names', async () => {
    const resources = [
      { name: 'b', url: 'https://jo:not-a-real-token@git.example.com/b', status: 'IN-PROGRESS' },
      { name: 'c', status: 'SOMETHING-NEW' },
      { name: 'a', url: 'https://git.example.com/a', status: 'COMPLETED', more: 1 },
    ];
    answer({ GET: { status: 200, json: { count: 3, resources } } });
    const client = new QueryClient();
    const query = repositoriesQuery(connection);
    const first = [
      { name: 'a', url: 'https://git.example.com/a', status: 'COMPLETED', readsInProgress: 0 },
      { name: 'b', url: 'https://git.example.com/b', status: 'IN-PROGRESS', readsInProgress: 1 },
      { name: 'c', url: '', status: 'UNKNOWN', readsInProgress: 0 },
    ];
    await expect(client.fetchQuery(query)).resolves.toEqual(first);
    const [, again] = await client.fetchQuery({ ...query, staleTime: 0 });
    expect(again?.readsInProgress).toBe(2);
  });
});
