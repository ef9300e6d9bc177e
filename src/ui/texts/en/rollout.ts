import type { RolloutAction, RolloutStep } from '../../../domain/rollout/rollout-plan.ts';
import type { TaskEnd } from '../../../domain/rollout/rollout-task.ts';
import { formatNumber, plural } from '../format.ts';

const tenants = (count: number) => plural(count, { one: 'tenant', other: 'tenants' });

const things = { secret: 'Docker registry secret', repository: 'Git repository' };
type Kind = keyof typeof things;

const actions: Record<RolloutAction, string> = {
  create: 'Create',
  update: 'Update',
  delete: 'Remove',
  skip: 'Skip',
  blocked: 'Leave out',
};

function reason({ action, reason: why }: RolloutStep): string {
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
        'gone-already': 'The tenant does not have it any more.',
      }[end.how];
    case 'skipped':
      return 'It appeared there meanwhile, and was left as it is.';
    case 'cancelled':
      return '';
    case 'failed':
      return {
        refused: '',
        present: 'It appeared there meanwhile, and was left as it is.',
        'outcome-unknown': 'Answers were lost: whether it took effect is not known.',
      }[end.why];
  }
}

/** “Create in 41, update in 7, skip 2” */
function planSentence(counts: Readonly<Record<RolloutAction, number>>): string {
  const parts = [
    counts.create > 0 && `create in ${formatNumber(counts.create)}`,
    counts.update > 0 && `update in ${formatNumber(counts.update)}`,
    counts.delete > 0 && `remove from ${formatNumber(counts.delete)}`,
    counts.skip > 0 && `skip ${formatNumber(counts.skip)}`,
    counts.blocked > 0 && `leave out ${formatNumber(counts.blocked)}`,
  ].filter((part) => part !== false);
  const sentence = parts.join(', ');
  return sentence === '' ? 'Nothing is chosen yet' : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export const rollout = {
  heading: 'Roll out',
  note: 'Put the same secret or repository into many tenants, or remove it from many. Each tenant’s outcome is shown for itself.',
  steps: 'Steps',
  stepNames: { what: 'What', tenants: 'Where', run: 'Run' },

  whatHeading: 'What to do',
  operation: 'Operation',
  operations: { rollout: 'Roll out', removal: 'Remove from many' },
  kind: 'Kind',
  kinds: things,
  chooseTenants: 'Choose tenants',
  nameToRemove: (kind: Kind) => (kind === 'secret' ? 'Name of the secret' : 'Name of the repository'),
  nameMissing: 'Enter the name.',
  removeHint: 'The tenants that have it are found in the next step.',

  earlierHeading: 'Earlier rollouts',
  earlierNote:
    'What this browser remembers: tenants and outcomes, never a credential. Open one to compare it with the tenants and do what is missing.',
  earlierTitle: (operation: 'rollout' | 'removal', kind: Kind, name: string) =>
    `${operation === 'rollout' ? 'Roll out' : 'Remove'} ${things[kind]} “${name}”`,
  earlierProgress: (done: number, all: number, started: string) =>
    `${formatNumber(done)} of ${tenants(all)} done, started ${started}`,
  open: 'Open',
  openNamed: (title: string) => `Open: ${title}`,
  forget: 'Forget',
  forgetNamed: (title: string) => `Forget: ${title}`,
  reopened: (name: string) =>
    `This goes on with the rollout of “${name}”. Enter the same credential again: it is kept nowhere. Tenants that are done are not written again.`,

  whereHeading: (operation: 'rollout' | 'removal', name: string) =>
    operation === 'rollout' ? `Where to roll out “${name}”` : `Where to remove “${name}”`,
  reading: 'Asking the tenants',
  readingProgress: (read: number, all: number) => `${formatNumber(read)} of ${tenants(all)} asked`,
  search: 'Search tenants',
  selectShown: 'Select all shown',
  selectLacking: 'Select all that lack it',
  selectHaving: 'Select all that have it',
  selectNone: 'Clear selection',
  askAgain: (count: number) => `Ask again (${count})`,
  selected: (selected: number, all: number) => `${formatNumber(selected)} of ${tenants(all)} selected`,
  select: (tenant: string) => `Select ${tenant}`,
  tenantsTable: 'Tenants to choose from',
  outcomes: 'Tenants and their outcomes',
  columns: {
    select: 'Select',
    tenant: 'Tenant',
    present: 'Now',
    plan: 'Plan',
    state: 'State',
    detail: 'Detail',
  },
  has: 'Has it',
  hasAs: (name: string) => `Has it as “${name}”`,
  taken: 'Has another of that name',
  lacks: 'Lacks it',
  waiting: 'Waiting…',
  silent: 'Does not answer',
  quotaLeft: (left: number) => `room for ${formatNumber(left)}`,
  noTenants: 'No tenant is connected',
  noTenantsText: 'Add a connection first, then roll out to it.',
  noMatch: 'No tenant matches',
  noMatchText: (search: string) => `No tenant’s name contains “${search}”.`,
  clearSearch: 'Clear search',

  policy: 'Where it exists already',
  policies: {
    skip: 'Skip: leave it as it is',
    update: 'Update: replace its credentials',
    stop: 'Stop: start nothing at all',
  },
  planHeading: 'Plan',
  planSentence,
  planPending: (count: number) => `Waiting for the answers of ${tenants(count)}.`,
  stoppedBy: (count: number) =>
    count === 1
      ? 'One of the tenants has it already, so nothing will be started.'
      : `${formatNumber(count)} of the tenants have it already, so nothing will be started.`,
  action: (action: RolloutAction) => actions[action],
  reason,
  back: 'Back',
  start: (operation: 'rollout' | 'removal', count: number) =>
    operation === 'rollout' ? `Roll out to ${tenants(count)}` : `Remove from ${tenants(count)}`,
  confirmHeading: (name: string, count: number) => `Remove “${name}” from ${tenants(count)}?`,
  confirmText: (kind: Kind) =>
    kind === 'secret'
      ? 'Templates in these tenants that use it stop working. This cannot be undone.'
      : 'Applications that synchronise from it stop working in these tenants. This cannot be undone.',
  confirmLabel: 'Number of tenants',
  confirm: 'Remove',

  runHeading: (operation: 'rollout' | 'removal', name: string) =>
    operation === 'rollout' ? `Rolling out “${name}”` : `Removing “${name}”`,
  progress: 'Progress',
  progressText: (settled: number, all: number) => `${formatNumber(settled)} of ${formatNumber(all)}`,
  phase: {
    running: 'Running.',
    slowed: 'Running more slowly: AI Core asked for patience.',
    paused: 'Paused. Nothing more is started until you resume.',
    token: 'Paused: a token is missing or was not accepted. Enter one, and the run goes on.',
    unreachable: 'Paused: the proxy cannot be reached. Check your network, then resume.',
    cancelled: 'Cancelled.',
    ended: 'Finished.',
  },
  counts: (counts: { done: number; failed: number; skipped: number; blocked: number; cancelled: number }) =>
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
  outcome,
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel run',
  retryFailed: (count: number) => `Retry the failed (${count})`,
  goOn: (count: number) => `Go on with the cancelled (${count})`,
  planAgain: 'Plan again',
  another: 'Start another',
  reportCsv: 'Report as CSV',
  reportJson: 'Report as JSON',
  showOnly: 'Show',
  showAll: 'All tenants',
  leaveRun: {
    title: 'Leave while it runs?',
    text: 'The run stops: nothing more is started. You can open it again on this page, and enter the credential again to do what is missing.',
    stay: 'Stay',
    leave: 'Stop and leave',
  },
  leaveDraft: {
    title: 'Leave without rolling out?',
    text: 'The credential that you entered is kept nowhere and will be lost.',
    stay: 'Stay',
    leave: 'Leave',
  },
};
