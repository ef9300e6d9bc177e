import { describe, expect, test } from 'vitest';
import { creates, problem, setUp } from './testing/bulk-run-setup.ts';

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
