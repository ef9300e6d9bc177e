import { isWrite, type EarlierStep, type RolloutStep } from './rollout-plan.ts';
import type { TaskEnd } from './rollout-task.ts';
import { firstRow, type RunRow } from './run-rows.ts';

/** A step of a rollout that may take several runs: what was planned for the tenant, and how it ended. */
export interface KeptStep extends RolloutStep, EarlierStep {
  readonly end?: TaskEnd | undefined;
}

/**
 * The steps of a continued rollout: those of all its runs, so that a planned change counts until it is done, even if
 * the new plan leaves it out.
 */
export function continueSteps(earlier: readonly KeptStep[], planned: readonly RolloutStep[]): KeptStep[] {
  const plannedNow = new Map(planned.map((step) => [step.tenantId, step]));
  const known = new Set(earlier.map(({ tenantId }) => tenantId));
  const added = planned.filter(({ tenantId }) => !known.has(tenantId));
  return [
    ...earlier.map((step) => continueStep(step, plannedNow.get(step.tenantId))),
    ...added.map((step) => ({ ...step, progress: 'open' as const })),
  ];
}

function continueStep(before: KeptStep, now: RolloutStep | undefined): KeptStep {
  if (now === undefined) return before;
  if (isWrite(now.action) || !isWrite(before.action)) return { ...now, progress: 'open' };
  if (before.progress === 'done' || now.action === 'blocked') return before;
  if (now.reason === 'done-before') return doneAs(before, 'found-after-loss');
  // The removal that failed, or whose outcome was unknown, did take effect.
  if (now.reason === 'absent') return doneAs(before, 'gone-already');
  return { ...before, progress: 'open', end: { state: 'skipped', why: 'present' } };
}

function doneAs(step: KeptStep, how: 'found-after-loss' | 'gone-already'): KeptStep {
  return { ...step, progress: 'done', end: { state: 'done', how } };
}

/** Counts the tenants with a planned change, and those where it is done. */
export function countKept(steps: readonly KeptStep[]): { readonly done: number; readonly planned: number } {
  const written = steps.filter(({ action }) => isWrite(action));
  return {
    done: written.filter(({ progress }) => progress === 'done').length,
    planned: written.length,
  };
}

/** The rows of a run that has ended or was interrupted, rebuilt from what was kept. */
export function keptRows(steps: readonly KeptStep[]): RunRow[] {
  return steps.map((step) => {
    const { tenantId, action, reason } = step;
    const first = firstRow({ targetId: tenantId, action, reason });
    const end = isWrite(action) ? keptEnd(step) : undefined;
    return end ? { ...first, state: end.state, end } : first;
  });
}

/** Progress is saved with every request, ends only now and then: if the two disagree, progress is right. */
function keptEnd({ progress, end }: KeptStep): TaskEnd | undefined {
  switch (progress) {
    case 'done':
      return end?.state === 'done' ? end : { state: 'done', how: 'written' };
    case 'begun':
      return end?.state === 'failed' && end.why === 'outcome-unknown'
        ? end
        : { state: 'failed', why: 'outcome-unknown' };
    case 'open':
      return end?.state === 'done' ? undefined : end;
  }
}
