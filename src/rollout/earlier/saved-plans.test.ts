import { beforeEach, expect, test, vi } from 'vitest';
import { stubStorage } from '../../api/browser-storage/testing/stub-storage.ts';
import { ApiError } from '../../domain/api-problem.ts';
import { keptRows } from '../../domain/rollout/kept-steps.ts';
import type { RolloutStep } from '../../domain/rollout/rollout-plan.ts';

const storage = stubStorage();
const { savedPlans, savePlan } = await import('./saved-plans.ts');

const now = new Date('2026-11-21T10:00:00Z');
const later = new Date('2026-11-22T10:00:00Z');
const steps: RolloutStep[] = [
  { tenantId: 'a', action: 'create', reason: 'absent' },
  { tenantId: 'b', action: 'update', reason: 'present' },
  { tenantId: 'c', action: 'skip', reason: 'present' },
];
const started = (id: string) =>
  ({
    id,
    kind: 'docker-registry-secret',
    operation: 'rollout',
    name: 'ghcr-pull',
    facts: {},
    policy: 'update',
    steps,
  }) as const;
const progressOf = (id: string) => savedPlans.keptSteps(savedPlan(id)).map(({ progress }) => progress);
const savedPlan = (id: string) =>
  ({
    id,
    kind: 'docker-registry-secret',
    operation: 'rollout',
    name: 'ghcr-pull',
    facts: {},
    policy: 'update',
    startedAt: '',
    steps,
  }) as const;

/** Notes are written at the end of what is being done just now. */
const written = () => Promise.resolve();

beforeEach(() => storage.clear());

test('how far each tenant came is kept from one page to the next', async () => {
  const { notes } = savePlan(started('p1'), now);
  expect(progressOf('p1')).toEqual(['open', 'open', 'open']);
  notes.noteProgress('a', 'begun');
  notes.noteProgress('b', 'done');
  notes.noteProgress('of-another-plan', 'done');
  await written();
  expect(progressOf('p1')).toEqual(['begun', 'done', 'open']);
  notes.noteProgress('a', 'open');
  await written();
  expect(progressOf('p1')).toEqual(['open', 'done', 'open']);
});

test('going on with a plan keeps its beginning, and no second copy', () => {
  savePlan(started('p1'), now);
  expect(savePlan(started('p1'), later).plan.startedAt).toBe(now.toISOString());
  expect(JSON.parse(storage.get('rollout-plans-3') ?? '')).toHaveLength(1);
});

const anew = (next: readonly RolloutStep[]) => ({ ...started('p1'), steps: next });

test('going on with a plan counts what earlier runs did and what they did not', async () => {
  savePlan(started('p1'), now).notes.noteProgress('a', 'done');
  await written();
  const again: RolloutStep[] = [
    { tenantId: 'a', action: 'skip', reason: 'done-before' },
    { tenantId: 'b', action: 'blocked', reason: 'state-unknown' },
    { tenantId: 'd', action: 'create', reason: 'absent' },
  ];
  const { plan } = savePlan(anew(again), later);
  expect(plan.steps.map(({ tenantId, action }) => `${tenantId} ${action}`)).toEqual([
    'a create',
    'b update',
    'c skip',
    'd create',
  ]);
  expect(progressOf('p1')).toEqual(['done', 'open', 'open', 'open']);
});

test('outcomes are kept with their reasons, without the server’s own words', () => {
  const { notes } = savePlan(started('p1'), now);
  const message = 'the token not-a-real-token-4711 is wrong';
  const problem = new ApiError({
    kind: 'http',
    status: 429,
    code: 'TooManyRequests',
    message,
    requestId: 'r-1',
    retryAfterSeconds: Number.POSITIVE_INFINITY,
    answeredBy: 'ai-core',
  });
  notes.noteEnds(
    new Map([
      ['a', { state: 'failed', why: 'refused', problem }],
      ['b', { state: 'skipped', why: 'present' }],
    ]),
  );
  expect([...storage.values()].join('')).not.toContain('not-a-real-token-4711');
  expect(keptRows(savedPlans.keptSteps(savedPlan('p1')))).toMatchObject([
    {
      targetId: 'a',
      state: 'failed',
      end: {
        why: 'refused',
        problem: {
          status: 429,
          code: 'TooManyRequests',
          requestId: 'r-1',
          answeredBy: 'ai-core',
          message: '',
        },
      },
    },
    { targetId: 'b', state: 'skipped' },
    { targetId: 'c', state: 'skipped', reason: 'present' },
  ]);
});

test('the last five plans are kept, with their progress and no other', () => {
  for (const id of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']) savePlan(started(id), now);
  expect(JSON.parse(storage.get('rollout-plans-3') ?? '')).toHaveLength(5);
  const kept = Object.keys(JSON.parse(storage.get('rollout-progress-3') ?? ''));
  expect(kept.toSorted()).toEqual(['p2', 'p3', 'p4', 'p5', 'p6']);
});

test('a forgotten plan leaves nothing behind', async () => {
  const { notes } = savePlan(started('p1'), now);
  savedPlans.forget('p1');
  expect([...storage.values()]).toEqual(['[]', '{}']);
  notes.noteProgress('a', 'done');
  notes.noteEnds(new Map([['a', { state: 'cancelled' }]]));
  await written();
  expect([...storage.values()]).toEqual(['[]', '{}']);
});

test('what is noted in one go is written once', async () => {
  const { notes } = savePlan(started('p1'), now);
  const setItem = vi.spyOn(localStorage, 'setItem');
  notes.noteProgress('a', 'done');
  notes.noteProgress('b', 'begun');
  await written();
  expect(setItem).toHaveBeenCalledTimes(1);
  expect(progressOf('p1')).toEqual(['done', 'begun', 'open']);
});
