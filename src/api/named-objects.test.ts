import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { createNamed } from './named-objects.ts';
import { createSecret } from './docker-registry-secrets.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const failed = { error: { code: 'X', message: 'Unexpected', requestId: 'r-1' } };

/** Answers by method, and notes what was asked. A status of 0 is no answer. */
function answer(answers: Record<string, { status: number; json: unknown }>): string[] {
  const calls: string[] = [];
  vi.stubGlobal('fetch', (path: string, { method = '' }: RequestInit) => {
    calls.push(`${method} ${path}`);
    const { status, json } = answers[method] ?? { status: 0, json: {} };
    if (status === 0) return Promise.reject(new TypeError('failed'));
    return Promise.resolve(Response.json(json, { status }));
  });
  return calls;
}

function create(): Promise<void> {
  return createNamed(connection, {
    resource: 'repositories',
    body: { name: 'a.b' },
    existingSchema: z.object({ kind: z.string() }),
    conflictWith: ({ kind }) => (kind === 'other' ? 'NameTaken' : 'AlreadyExists'),
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each([400, 403, 409, 500])('a creation that is answered with %i', (status) => {
  it.each([
    ['same', 'AlreadyExists'],
    ['other', 'NameTaken'],
  ])('is a conflict where the name is there (%s)', async (kind, code) => {
    const calls = answer({ POST: { status, json: failed }, GET: { status: 200, json: { kind } } });
    await expect(create()).rejects.toMatchObject({ kind: 'http', status: 409, code, requestId: 'r-1' });
    expect(calls).toEqual([
      'POST /api/tenants/acme/v2/admin/repositories',
      'GET /api/tenants/acme/v2/admin/repositories/a.b',
    ]);
  });

  it.each([
    ['the name is free', { status: 404, json: {} }],
    ['asking fails', { status: 500, json: {} }],
    ['asking gets no answer', { status: 0, json: {} }],
    ['the answer is of another shape', { status: 200, json: {} }],
  ])('stays that error where %s', async (_case, get) => {
    answer({ POST: { status, json: failed }, GET: get });
    await expect(create()).rejects.toMatchObject({ status, code: 'X', message: 'Unexpected' });
  });
});

// A 500 without AI Core's envelope is one of something in front of it.
it.each([0, 401, 404, 412, 429, 500, 502, 503, 504])('asks no further after a %i', async (status) => {
  const calls = answer({ POST: { status, json: {} }, GET: { status: 200, json: { kind: 'same' } } });
  await expect(create()).rejects.toMatchObject({ code: undefined });
  expect(calls).toHaveLength(1);
});

it('asks nothing where it succeeds', async () => {
  const calls = answer({ POST: { status: 202, json: { message: 'done' } } });
  await expect(create()).resolves.toBeUndefined();
  expect(calls).toHaveLength(1);
});

it('tells a secret that exists, whatever else the read of it says', async () => {
  answer({
    POST: { status: 500, json: failed },
    GET: { status: 200, json: { name: 'a', creationTimestamp: '2026-01-05T08:00:00Z', namespace: 'n' } },
  });
  const body = { name: 'a', data: { '.dockerconfigjson': '{"auths":{}}' } };
  await expect(createSecret(connection, body)).rejects.toMatchObject({ status: 409, code: 'AlreadyExists' });
});
