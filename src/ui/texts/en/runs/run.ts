import type { RolloutAction, RolloutStep } from '../../../../domain/rollout/rollout-plan.ts';
import { maxWaitSeconds, type TaskEnd } from '../../../../domain/rollout/rollout-task.ts';
import type { RowCounts, RunSnapshot } from '../../../../domain/rollout/run-rows.ts';
import { formatDuration } from '../../format-duration.ts';
import { formatNumber } from '../../format.ts';

const actions: Record<RolloutAction, string> = {
  create: 'Create',
  update: 'Update',
  delete: 'Delete',
  skip: 'Skip',
  blocked: 'Leave out',
};

function reason({ action, reason: why }: Pick<RolloutStep, 'action' | 'reason'>): string {
  switch (why) {
    case 'absent':
      return action === 'skip' ? 'Does not exist there.' : '';
    case 'present':
      return action === 'blocked' ? 'Already exists there.' : '';
    case 'state-unknown':
      return 'No answer. Nothing is written there.';
    case 'name-taken':
      return 'Conflicts with an existing one.';
    case 'quota-exceeded':
      return 'Quota full.';
    case 'stopped':
      return 'Already exists in another tenant.';
    case 'needs-missing':
      return 'Needs something that is left out or missing.';
    case 'done-before':
      return 'Done in the earlier run.';
  }
}

function outcome(end: TaskEnd): string {
  switch (end.state) {
    case 'done':
      return {
        written: '',
        'found-after-loss': 'No clear answer came; checking again confirmed it.',
        'gone-already': 'Was already deleted.',
      }[end.how];
    case 'skipped':
      return 'Added there in the meantime, so it was left unchanged.';
    case 'cancelled':
      return '';
    case 'failed':
      return [failures[end.why], tooLongWait(end.problem?.retryAfterSeconds)].filter(Boolean).join(' ');
  }
}

const failures = {
  refused: '',
  present: 'Added there in the meantime, so it was left unchanged.',
  needs: 'Needs something that is not done yet. Retry once it is.',
  'outcome-unknown': 'It is unknown whether it took effect.',
};

function tooLongWait(seconds = 0): string {
  if (seconds <= maxWaitSeconds) return '';
  return `AI Core asked to wait ${formatDuration(seconds)}, but a run waits ${formatDuration(maxWaitSeconds)} at most. Retry later.`;
}

/** What is said of many writes under way, whatever their targets are. */
export const run = {
  endedOf: (ended: number, all: number) => `${formatNumber(ended)}/${formatNumber(all)}`,
  action: (action: RolloutAction) => actions[action],
  reason,
  outcome,
  /** While it tries again. */
  waits: (seconds: number) => `Tries again in ${formatDuration(seconds)}, as AI Core asked.`,
  search: 'Search outcomes',
  shown: (shown: number, all: number) => `${formatNumber(shown)} of ${formatNumber(all)} shown`,
  noMatch: 'Nothing matches',
  columns: { action: 'Plan', state: 'State', detail: 'Detail' },
  progress: 'Progress',
  progressText: (settled: number, all: number) => `${formatNumber(settled)} of ${formatNumber(all)}`,
  /** In a word or two, at the run and in the browser tab’s title. */
  chip: (phase: RunSnapshot['phase'], { failed, cancelled }: RowCounts) => {
    if (phase !== 'ended') return phase === 'paused' ? 'Paused' : 'Running';
    if (failed > 0) return `${formatNumber(failed)} failed`;
    return cancelled > 0 ? 'Cancelled' : 'Done';
  },
  /** One that was started before: what came of it, and what can be done with it. */
  earlier: {
    open: (count: number) => `${formatNumber(count)} not done`,
    outcomes: 'Outcomes',
    forget: 'Remove',
    named: (act: string, name: string) => `${act}: ${name}`,
  },
  slowed: 'Slowed down: AI Core is limiting requests.',
  pausedBy: {
    user: 'Nothing more starts until you resume.',
    token: 'A token is missing or was rejected. Enter one to continue.',
    'signed-out': 'You are signed out. Resume to sign in again.',
    unreachable: 'The gateway cannot be reached. Check your network, then resume.',
  },
  left: (seconds: number) => `About ${formatDuration(seconds)} left`,
  stats: {
    settled: 'Finished',
    done: 'Done',
    failed: 'Failed',
    retrying: 'Retrying',
    /** Skipped, left out or cancelled. */
    skipped: 'Unchanged',
    running: 'Writing',
  },
  settledOf: (settled: number, all: number) => `${formatNumber(settled)} of ${formatNumber(all)}`,
  square: (target: string, state: string) => `${target}: ${state}`,
  retryOne: 'Retry',
  retryOf: (target: string) => `Retry ${target}`,
  counts: (counts: RowCounts) =>
    [
      `${formatNumber(counts.done)} done`,
      `${formatNumber(counts.failed)} failed`,
      `${formatNumber(counts.skipped)} skipped`,
      counts.blocked > 0 && `${formatNumber(counts.blocked)} left out`,
      counts.cancelled > 0 && `${formatNumber(counts.cancelled)} cancelled`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  states: {
    planned: 'Planned',
    running: 'Writing',
    retrying: 'Retrying',
    done: 'Done',
    skipped: 'Skipped',
    failed: 'Failed',
    blocked: 'Left out',
    cancelled: 'Cancelled',
  },
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel run',
  retryFailed: (count: number) => `Retry failed (${count})`,
  goOn: (count: number) => `Resume cancelled (${count})`,
  showOnly: 'Show',
  showAll: 'All',
  rowActions: 'Actions',
};
