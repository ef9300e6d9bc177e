import type { RolloutAction, RolloutStep } from '../../../../domain/rollout/rollout-plan.ts';
import { maxWaitSeconds, type TaskEnd } from '../../../../domain/rollout/rollout-task.ts';
import type { RowCounts } from '../../../../domain/rollout/run-rows.ts';
import { formatDuration, formatNumber } from '../../format.ts';

const actions: Record<RolloutAction, string> = {
  create: 'Create',
  update: 'Update',
  delete: 'Remove',
  skip: 'Skip',
  blocked: 'Leave out',
};

function reason({ action, reason: why }: Pick<RolloutStep, 'action' | 'reason'>): string {
  switch (why) {
    case 'absent':
      return action === 'skip' ? 'It does not have it.' : '';
    case 'present':
      return action === 'blocked' ? 'It has it already.' : '';
    case 'state-unknown':
      return 'It did not answer, so nothing is written there.';
    case 'name-taken':
      return 'It has another repository of that name.';
    case 'quota-exceeded':
      return 'Its quota is used up.';
    case 'stopped':
      return 'Another tenant has it already.';
    case 'done-before':
      return 'Done in the earlier run.';
  }
}

function outcome(end: TaskEnd): string {
  switch (end.state) {
    case 'done':
      return {
        written: '',
        'found-after-loss': 'An answer was lost; asked again, the tenant has it.',
        'gone-already': 'It was gone already.',
      }[end.how];
    case 'skipped':
      return 'It appeared there meanwhile, and was left as it is.';
    case 'cancelled':
      return '';
    case 'failed':
      return [failures[end.why], tooLongWait(end.problem?.retryAfterSeconds)].filter(Boolean).join(' ');
  }
}

const failures = {
  refused: '',
  present: 'It appeared there meanwhile, and was left as it is.',
  'outcome-unknown': 'Answers were lost: whether it took effect is not known.',
};

function tooLongWait(seconds = 0): string {
  if (seconds <= maxWaitSeconds) return '';
  return `It asked to wait ${formatDuration(seconds)}, and a run waits ${formatDuration(maxWaitSeconds)} at most. Retry it later.`;
}

/** What is said of many writes under way, whatever their targets are. */
export const run = {
  action: (action: RolloutAction) => actions[action],
  reason,
  outcome,
  /** While it tries again. */
  waits: (seconds: number) => `It asked to wait ${formatDuration(seconds)}; then it is tried again.`,
  search: 'Search outcomes',
  noMatch: 'Nothing matches',
  columns: { action: 'Plan', state: 'State', detail: 'Detail' },
  progress: 'Progress',
  progressText: (settled: number, all: number) => `${formatNumber(settled)} of ${formatNumber(all)}`,
  phase: {
    running: 'Running.',
    slowed: 'Running more slowly: AI Core asked for patience.',
    paused: 'Paused. Nothing more is started until you resume.',
    token: 'Paused: a token is missing or was not accepted. Enter one, and the run goes on.',
    'signed-out': 'Paused: you are signed out. Sign in again in a new tab, then come back and resume.',
    unreachable: 'Paused: the proxy cannot be reached. Check your network, then resume.',
    cancelled: 'Cancelled.',
    ended: 'Finished.',
  },
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
    running: 'Running',
    retrying: 'Tries again',
    done: 'Done',
    skipped: 'Skipped',
    failed: 'Failed',
    blocked: 'Left out',
    cancelled: 'Cancelled',
  },
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel run',
  retryFailed: (count: number) => `Retry the failed (${count})`,
  goOn: (count: number) => `Go on with the cancelled (${count})`,
  showOnly: 'Show',
  showAll: 'All',
};
