import { expect, test } from 'vitest';
import type { Connection } from '../../domain/connection/connection.ts';
import { ApiError } from '../../domain/api-problem.ts';
import { TenantReads, type ReadTenant } from './tenant-reads.ts';
import { FakeClock } from './testing/fake-clock.ts';

const http = (status: number, retryAfterSeconds?: number) =>
  new ApiError({ kind: 'http', status, message: '', retryAfterSeconds });

/** Tenants t0, t1, … that take 150 ms each; `failures` are thrown first, one at each request. */
function setUp(count: number, failures: Record<string, Error[]> = {}) {
  const clock = new FakeClock();
  const asked: string[] = [];
  const underWay = { now: 0, most: 0 };
  const connections = Array.from({ length: count }, (_, index): Connection => {
    const id = `t${index}`;
    return { id, label: id, baseUrl: `/api/tenants/${id}`, auth: 'proxy' };
  });
  const read = async ({ id }: Connection) => {
    asked.push(id);
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    await clock.wait(150);
    underWay.now -= 1;
    const failure = failures[id]?.shift();
    if (failure) throw failure;
    return id.toUpperCase();
  };
  const reads = new TenantReads({
    connections,
    read,
    limitOf: () => 6,
    clock,
    laneOf: () => 'https://console.example.com',
  });
  return { clock, reads, connections, read, asked, underWay, failures };
}

test('asks every tenant once, six at a time, and shows what has come in', async () => {
  const { clock, reads, asked, underWay } = setUp(20);
  reads.start();
  expect(reads.store.getSnapshot()).toMatchObject({ read: 0, failed: 0, total: 20 });
  await clock.advance(299);
  expect(asked).toHaveLength(12);
  expect(reads.store.getSnapshot().read).toBe(5);
  await clock.advance(1000);
  expect(reads.store.getSnapshot()).toMatchObject({ read: 20, failed: 0, total: 20 });
  expect(reads.store.getSnapshot().reads.get('t7')).toMatchObject({ status: 'read', value: 'T7' });
  expect(asked).toHaveLength(20);
  expect(underWay.most).toBe(6);
});

test('one tenant’s failure stays its own', async () => {
  const { clock, reads } = setUp(3, { t1: [http(403)] });
  reads.start();
  await clock.advance(1000);
  expect(reads.store.getSnapshot()).toMatchObject({ read: 2, failed: 1 });
  expect(reads.store.getSnapshot().reads.get('t1')).toMatchObject({
    status: 'failed',
    problem: { status: 403 },
  });
});

test.each([
  ['a busy server', http(429, 1)],
  ['no network', new ApiError({ kind: 'network', message: '' })],
])('%s is asked again, and given up after three times', async (_case, failure) => {
  const { clock, reads, asked } = setUp(2, { t0: [failure, failure], t1: [failure, failure, failure] });
  reads.start();
  await clock.advance(20_000);
  expect(reads.store.getSnapshot()).toMatchObject({ read: 1, failed: 1 });
  expect(asked.filter((id) => id === 't1')).toHaveLength(3);
});

test('a tenant that refuses once more while others answer holds up nobody else', async () => {
  const { clock, reads, asked } = setUp(200, { t0: [http(429, 5), http(429, 5)] });
  reads.start();
  await clock.advance(5000);
  const before = asked.length;
  await clock.advance(4000);
  expect(asked.length - before).toBeGreaterThan(40);
});

test('retrying asks those that failed, and no other', async () => {
  const { clock, reads, asked } = setUp(3, { t1: [http(500)] });
  reads.start();
  await clock.advance(1000);
  reads.retry(['t0', 't1']);
  expect(reads.store.getSnapshot().reads.get('t1')).toEqual({ status: 'waiting' });
  await clock.advance(1000);
  expect(reads.store.getSnapshot()).toMatchObject({ read: 3, failed: 0 });
  expect(asked).toEqual(['t0', 't1', 't2', 't1']);
});

test('a refresh asks all again; what a tenant said before stays until it answers, and where it does not', async () => {
  const { clock, reads, asked } = setUp(3);
  reads.start();
  await clock.advance(1000);
  asked.length = 0;
  reads.refresh();
  reads.refresh();
  expect(reads.store.getSnapshot()).toMatchObject({ read: 3, underWay: 3 });
  await clock.advance(1000);
  expect(asked).toEqual(['t0', 't1', 't2']);
  expect(reads.store.getSnapshot()).toMatchObject({ read: 3, underWay: 0 });
});

test('what could not be renewed says why and since when, and is asked again by a retry', async () => {
  const { clock, reads, asked, failures } = setUp(2);
  reads.start();
  await clock.advance(1000);
  const refreshedAt = clock.now();
  failures['t1'] = [http(403)];
  reads.refresh();
  await clock.advance(1000);
  expect(reads.store.getSnapshot()).toMatchObject({ read: 2, failed: 0 });
  const state = reads.store.getSnapshot().reads.get('t1');
  expect(state).toMatchObject({ status: 'read', value: 'T1', stale: { status: 403 } });
  const readAt = state?.status === 'read' ? state.readAt : undefined;
  expect(readAt).toBeGreaterThan(0);
  expect(readAt).toBeLessThan(refreshedAt);
  asked.length = 0;
  reads.retry(['t0', 't1']);
  await clock.advance(1000);
  expect(asked).toEqual(['t1']);
  expect(reads.store.getSnapshot().reads.get('t1')).toEqual({
    status: 'read',
    value: 'T1',
    readAt: expect.any(Number),
  });
});

test('after stopping nothing is asked or shown any more; starting goes on', async () => {
  const { clock, reads, asked } = setUp(20);
  reads.start();
  await clock.advance(140);
  reads.stop();
  await clock.advance(5000);
  expect(asked).toHaveLength(6);
  expect(reads.store.getSnapshot().read).toBe(0);
  reads.start();
  await clock.advance(5000);
  expect(reads.store.getSnapshot().read).toBe(20);
});

test('what is known from before is shown until the tenant is asked, and does not count as an answer', async () => {
  const { clock, connections, read } = setUp(2, { t1: [http(403)] });
  const known = new Map(['t0', 't1'].map((id) => [id, { value: 'before', readAt: -5000 }]));
  const reads = new TenantReads({ connections, read, limitOf: () => 6, clock, known, laneOf: () => 'x' });
  const { getSnapshot } = reads.store;
  expect(getSnapshot()).toMatchObject({ read: 0, failed: 0 });
  expect(getSnapshot().reads.get('t0')).toMatchObject({ value: 'before', readAt: -5000, kept: true });
  reads.start();
  await clock.advance(1000);
  expect(getSnapshot().reads.get('t0')).toEqual({ status: 'read', value: 'T0', readAt: 150 });
  expect(getSnapshot().reads.get('t1')).toMatchObject({
    value: 'before',
    readAt: -5000,
    stale: { status: 403 },
  });
});

test('what somebody else knew of a tenant is shown while it is asked, unless this page knows newer', async () => {
  const { clock, connections } = setUp(2);
  const known = new Map([['t1', { value: 'newer', readAt: -1000 }]]);
  const read: ReadTenant<string> = async ({ id }, _signal, onKnown) => {
    onKnown({ value: 'from elsewhere', readAt: -5000 });
    await clock.wait(300);
    return id.toUpperCase();
  };
  const reads = new TenantReads({ connections, read, limitOf: () => 6, clock, known, laneOf: () => 'x' });
  const { getSnapshot } = reads.store;
  reads.start();
  await clock.advance(200);
  expect(getSnapshot()).toMatchObject({ read: 0, underWay: 2 });
  expect(getSnapshot().reads.get('t0')).toMatchObject({ value: 'from elsewhere', readAt: -5000, kept: true });
  expect(getSnapshot().reads.get('t1')).toMatchObject({ value: 'newer', readAt: -1000, kept: true });
  await clock.advance(1000);
  expect(getSnapshot()).toMatchObject({ read: 2, underWay: 0 });
  expect(getSnapshot().reads.get('t0')).toEqual({ status: 'read', value: 'T0', readAt: 300 });
});
