import type { RolloutStep } from './rollout-plan.ts';
import type { TaskEnd } from './rollout-task.ts';

/** What a run does with one target: a tenant of a rollout, or a name when many objects of one tenant are deleted. */
export interface RunStep extends Pick<RolloutStep, 'action' | 'reason'> {
  readonly targetId: string;
  /** The targets of the same run that must be done first; targets that the run leaves alone count as done. */
  readonly needs?: readonly string[];
}

/** In the order in which they are offered as filters. */
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

/** One target of a run and its current state. */
export interface RunRow extends RunStep {
  readonly state: RowState;
  readonly end?: TaskEnd | undefined;
  /** While it is retrying: the wait that its server asked for, in seconds. */
  readonly waitSeconds?: number | undefined;
}

export type RowCounts = Readonly<Record<RowState, number>>;

export interface RunSnapshot {
  readonly phase: 'running' | 'paused' | 'ended';
  /** Why it is paused; all causes but `user` are automatic. */
  readonly pausedBy: 'user' | 'token' | 'signed-out' | 'unreachable' | undefined;
  /** A server asked to slow down. */
  readonly slowed: boolean;
  /** The time until all have ended, if the run is running and it can be estimated. */
  readonly secondsLeft: number | undefined;
  readonly rows: readonly RunRow[];
  readonly counts: RowCounts;
}

/** The row of a step before it starts; a step that does nothing has its final state already. */
export function firstRow(step: RunStep): RunRow {
  if (step.action === 'skip') return { ...step, state: 'skipped' };
  return { ...step, state: step.action === 'blocked' ? 'blocked' : 'planned' };
}

/** How many rows are in each state. */
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
  /** Text contained in the label or the id, ignoring case. */
  readonly search: string;
  readonly state: RowState | 'all';
}

/** The rows that match: failed ones first, otherwise in the order of the run. */
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
