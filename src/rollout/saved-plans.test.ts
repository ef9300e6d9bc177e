import { beforeEach, expect, test, vi } from 'vitest';
import type { RolloutStep } from '../domain/rollout/rollout-plan.ts';

const storage = new Map<string, string>();
vi.stubGlobal('addEventListener', () => {});
vi.stubGlobal('localStorage', {
  getItem: (key: string) => storage.get(key) ?? null,
  setItem: (key: string, value: string) => storage.set(key, value),
});
const { earlierSteps, forgetPlan, noteProgress, savePlan } = await import('./saved-plans.ts');

const now = new Date('2026-11-21T10:00:00Z');
const later = new Date('2026-11-22T10:00:00Z');
const steps: RolloutStep[] = [
  { tenantId: 'a', action: 'create', reason: 'absent' },
  { tenantId: 'b', action: 'update', reason: 'present' },
  { tenantId: 'c', action: 'skip', reason: 'done-before' },
];
const started = (id: string) =>
  ({
    id,
    kind: 'secret',
    operation: 'rollout',
    name: 'ghcr-pull',
    url: undefined,
    policy: 'update',
    steps,
  }) as const;
const progressOf = (id: string) => earlierSteps(savedPlan(id)).map(({ progress }) => progress);
const savedPlan = (id: string) =>
  ({
    id,
    kind: 'secret',
    operation: 'rollout',
    name: 'ghcr-pull',
    policy: 'update',
    startedAt: '',
    steps,
  }) as const;

/** Notes are written at the end of what is being done just now. */
const written = () => Promise.resolve();

beforeEach(() => storage.clear());

test('how far each tenant came is kept from one page to the next', async () => {
  savePlan(started('p1'), now);
  expect(progressOf('p1')).toEqual(['open', 'open', 'done']);
  noteProgress('p1', 0, 'begun');
  noteProgress('p1', 1, 'done');
  noteProgress('p1', 7, 'done');
  await written();
  expect(progressOf('p1')).toEqual(['begun', 'done', 'done']);
  noteProgress('p1', 0, 'open');
  await written();
  expect(progressOf('p1')).toEqual(['open', 'done', 'done']);
});

test('going on with a plan keeps its beginning, and no second copy', () => {
  savePlan(started('p1'), now);
  expect(savePlan(started('p1'), later).startedAt).toBe(now.toISOString());
  expect(JSON.parse(storage.get('rollout-plans-1') ?? '')).toHaveLength(1);
});

test('the last five plans are kept, with their progress and no other', () => {
  for (const id of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']) savePlan(started(id), now);
  expect(JSON.parse(storage.get('rollout-plans-1') ?? '')).toHaveLength(5);
  const kept = Object.keys(JSON.parse(storage.get('rollout-progress-1') ?? ''));
  expect(kept.toSorted()).toEqual(['p2', 'p3', 'p4', 'p5', 'p6']);
});

test('a forgotten plan leaves nothing behind', async () => {
  savePlan(started('p1'), now);
  forgetPlan('p1');
  expect([...storage.values()]).toEqual(['[]', '{}']);
  noteProgress('p1', 0, 'done');
  await written();
  expect([...storage.values()]).toEqual(['[]', '{}']);
});

test('what is noted in one go is written once', async () => {
  savePlan(started('p1'), now);
  const setItem = vi.spyOn(localStorage, 'setItem');
  noteProgress('p1', 0, 'done');
  noteProgress('p1', 1, 'begun');
  await written();
  expect(setItem).toHaveBeenCalledTimes(1);
  expect(progressOf('p1')).toEqual(['done', 'begun', 'done']);
});
