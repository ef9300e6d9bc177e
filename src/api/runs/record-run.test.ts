import { beforeEach, expect, test, vi } from 'vitest';
import type { TaskEnd } from '../../domain/rollout/rollout-task.ts';
import { countRows, type RunRow, type RunSnapshot } from '../../domain/rollout/run-rows.ts';
import { recordRun } from './record-run.ts';

const noteEnds = vi.fn<(ends: ReadonlyMap<string, TaskEnd>) => void>();

const written: TaskEnd = { state: 'done', how: 'written' };
const failed: TaskEnd = { state: 'failed', why: 'outcome-unknown' };
const row = (targetId: string, end?: TaskEnd): RunRow => ({
  targetId,
  action: 'create',
  reason: 'absent',
  state: end?.state ?? 'running',
  end,
});

/** A run of which only the snapshots are there. */
function recordedRun() {
  let snapshot: RunSnapshot | undefined;
  let tell: (() => void) | undefined;
  const store = {
    subscribe: (listener: () => void) => {
      tell = listener;
      return () => true;
    },
    getSnapshot: () => {
      if (!snapshot) throw new Error('nothing was shown yet');
      return snapshot;
    },
  };
  recordRun({ store }, noteEnds);
  return (phase: RunSnapshot['phase'], rows: readonly RunRow[]) => {
    snapshot = {
      phase,
      pausedBy: undefined,
      slowed: false,
      secondsLeft: undefined,
      rows,
      counts: countRows(rows),
    };
    tell?.();
  };
}

const notes = () => noteEnds.mock.calls.map(([ends]) => [...ends.keys()]);

beforeEach(() => noteEnds.mockClear());

test('failures are kept as they come, the rest at the end, and nothing twice', () => {
  const show = recordedRun();
  show('running', [row('a', written), row('b')]);
  expect(notes()).toEqual([]);
  show('running', [row('a', written), row('b', failed), row('c', written)]);
  expect(notes()).toEqual([['a', 'b', 'c']]);
  show('running', [row('a', written), row('b', failed), row('c', written), row('d', written)]);
  show('ended', [row('a', written), row('b', failed), row('c', written), row('d', written)]);
  expect(notes()).toEqual([['a', 'b', 'c'], ['d']]);
});

test('a retry that ends otherwise is kept', () => {
  const show = recordedRun();
  show('ended', [row('a', failed)]);
  show('running', [row('a')]);
  show('ended', [row('a', written)]);
  expect(noteEnds.mock.calls.map(([ends]) => ends.get('a'))).toEqual([failed, written]);
});
