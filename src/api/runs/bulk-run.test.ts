import { describe, expect, test } from 'vitest';
import { FakeClock } from '../pacing/testing/fake-clock.ts';
import { ApiError } from '../../domain/api-problem.ts';
import type { ExistingPolicy, RolloutAction } from '../../domain/rollout/rollout-plan.ts';
import type { TaskAnswer, TaskCall } from '../../domain/rollout/rollout-task.ts';
import { BulkRun } from './bulk-run.ts';

const problem = (status: number, retryAfterSeconds?: number): TaskAnswer => ({
  kind: 'failed',
  problem: new ApiError({ kind: 'http', status, message: '', retryAfterSeconds }),
});
const lost = (kind: ApiError['kind']): TaskAnswer => ({
  kind: 'failed',
  problem: new ApiError({ kind, message: '' }),
});

interface Setting {
  readonly actions?: readonly RolloutAction[];
  readonly policy?: ExistingPolicy;
  /** What a target answers to its first request, its second one and so on; then it accepts. */
  readonly answers?: Readonly<Record<string, TaskAnswer[]>>;
  readonly takesToken?: boolean;
  /** What each target needs, by its number. */
  readonly needs?: Readonly<Record<number, readonly string[]>>;
}

/** A run over targets t0, t1, … that take 150 ms an answer, six at once. */
function setUp({ actions = [], policy = 'update', answers = {}, takesToken = false, needs = {} }: Setting) {
  const clock = new FakeClock();
  const calls: { targetId: string; call: TaskCall; at: number }[] = [];
  const progress = new Map<string, string[]>();
  const run = new BulkRun({
    steps: actions.map((action, index) => ({
      targetId: `t${index}`,
      action,
      reason: 'absent',
      needs: needs[index] ?? [],
    })),
    policy,
    send: async (targetId, call) => {
      calls.push({ targetId, call, at: clock.now() });
      await clock.wait(150);
      return answers[targetId]?.shift() ?? { kind: call === 'ask' ? 'absent' : 'accepted' };
    },
    originOf: () => 'https://console.example.com',
    takesToken: () => takesToken,
    limitOf: () => 6,
    clock,
    onProgress: (targetId, step) => progress.set(targetId, [...(progress.get(targetId) ?? []), step]),
  });
  const row = (targetId: string) => run.store.getSnapshot().rows.find((one) => one.targetId === targetId);
  const callsOf = (targetId: string) =>
    calls.filter((one) => one.targetId === targetId).map(({ call }) => call);
  return { clock, run, calls, row, callsOf, progress };
}

const creates = (count: number): RolloutAction[] => Array.from({ length: count }, () => 'create');

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

describe('pause', () => {
  test('starts nothing more until it is resumed', async () => {
    const { clock, run, calls } = setUp({ actions: creates(12) });
    run.start();
    await clock.advance(140);
    run.pause();
    await clock.advance(10_000);
    expect(calls).toHaveLength(6);
    expect(run.store.getSnapshot()).toMatchObject({
      phase: 'paused',
      pausedBy: 'user',
      counts: { done: 6, planned: 6 },
    });
    run.resume();
    await clock.advance(1000);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 12 } });
  });

  test('comes by itself when a token is not accepted, and loses no tenant', async () => {
    const { clock, run, callsOf } = setUp({
      actions: creates(12),
      answers: { t0: [problem(401)], t1: [problem(401)] },
      takesToken: true,
    });
    run.start();
    await clock.advance(1000);
    expect(run.store.getSnapshot()).toMatchObject({
      phase: 'paused',
      pausedBy: 'token',
      counts: { failed: 0 },
    });
    run.resume();
    await clock.advance(1000);
    expect(run.store.getSnapshot().counts.done).toBe(12);
    expect(callsOf('t0')).toEqual(['create', 'create']);
  });

  test('comes by itself when a sign-in page answers, and nothing has failed for it', async () => {
    const { clock, run, callsOf } = setUp({ actions: creates(12), answers: { t0: [lost('sign-in')] } });
    run.start();
    await clock.advance(1000);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'paused', pausedBy: 'signed-out' });
    run.resume();
    await clock.advance(1000);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 12 } });
    expect(callsOf('t0')).toEqual(['create', 'create']);
  });

  test('does not come where the proxy has the token: the tenant has failed', async () => {
    const { clock, run, row } = setUp({ actions: creates(2), answers: { t0: [problem(401)] } });
    run.start();
    await clock.advance(1000);
    expect(run.store.getSnapshot().phase).toBe('ended');
    expect(row('t0')?.state).toBe('failed');
  });

  test('comes by itself when the way is closed, and no tenant has failed for it', async () => {
    const closed = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`t${index}`, [lost('network'), lost('network')]]),
    );
    const { clock, run } = setUp({ actions: creates(40), answers: closed });
    run.start();
    await clock.advance(10_000);
    expect(run.store.getSnapshot()).toMatchObject({
      phase: 'paused',
      pausedBy: 'unreachable',
      counts: { failed: 0 },
    });
    for (let attempt = 0; attempt < 20 && run.store.getSnapshot().phase === 'paused'; attempt += 1) {
      run.resume();
      await clock.advance(30_000);
    }
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 40 } });
  });
});

describe('cancel', () => {
  test('lets end what is under way and starts nothing more', async () => {
    const { clock, run, calls, progress } = setUp({ actions: creates(20) });
    run.start();
    await clock.advance(140);
    run.cancel();
    expect(run.store.getSnapshot()).toMatchObject({
      phase: 'running',
      counts: { running: 6, cancelled: 14 },
    });
    await clock.advance(1000);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 6, cancelled: 14 } });
    expect(calls).toHaveLength(6);
    expect(progress.get('t0')).toEqual(['begun', 'done']);
    expect(progress.get('t19')).toEqual(['open']);
  });

  test('still asks what became of a lost creation, and writes nothing', async () => {
    const { clock, run, row, callsOf } = setUp({
      actions: creates(2),
      answers: { t0: [lost('timeout'), { kind: 'present' }], t1: [lost('timeout'), { kind: 'absent' }] },
    });
    run.start();
    await clock.advance(200);
    run.cancel();
    await clock.advance(5000);
    expect(callsOf('t0')).toEqual(['create', 'ask']);
    expect(callsOf('t1')).toEqual(['create', 'ask']);
    expect(row('t0')?.state).toBe('done');
    expect(row('t1')?.state).toBe('cancelled');
    expect(run.store.getSnapshot().phase).toBe('ended');
  });

  test('while paused ends at once', async () => {
    const { clock, run } = setUp({ actions: creates(20) });
    run.start();
    await clock.advance(140);
    run.pause();
    await clock.advance(1000);
    run.cancel();
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 6, cancelled: 14 } });
  });

  test('can be gone on with', async () => {
    const { clock, run, calls } = setUp({ actions: creates(20) });
    run.start();
    run.cancel();
    await clock.advance(1000);
    run.continueCancelled();
    await clock.advance(1000);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 20, cancelled: 0 } });
    expect(calls).toHaveLength(20);
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
  expect(callsOf('t3')).toEqual(['create', 'ask', 'create']);
  expect(calls).toHaveLength(12);
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

describe('a target that needs others', () => {
  const needs = { 0: ['t1'], 1: ['t2', 't3'] };

  test('begins when they are done; those that were left alone count as done', async () => {
    const { clock, run, calls } = setUp({ actions: ['create', 'create', 'create', 'skip'], needs });
    run.start();
    await clock.advance(5000);
    expect(calls.map(({ targetId, at }) => `${targetId} ${at}`)).toEqual(['t2 0', 't1 150', 't0 300']);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 3, skipped: 1 } });
  });

  test('is not begun when one of them fails, and is tried again with it', async () => {
    const answers = { t2: [problem(500)] };
    const { clock, run, row, callsOf } = setUp({ actions: creates(4), needs, answers });
    run.start();
    await clock.advance(5000);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 1, failed: 3 } });
    expect(row('t0')).toMatchObject({ state: 'failed', end: { why: 'needs' } });
    expect(callsOf('t1')).toEqual([]);
    run.retryFailed('t1');
    await clock.advance(5000);
    expect(row('t1')).toMatchObject({ state: 'failed', end: { why: 'needs' } });
    run.retryFailed();
    await clock.advance(5000);
    expect(run.store.getSnapshot()).toMatchObject({ phase: 'ended', counts: { done: 4 } });
  });

  test('is not begun where one of them is left out', async () => {
    const { clock, run, row } = setUp({ actions: ['create', 'blocked'], needs: { 0: ['t1'] } });
    run.start();
    await clock.advance(1000);
    expect(run.store.getSnapshot().phase).toBe('ended');
    expect(row('t0')).toMatchObject({ state: 'failed', end: { why: 'needs' } });
  });

  test('is called off with the run, and gone on with', async () => {
    const { clock, run, row } = setUp({ actions: creates(4), needs });
    run.start();
    run.cancel();
    await clock.advance(1000);
    expect(run.store.getSnapshot().phase).toBe('ended');
    expect(row('t0')).toMatchObject({ state: 'cancelled' });
    run.continueCancelled();
    await clock.advance(5000);
    expect(run.store.getSnapshot().counts).toMatchObject({ done: 4 });
  });
});
