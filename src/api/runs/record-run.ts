import type { TaskEnd } from '../../domain/rollout/rollout-task.ts';
import type { BulkRun } from './bulk-run.ts';

/** Stores the outcomes of a run: failures at once, everything else at the end. */
export function recordRun(
  run: Pick<BulkRun, 'store'>,
  noteEnds: (ends: ReadonlyMap<string, TaskEnd>) => void,
): void {
  const recorded = new Map<string, TaskEnd>();
  run.store.subscribe(() => {
    const { phase, rows } = run.store.getSnapshot();
    const news = new Map<string, TaskEnd>();
    for (const { targetId, end } of rows) if (end && recorded.get(targetId) !== end) news.set(targetId, end);
    if (news.size === 0) return;
    if (phase !== 'ended' && ![...news.values()].some(({ state }) => state === 'failed')) return;
    noteEnds(news);
    for (const [targetId, end] of news) recorded.set(targetId, end);
  });
}
