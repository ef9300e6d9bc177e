import { beforeEach, expect, test, vi } from 'vitest';
import { stubStorage } from '../api/browser-storage/testing/stub-storage.ts';
import { FakeClock } from '../api/pacing/testing/fake-clock.ts';
import type { Connection } from '../domain/connection/connection.ts';

const storage = stubStorage();
vi.stubGlobal('location', new URL('https://console.example.com/'));
const fetching = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetching);
const { startDeletion } = await import('./start-deletion.ts');
const { rememberRegistered } = await import('../api/browser-storage/change-remembered.ts');

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const accepted = () => Response.json({ message: 'deleted' }, { status: 202 });
const refused = (status: number, headers = {}) =>
  Response.json({ error: { code: 'Any', message: 'No.' } }, { status, headers });

/** Answers to calls of the name, in their order; all others are accepted. */
function setUp(names: readonly string[], answers: Readonly<Record<string, Response[]>> = {}) {
  const calls: string[] = [];
  fetching.mockImplementation((url, init) => {
    const name = (typeof url === 'string' ? url : '').split('/').at(-1) ?? '';
    calls.push(`${init?.method} ${name}`);
    return Promise.resolve(answers[name]?.shift() ?? accepted());
  });
  const clock = new FakeClock();
  const refresh = vi.fn<() => Promise<void>>();
  const run = startDeletion({ connection, names, refresh, clock });
  const row = (name: string) => run.store.getSnapshot().rows.find(({ targetId }) => targetId === name);
  return { calls, clock, run, row, refresh };
}

beforeEach(() => storage.clear());

test('deletes each, forgets those that are gone, and has the list read again', async () => {
  for (const name of ['a', 'b', 'c']) {
    rememberRegistered(connection, { name, registries: [], expiresAt: undefined }, new Date());
  }
  const { clock, run, row, refresh } = setUp(['a', 'b', 'c'], { b: [refused(404)], c: [refused(500)] });
  await clock.advance(1000);
  expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 2, failed: 1 } });
  expect(row('b')?.end).toEqual({ state: 'done', how: 'gone-already' });
  expect(row('c')?.end).toMatchObject({ problem: { status: 500 } });
  const remembered: { name: string }[] = JSON.parse(storage.get('remembered-secrets-1') ?? '');
  expect(remembered.map(({ name }) => name)).toEqual(['c']);
  expect(refresh).toHaveBeenCalled();
});

test('is stopped before the next one', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `s${index}`);
  const { calls, clock, run } = setUp(names);
  run.cancel();
  await clock.advance(10_000);
  const { phase, counts } = run.store.getSnapshot();
  expect(phase).toBe('ended');
  expect(counts.cancelled).toBe(20 - calls.length);
  expect(calls.length).toBeLessThanOrEqual(6);
});

test('waits as long as it is asked to, and tries again what has failed', async () => {
  const { calls, clock, run, row } = setUp(['a', 'b'], {
    a: [refused(429, { 'retry-after': '30' })],
    b: [refused(500)],
  });
  await clock.advance(29_000);
  expect(calls).toEqual(['DELETE a']);
  expect(row('a')).toMatchObject({ state: 'retrying', waitSeconds: 30 });
  await clock.advance(10_000);
  expect(run.store.getSnapshot().counts).toMatchObject({ done: 1, failed: 1 });
  run.retryFailed();
  await clock.advance(1000);
  expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 2 } });
  expect(calls).toEqual(['DELETE a', 'DELETE a', 'DELETE b', 'DELETE b']);
});
