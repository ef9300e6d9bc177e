import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../domain/connection/connection.ts';
import { createResourceGroup, replaceResourceGroupLabels, resourceGroupsQuery } from './resource-groups.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const labels = [{ key: 'ext.ai.sap.com/stage', value: 'test' }];
const absent = { error: { code: 'NotFound', message: 'not there' } };

const accepted = () => Response.json({ resourceGroupId: 'team-a' }, { status: 202 });

/** Answers by method, and notes what was asked. */
function answer(answers: Record<string, () => Response>): { method: string; path: string; body: unknown }[] {
  const calls: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', (path: string, { method = '', body }: RequestInit) => {
    calls.push({ method, path, body });
    return Promise.resolve(answers[method]?.() ?? Response.json({}, { status: 501 }));
  });
  return calls;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('createResourceGroup', () => {
  it('sends nothing when a group of that id exists: AI Core would overwrite it', async () => {
    const calls = answer({ GET: () => Response.json({ resourceGroupId: 'team-a' }), POST: accepted });
    const onSending = vi.fn<() => void>();
    await expect(
      createResourceGroup(connection, { name: 'team-a', labels }, onSending),
    ).rejects.toMatchObject({ status: 409, code: 'AlreadyExists' });
    expect(calls.map(({ method }) => method)).toEqual(['GET']);
    expect(onSending).not.toHaveBeenCalled();
  });

  it('sends nothing when it cannot be told whether it exists', async () => {
    const calls = answer({ GET: () => Response.json({}, { status: 503 }), POST: accepted });
    await expect(
      createResourceGroup(connection, { name: 'team-a', labels }, () => undefined),
    ).rejects.toMatchObject({ status: 503 });
    expect(calls.map(({ method }) => method)).toEqual(['GET']);
  });

  it('sends the id, and labels where there are any', async () => {
    const calls = answer({ GET: () => Response.json(absent, { status: 404 }), POST: accepted });
    await createResourceGroup(connection, { name: 'team-a', labels }, () => undefined);
    await createResourceGroup(connection, { name: 'team-b', labels: [] }, () => undefined);
    expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      JSON.stringify({ resourceGroupId: 'team-a', labels }),
      JSON.stringify({ resourceGroupId: 'team-b' }),
    ]);
  });
});

it.each([
  ['nothing', () => new Response(undefined, { status: 202 }), true],
  ['a message', () => Response.json({ message: 'ok' }, { status: 202 }), true],
  ['half an answer', () => new Response('{"mess', { status: 202 }), false],
  ['a page', () => new Response('<html>', { status: 200 }), false],
])('changing labels takes %s for an answer', async (_what, reply, taken) => {
  answer({ PATCH: reply });
  const changed = replaceResourceGroupLabels(connection, { name: 'team-a', labels }).then(
    () => true,
    () => false,
  );
  expect(await changed).toBe(taken);
});

it('the list begins with the default group, and takes what is missing or odd as not known', async () => {
  const resources = [
    { resourceGroupId: 'b', status: 'PROVISIONING', createdAt: '2026-01-05T08:00:00Z', labels },
    { resourceGroupId: 'a', status: 'LATER', createdAt: 'soon', labels: 'none' },
    { resourceGroupId: 'default', status: 'PROVISIONED', statusMessage: '' },
  ];
  answer({ GET: () => Response.json({ count: 3, resources }) });
  const groups = await new QueryClient().fetchQuery(resourceGroupsQuery(connection));
  const odd = { statusMessage: undefined, createdAt: undefined, labels: [], readsInProgress: 0 };
  expect(groups).toEqual([
    { name: 'default', ...odd, status: 'PROVISIONED' },
    { name: 'a', ...odd, status: 'UNKNOWN' },
    {
      name: 'b',
      status: 'PROVISIONING',
      statusMessage: undefined,
      createdAt: new Date('2026-01-05T08:00:00Z'),
      labels,
      readsInProgress: 1,
    },
  ]);
});
