import type { RolloutStep } from './rollout-plan.ts';
import type { TaskEnd } from './rollout-task.ts';

/** What a run does with one target: a tenant of a rollout, or a name where many of one tenant are deleted. */
export interface RunStep extends Pick<RolloutStep, 'action' | 'reason'> {
  readonly targetId: string;
  /** The targets of the same run that have to be done before; those that the run leaves alone count as done. */
  readonly needs?: readonly string[];
}

/** In the order in which they are offered as a filter. */
export const rowStates = [
  'failed',
  'done',
  'skipped',
  'blocked',
  'cancelled',
  'planned',
  'running',
  'retrying',
] as const;

export type RowState = (typeof rowStates)[number];

/** One target of a run, as it stands now. */
export interface RunRow extends RunStep {
  readonly state: RowState;
  readonly end?: TaskEnd | undefined;
  /** While it tries again: the patience that its server has asked for, in seconds. */
  readonly waitSeconds?: number | undefined;
}

export type RowCounts = Readonly<Record<RowState, number>>;

export interface RunSnapshot {
  readonly phase: 'running' | 'paused' | 'ended';
  /** Why it is paused; all but `user` come by themselves. */
  readonly pausedBy: 'user' | 'token' | 'signed-out' | 'unreachable' | undefined;
  /** A server has asked for patience. */
  readonly slowed: boolean;
  /** Until all have ended, while it runs and that can be told. */
  readonly secondsLeft: number | undefined;
  readonly rows: readonly RunRow[];
  readonly counts: RowCounts;
}

/** The row of a step that has not begun: what is not to be done has its last state already. */
export function firstRow(step: RunStep): RunRow {
  if (step.action === 'skip') return { ...step, state: 'skipped' };
  return { ...step, state: step.action === 'blocked' ? 'blocked' : 'planned' };
}

/** How many rows stand at each state. */
export function countRows(rows: readonly RunRow[]): RowCounts {
  const counts = {
    planned: 0,
    running: 0,
    retrying: 0,
    done: 0,
    skipped: 0,
    failed: 0,
    blocked: 0,
    cancelled: 0,
  };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

export interface RowFilter {
  /** What the label or the id contains, whatever its case. */
  readonly search: string;
  readonly state: RowState | 'all';
}

/** The rows that match, those that failed first and each part in the order of the run. */
export function findRows(
  rows: readonly RunRow[],
  { search, state }: RowFilter,
  labelOf: (targetId: string) => string,
): RunRow[] {
  const wanted = search.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      (state === 'all' || row.state === state) &&
      (labelOf(row.targetId).toLowerCase().includes(wanted) || row.targetId.toLowerCase().includes(wanted)),
  );
  const failed = found.filter((row) => row.state === 'failed');
  return failed.length === 0 ? found : [...failed, ...found.filter((row) => row.state !== 'failed')];
}
