import { describe, expect, test, vi } from 'vitest';
import { browserClock, PacedQueue, type Job, type JobResult } from './paced-queue.ts';
import { FakeClock } from './testing/fake-clock.ts';

const ended: JobResult = { kind: 'ended' };
const limits = new Map([
  ['fast', 24],
  ['slow', 6],
]);

/** A queue whose jobs take 150 ms a turn; notes when each turn began and how many were under way. */
function setUp() {
  const clock = new FakeClock();
  const begun: { name: string; at: number }[] = [];
  const underWay = { now: 0, most: 0 };
  let idleAt: number | undefined;
  const queue = new PacedQueue(
    (origin) => limits.get(origin) ?? 6,
    clock,
    () => {
      idleAt = clock.now();
    },
  );
  const job = (name: string, results: JobResult[] = [], origin = 'slow'): Job => ({
    origin,
    run: async () => {
      begun.push({ name, at: clock.now() });
      underWay.now += 1;
      underWay.most = Math.max(underWay.most, underWay.now);
      await clock.wait(150);
      underWay.now -= 1;
      return results.shift() ?? ended;
    },
  });
  const jobs = (count: number, origin = 'slow') =>
    Array.from({ length: count }, (_, index) => job(`${origin}-${index}`, [], origin));
  const timesOf = (name: string) => begun.filter((turn) => turn.name === name).map(({ at }) => at);
  return { clock, queue, job, jobs, begun, timesOf, underWay, idleAt: () => idleAt };
}

test.each([
  // The last round is begun by the second job, or the eighth one.
  ['slow', 6, 34 * 150 + (1 * 150) / 6],
  ['fast', 24, 9 * 150 + (7 * 150) / 24],
])('200 jobs on the %s way: %i at once, spread evenly, without a gap', async (origin, most, wallTime) => {
  const { clock, queue, jobs, underWay, idleAt } = setUp();
  queue.add(jobs(200, origin));
  await clock.advance(60_000);
  expect(underWay.most).toBe(most);
  expect(idleAt()).toBe(wallTime);
});

test('each host has a limit of its own', async () => {
  const { clock, queue, jobs, underWay, idleAt } = setUp();
  queue.add([...jobs(60, 'slow'), ...jobs(60, 'fast')]);
  await clock.advance(60_000);
  expect(underWay.most).toBe(30);
  expect(idleAt()).toBe(10 * 150 + (5 * 150) / 6);
});

test('jobs begin in the order in which they were added', async () => {
  const { clock, queue, jobs, begun } = setUp();
  const all = jobs(20);
  queue.add(all);
  await clock.advance(60_000);
  expect(begun.map(({ name }) => name)).toEqual(all.map((_, index) => `slow-${index}`));
});

describe('another run', () => {
  test('comes after its delay, and others go on meanwhile', async () => {
    const { clock, queue, job, jobs, timesOf, idleAt } = setUp();
    queue.add([job('again', [{ kind: 'again', afterMs: 1000 }]), ...jobs(24)]);
    await clock.advance(60_000);
    expect(timesOf('again')).toEqual([0, 1150]);
    expect(timesOf('slow-23')).toEqual([600]);
    expect(idleAt()).toBe(1300);
  });

  test('without a delay comes before those that have not begun', async () => {
    const { clock, queue, job, jobs, timesOf } = setUp();
    queue.add([job('again', [{ kind: 'again', afterMs: 0 }]), ...jobs(30)]);
    await clock.advance(60_000);
    expect(timesOf('again')).toEqual([0, 150]);
  });
});

const later = (afterMs: number, slowsAll = true): JobResult => ({ kind: 'later', afterMs, slowsAll });

describe('a host that asks for patience', () => {
  test('gets no request for as long as it asked, and then half as many at once', async () => {
    const { clock, queue, job, jobs, begun } = setUp();
    queue.add([job('refused', [later(2000)]), ...jobs(40)]);
    await clock.advance(2149);
    const before = begun.length;
    expect(before).toBe(6);
    expect(queue.pausedUntil).toBe(2150);
    await clock.advance(1);
    expect(queue.pausedUntil).toBeUndefined();
    await clock.advance(149);
    expect(begun.length - before).toBe(3);
  });

  test('slows the other hosts of the run down as well', async () => {
    const { clock, queue, job, jobs, begun } = setUp();
    queue.add([job('refused', [later(2000)]), ...jobs(100, 'fast')]);
    await clock.advance(2149);
    const before = begun.length;
    await clock.advance(149);
    expect(begun.length - before).toBe(1 + 12);
  });

  test('returns to full speed', async () => {
    const { clock, queue, job, jobs, underWay } = setUp();
    queue.add([job('refused', [later(1000)]), ...jobs(80)]);
    await clock.advance(1299);
    expect(underWay.now).toBe(3);
    underWay.most = 0;
    await clock.advance(60_000);
    expect(underWay.most).toBe(6);
  });

  test('does not hold the others where only one tenant is meant', async () => {
    const { clock, queue, job, jobs, timesOf, idleAt } = setUp();
    queue.add([job('refused', [later(5000, false)]), ...jobs(17)]);
    await clock.advance(60_000);
    expect(timesOf('slow-16')).toEqual([425]);
    expect(idleAt()).toBe(5300);
  });
});

test('while paused nothing begins, and resuming goes on where it stopped', async () => {
  const { clock, queue, job, jobs, begun, idleAt } = setUp();
  queue.add([job('again', [{ kind: 'again', afterMs: 100 }]), ...jobs(11)]);
  await clock.advance(140);
  queue.pause();
  await clock.advance(10_000);
  expect(begun).toHaveLength(6);
  expect(queue.isIdle).toBe(false);
  queue.resume();
  await clock.advance(10_000);
  expect(begun).toHaveLength(13);
  expect(idleAt()).toBe(10_140 + 2 * 150);
});

test('after clearing, only what is under way goes on', async () => {
  const { clock, queue, job, jobs, begun, idleAt } = setUp();
  queue.add([job('again', [{ kind: 'again', afterMs: 100 }]), ...jobs(11)]);
  await clock.advance(140);
  queue.clear();
  await clock.advance(10_000);
  expect(begun).toHaveLength(6 + 1);
  expect(idleAt()).toBe(400);
});

test('a time that no timer can hold is no time that is over at once', () => {
  vi.useFakeTimers();
  const run = vi.fn<() => void>();
  browserClock.after(3_000_000_000, run);
  browserClock.after(99_999_999_999_000, run);
  vi.advanceTimersByTime(2 ** 31 - 2);
  expect(run).not.toHaveBeenCalled();
  vi.useRealTimers();
});
