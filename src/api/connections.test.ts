import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { consoleConfigQuery } from './connections.ts';

afterEach(() => vi.unstubAllGlobals());

test('a list of connections that cannot be read is not asked for again by each part that wants it', async () => {
  const read = vi.fn<() => Promise<Response>>(
    async () => new Response('<h1>Not this</h1>', { headers: { 'content-type': 'text/html' } }),
  );
  vi.stubGlobal('fetch', read);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const first = new QueryObserver(client, consoleConfigQuery());
  const stop = first.subscribe(() => undefined);
  await expect.poll(() => first.getCurrentResult().error).toMatchObject({ kind: 'contract' });
  const stopOther = new QueryObserver(client, consoleConfigQuery()).subscribe(() => undefined);
  expect(first.getCurrentResult()).toMatchObject({ status: 'error', fetchStatus: 'idle' });
  expect(read).toHaveBeenCalledOnce();
  await first.refetch();
  expect(read).toHaveBeenCalledTimes(2);
  stop();
  stopOther();
});
