import { describe, expect, test } from 'vitest';
import { ApiError } from '../api-problem.ts';
import { continueSteps, countKept, keptRows, type KeptStep } from './kept-steps.ts';
import type { RolloutStep } from './rollout-plan.ts';
import type { TaskEnd } from './rollout-task.ts';

const written = { state: 'done', how: 'written' } as const;
const problem = new ApiError({ kind: 'http', status: 500, message: '' });
const refused: TaskEnd = { state: 'failed', why: 'refused', problem };
const lost: TaskEnd = { state: 'failed', why: 'outcome-unknown' };

const create = { tenantId: 'a', action: 'create', reason: 'absent' } as const;
const remove = { tenantId: 'a', action: 'delete', reason: 'present' } as const;
const done: KeptStep = { ...create, progress: 'done', end: written };
const failed: KeptStep = { ...create, progress: 'open', end: refused };
const begun: KeptStep = { ...create, progress: 'begun' };
const removalFailed: KeptStep = { ...remove, progress: 'open', end: refused };
const step = (action: RolloutStep['action'], reason: RolloutStep['reason']) => ({
  tenantId: 'a',
  action,
  reason,
});

describe('a continued rollout', () => {
  test.each<[string, KeptStep, RolloutStep | undefined, Partial<KeptStep>]>([
    ['what was done stays done', done, step('skip', 'done-before'), done],
    [
      'what was done stays done, also where no answer comes now',
      done,
      step('blocked', 'state-unknown'),
      done,
    ],
    ['what was done and has gone since is open again', done, create, { action: 'create', progress: 'open' }],
    ['what failed is tried again', failed, create, { action: 'create', progress: 'open' }],
    ['what failed and cannot be tried now has failed', failed, step('blocked', 'state-unknown'), failed],
    ['what failed and is not chosen any more has failed', failed, undefined, failed],
    [
      'what failed and is there from elsewhere is left as it is',
      failed,
      step('skip', 'present'),
      { action: 'create', progress: 'open', end: { state: 'skipped', why: 'present' } },
    ],
    [
      'what was begun and is there was done',
      begun,
      step('skip', 'done-before'),
      { action: 'create', progress: 'done', end: { state: 'done', how: 'found-after-loss' } },
    ],
    [
      'a removal that failed and is gone now was done',
      removalFailed,
      step('skip', 'absent'),
      { action: 'delete', progress: 'done', end: { state: 'done', how: 'gone-already' } },
    ],
    [
      'what was never to be done may be now',
      { ...step('skip', 'present'), progress: 'open' },
      step('update', 'present'),
      { action: 'update', progress: 'open' },
    ],
  ])('%s', (_case, before, now, expected) => {
    expect(continueSteps([before], now ? [now] : [])[0]).toMatchObject(expected);
  });

  test.each([done, failed])('a step that is tried again has no end yet: $progress', (before) => {
    expect(continueSteps([before], [create])).toEqual([{ ...create, progress: 'open' }]);
  });

  test('new tenants are added', () => {
    const other = { ...create, tenantId: 'b' };
    expect(continueSteps([done], [other])).toEqual([done, { ...other, progress: 'open' }]);
  });
});

test('what is done is counted among everything that was ever planned', () => {
  const skipped: KeptStep = { ...step('skip', 'present'), progress: 'open' };
  expect(countKept([done, failed, begun, skipped])).toEqual({ done: 1, planned: 3 });
});

test.each<[string, KeptStep, object]>([
  ['done', done, { state: 'done', end: written }],
  ['done, its end not noted any more', { ...failed, progress: 'done' }, { state: 'done', end: written }],
  ['failed', failed, { state: 'failed', end: refused }],
  ['begun', begun, { state: 'failed', end: lost }],
  ['begun again after a failure', { ...failed, progress: 'begun' }, { state: 'failed', end: lost }],
  ['not begun', { ...create, progress: 'open' }, { state: 'planned' }],
  ['begun anew after it was done', { ...done, progress: 'open' }, { state: 'planned' }],
  ['left out', { ...step('blocked', 'quota-exceeded'), progress: 'open' }, { state: 'blocked' }],
])('the row of a step afterwards: %s', (_case, kept, row) => {
  const { action, reason } = kept;
  expect(keptRows([kept])).toEqual([{ targetId: 'a', action, reason, ...row }]);
});
