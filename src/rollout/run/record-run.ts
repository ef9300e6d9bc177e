import type { BulkRun } from '../../api/runs/bulk-run.ts';
import type { TaskEnd } from '../../domain/rollout/rollout-task.ts';
import { noteEnds } from '../earlier/saved-plans.ts';

/** Keeps the outcomes of a run with its plan: failures as they come, all others at the end. */
export function recordRun(run: Pick<BulkRun, 'store'>, planId: string): void {
  const recorded = new Map<string, TaskEnd>();
  run.store.subscribe(() => {
    const { phase, rows } = run.store.getSnapshot();
    const news = new Map<string, TaskEnd>();
    for (const { targetId, end } of rows) if (end && recorded.get(targetId) !== end) news.set(targetId, end);
    if (news.size === 0) return;
    if (phase !== 'ended' && ![...news.values()].some(({ state }) => state === 'failed')) return;
    noteEnds(planId, news);
    for (const [targetId, end] of news) recorded.set(targetId, end);
  });
}
