import { describe, expect, test } from 'vitest';
import { ApiError } from '../../domain/api-problem.ts';
import type { TaskAnswer } from '../../domain/rollout/rollout-task.ts';
import { creates, lost, problem, setUp } from './testing/bulk-run-setup.ts';

test('runs what is planned, leaves the rest, and counts both', async () => {
  const { clock, run, calls } = setUp({ actions: ['create', 'update', 'skip', 'blocked', 'delete'] });
  run.start();
  expect(run.store.getSnapshot()).toMatchObject({
    phase: 'running',
    counts: { planned: 2, running: 1, skipped: 1, blocked: 1 },
  });
  await clock.advance(1000);
  expect(run.store.getSnapshot()).toMatchObject({
    phase: 'ended',
    counts: { done: 3, skipped: 1, blocked: 1 },
  });
  expect(calls.map(({ call }) => call)).toEqual(['create', 'update', 'delete']);
});

test('ends at once where nothing is to be done', () => {
  const { run } = setUp({ actions: ['skip'] });
  run.start();
  expect(run.store.getSnapshot().phase).toBe('ended');
});

test('two hundred tenants take as long as six at once must', async () => {
  const { clock, run } = setUp({ actions: creates(200) });
  run.start();
  await clock.advance(34 * 150);
  expect(run.store.getSnapshot().phase).toBe('running');
  await clock.advance(25);
  expect(run.store.getSnapshot().phase).toBe('ended');
});

test('one tenant’s failure stays its own, and is told with its problem', async () => {
  const { clock, run, row } = setUp({ actions: creates(3), answers: { t1: [problem(500)] } });
  run.start();
  await clock.advance(1000);
  expect(run.store.getSnapshot().counts).toMatchObject({ done: 2, failed: 1 });
  expect(row('t1')).toMatchObject({ state: 'failed', end: { problem: { status: 500 } } });
});

test('a lost answer is asked for before anything is written again', async () => {
  const { clock, run, row, callsOf } = setUp({
    actions: creates(2),
    answers: { t0: [lost('timeout'), { kind: 'present' }], t1: [lost('network'), { kind: 'absent' }] },
  });
  run.start();
  await clock.advance(5000);
  expect(callsOf('t0')).toEqual(['create', 'ask']);
  expect(callsOf('t1')).toEqual(['create', 'ask', 'create']);
  expect(row('t0')).toMatchObject({ state: 'done', end: { how: 'found-after-loss' } });
});

describe('a server that asks for patience', () => {
  test('slows the whole run down, for as long as it asks', async () => {
    const { clock, run, calls } = setUp({ actions: creates(30), answers: { t0: [problem(429, 2)] } });
    run.start();
    await clock.advance(1000);
    expect(calls).toHaveLength(6);
    expect(run.store.getSnapshot().slowed).toBe(true);
    await clock.advance(1149 + 150);
    expect(calls).toHaveLength(9);
    await clock.advance(10_000);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', slowed: false, counts: { done: 30 } });
  });

  test('is told beside the target that it concerns', async () => {
    const { clock, run, row } = setUp({ actions: creates(1), answers: { t0: [problem(429, 42)] } });
    run.start();
    await clock.advance(1000);
    expect(row('t0')).toMatchObject({ state: 'retrying', waitSeconds: 42 });
    await clock.advance(42_000);
    expect(row('t0')).toMatchObject({ state: 'done', waitSeconds: undefined });
  });

  test.each([61, 3_000_000, 99_999_999_999])(
    'for %d s: that target fails, the others go on',
    async (asked) => {
      const { clock, run, row } = setUp({ actions: creates(30), answers: { t0: [problem(429, asked)] } });
      run.start();
      await clock.advance(5000);
      expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 29, failed: 1 } });
      expect(row('t0')).toMatchObject({ end: { problem: { retryAfterSeconds: asked } } });
    },
  );

  test('again and again for one tenant only, holds only that tenant', async () => {
    const refusals = Array.from({ length: 6 }, () => problem(503, 5));
    const { clock, run, calls, row } = setUp({ actions: creates(60), answers: { t0: refusals } });
    run.start();
    await clock.advance(9000);
    expect(run.store.getSnapshot().counts).toMatchObject({ done: 59, retrying: 1 });
    await clock.advance(60_000);
    expect(row('t0')).toMatchObject({ state: 'failed', end: { problem: { status: 503 } } });
    expect(calls).toHaveLength(59 + 6);
  });
});

describe('the time left', () => {
  test('is that of the pace so far', async () => {
    expect(left(await start({}))).toBe(3);
  });

  test('is not told of one that hangs while all others are done, nor once the rest is cancelled', async () => {
    const hanging = await start({}, ['t0']);
    await hanging.clock.advance(10_000);
    expect(hanging.run.store.getSnapshot().counts).toMatchObject({ done: 199, running: 1 });
    expect(left(hanging)).toBeUndefined();
    const cancelled = await start({});
    cancelled.run.cancel();
    expect(left(cancelled)).toBeUndefined();
  });

  test('is no less than a target is to wait, and is told anew each second', async () => {
    const setting = await start({ t100: [problem(429, 42)] });
    await setting.clock.advance(10_000);
    const first = left(setting) ?? 0;
    expect(first).toBeGreaterThan(30);
    await setting.clock.advance(5000);
    expect(left(setting)).toBe(first - 5);
  });
});

test.each([
  ['the gateway', { code: 'UnknownTenant', answeredBy: 'gateway' }],
  ['something in front of AI Core', {}],
] as const)('a 404 of %s is no removal', async (_who, said) => {
  const absent = new ApiError({ kind: 'http', status: 404, message: '', ...said });
  const { clock, run, row } = setUp({
    actions: ['delete', 'delete'],
    answers: {
      t0: [{ kind: 'failed', problem: absent }],
      t1: [
        {
          kind: 'failed',
          problem: new ApiError({ kind: 'http', status: 404, message: '', answeredBy: 'ai-core' }),
        },
      ],
    },
  });
  run.start();
  await clock.advance(1000);
  expect(row('t0')).toMatchObject({ state: 'failed', end: { problem: absent } });
  expect(row('t1')).toMatchObject({ state: 'done', end: { how: 'gone-already' } });
});

test('retrying the failed asks them, and touches no other', async () => {
  const { clock, run, calls, callsOf } = setUp({ actions: creates(10), answers: { t3: [problem(500)] } });
  run.start();
  await clock.advance(1000);
  run.retryFailed();
  await clock.advance(1000);
  expect(run.store.getSnapshot().counts).toMatchObject({ done: 10, failed: 0 });
  expect(callsOf('t3')).toEqual(['create', 'ask', 'ask', 'create']);
  expect(calls).toHaveLength(13);
});

test('retrying that is cancelled leaves the failed as they were', async () => {
  const refusals = Array.from({ length: 12 }, (_, index) => [`t${index}`, [problem(403)]]);
  const { clock, run, row } = setUp({ actions: creates(12), answers: Object.fromEntries(refusals) });
  run.start();
  await clock.advance(1000);
  run.retryFailed();
  run.cancel();
  await clock.advance(1000);
  expect(run.store.getSnapshot().counts).toMatchObject({ done: 6, failed: 6, cancelled: 0 });
  expect(row('t11')).toMatchObject({ end: { why: 'refused', problem: { status: 403 } } });
});

test('progress is told before a request is sent, and again when its outcome is known', async () => {
  const { clock, run, progress } = setUp({
    actions: creates(3),
    answers: { t1: [problem(403)], t2: Array.from({ length: 4 }, () => lost('timeout')) },
  });
  run.start();
  expect(progress.get('t0')).toEqual(['begun']);
  await clock.advance(20_000);
  expect(progress.get('t0')).toEqual(['begun', 'done']);
  expect(progress.get('t1')).toEqual(['begun', 'open']);
  // Whether it was written is not known: it stays begun.
  expect(progress.get('t2')).toEqual(['begun']);
});

test('views hear of many answers together', async () => {
  const { clock, run } = setUp({ actions: creates(60) });
  let heard = 0;
  run.store.subscribe(() => {
    heard += 1;
  });
  run.start();
  await clock.advance(10_000);
  expect(run.store.getSnapshot().counts.done).toBe(60);
  expect(heard).toBeLessThan(25);
});

/** A run of two hundred, half of which are done. */
async function start(answers: Record<string, TaskAnswer[]>, hangs: readonly string[] = []) {
  const setting = setUp({ actions: creates(200), answers, hangs });
  setting.run.start();
  await setting.clock.advance(2500);
  return setting;
}

function left({ run }: ReturnType<typeof setUp>): number | undefined {
  return run.store.getSnapshot().secondsLeft;
}
