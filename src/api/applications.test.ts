import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseApplicationStatus } from '../domain/application/application-status.ts';
import type { Connection } from '../domain/connection/connection.ts';
import {
  applicationsQuery,
  applicationStatusQuery,
  awaitReconciliation,
  changeApplication,
  createApplication,
  follow,
  refreshApplication,
} from './applications.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const source = { repositoryUrl: 'https://github.com/team/app', revision: 'main', path: 'workflows' };
const application = { name: 'nightly', ...source };

/** Answers each call in turn, the last one again and again, and notes what was asked. */
function answer(...answers: { status?: number; json: unknown }[]) {
  const calls: { method: string | undefined; path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    calls.push({ method: init.method, path, body: init.body });
    const { status = 200, json } = (answers.length > 1 ? answers.shift() : answers[0]) ?? { json: {} };
    return Promise.resolve(Response.json(json, { status }));
  });
  return calls;
}

/** A status without a message, as AI Core wrote it at that time. */
function at(reconciledAt: string, syncStatus = 'Synced') {
  return parseApplicationStatus({ syncStatus, healthStatus: 'Healthy', reconciledAt });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('an odd field of one application costs none of the others', async () => {
  answer({ json: { count: 2, resources: [{ applicationName: 'b', path: null }, { applicationName: 'a' }] } });
  expect(await new QueryClient().fetchQuery(applicationsQuery(connection))).toMatchObject([
    { name: 'a' },
    { name: 'b', path: '' },
  ]);
  answer({ json: { syncStatus: 'Synced', message: null, syncResourcesStatus: null } });
  const query = applicationStatusQuery(connection, application);
  expect(await new QueryClient().fetchQuery(query)).toMatchObject({ sync: 'Synced', resources: [] });
});

it('the list is read in order, without what has no name and without credentials in URLs', async () => {
  answer({
    json: {
      count: 3,
      resources: [
        { applicationName: 'b', ...source, repositoryUrl: 'https://jo:not-a-real-token@git.example/r' },
        { ...source },
        { applicationName: 'a' },
      ],
    },
  });
  expect(await new QueryClient().fetchQuery(applicationsQuery(connection))).toEqual([
    { name: 'a', repositoryUrl: '', revision: '', path: '' },
    { name: 'b', ...source, repositoryUrl: 'https://git.example/r' },
  ]);
});

describe('writes', () => {
  it('send what the API wants', async () => {
    const calls = answer({ json: { id: 'x', message: 'done' } });
    await createApplication(connection, application);
    await changeApplication(connection, application);
    await refreshApplication(connection, 'nightly');
    const base = '/api/tenants/acme/v2/admin/applications';
    expect(calls).toEqual([
      { method: 'POST', path: base, body: JSON.stringify({ applicationName: 'nightly', ...source }) },
      { method: 'PATCH', path: `${base}/nightly`, body: JSON.stringify(source) },
      { method: 'POST', path: `${base}/nightly/refresh`, body: null },
    ]);
  });

  it('tell a name that is in use from a failure', async () => {
    const json = { error: { code: '500', message: 'Unexpected' } };
    answer({ status: 500, json }, { json: { applicationName: 'nightly' } });
    await expect(createApplication(connection, application)).rejects.toMatchObject({
      status: 409,
      code: 'AlreadyExists',
    });
    answer({ status: 500, json: {} }, { status: 404, json: {} });
    await expect(createApplication(connection, application)).rejects.toMatchObject({ status: 500 });
  });
});

describe('an application is followed', () => {
  it('while it is on its way, and no longer', () => {
    const first = follow(undefined, at('1', 'OutOfSync'), application);
    const second = follow(first, at('1', 'OutOfSync'), application);
    expect([first.readsInProgress, second.readsInProgress]).toEqual([1, 2]);
    expect(follow(second, at('2'), application).readsInProgress).toBe(0);
  });

  it('not where something is known to be wrong', () => {
    const status = { ...at('1', 'OutOfSync'), message: 'a: app path does not exist' };
    expect(follow(undefined, status, application).readsInProgress).toBe(0);
  });

  it('after a refresh until AI Core has looked at it, though it says all the while that all is well', async () => {
    const client = new QueryClient();
    answer(...['1', '1', '2'].map((reconciledAt) => ({ json: { syncStatus: 'Synced', reconciledAt } })));
    const query = applicationStatusQuery(connection, application);
    const read = () => client.fetchQuery({ ...query, staleTime: 0 });
    expect(await read()).toMatchObject({ readsInProgress: 0, awaiting: undefined });
    awaitReconciliation(client, connection, 'nightly');
    expect(await read()).toMatchObject({ readsInProgress: 2, awaiting: '1' });
    expect(await read()).toMatchObject({ readsInProgress: 0, awaiting: undefined });
  });

  it('and is given up where AI Core never says when it looked', () => {
    let status = follow(undefined, parseApplicationStatus({ syncStatus: 'Synced' }), application);
    status = { ...status, awaiting: '', readsInProgress: 1 };
    for (let read = 0; read < 20; read += 1) {
      status = follow(status, parseApplicationStatus({ syncStatus: 'Synced' }), application);
    }
    expect(status).toMatchObject({ readsInProgress: 0, awaiting: undefined });
  });
});
