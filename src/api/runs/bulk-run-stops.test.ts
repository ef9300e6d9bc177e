import { describe, expect, test } from 'vitest';
import { creates, lost, problem, setUp } from './testing/bulk-run-setup.ts';

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
