import type { RolloutAction } from '../../../../domain/rollout/rollout-plan.ts';
import { capital, formatList, formatNumber, plural } from '../../format.ts';

const tenants = (count: number) => plural(count, { one: 'tenant', other: 'tenants' });

const maxNames = 5;

/** “a, b and 3 more” */
function listNames(names: readonly string[]): string {
  const more = names.length - maxNames;
  const named = more > 0 ? [...names.slice(0, maxNames), `${formatNumber(more)} more`] : names;
  return formatList(named);
}

/** “Create in 41, update in 7, skip 2” */
function planSentence(counts: Readonly<Record<RolloutAction, number>>): string {
  const parts = [
    counts.create > 0 && `create in ${formatNumber(counts.create)}`,
    counts.update > 0 && `update in ${formatNumber(counts.update)}`,
    counts.delete > 0 && `delete from ${formatNumber(counts.delete)}`,
    counts.skip > 0 && `skip ${formatNumber(counts.skip)}`,
    counts.blocked > 0 && `leave out ${formatNumber(counts.blocked)}`,
  ].filter((part) => part !== false);
  return capital(parts.join(', ')) || 'Nothing selected yet';
}

export const rollout = {
  heading: 'Roll out',
  stepNames: { what: 'What', where: 'Where', run: 'Run' },
  /** Of a link that named a secret. */
  asked: (name: string) => `Rolling out ${name}. Enter its credentials once, for all tenants.`,
  following: (names: readonly string[]) => `Then ${listNames(names)}.`,
  askedOther: 'Choose another',
  next: (name: string) => `Next: ${name}`,

  whatHeading: 'What to do',
  operation: 'Operation',
  operations: { rollout: 'Roll out', removal: 'Delete from many' },
  kind: 'Kind',
  resourceGroup: 'Resource group',
  nameMissing: 'Enter the name.',
  removeHint: 'The next step shows which tenants have it.',

  earlierHeading: 'Earlier rollouts',
  earlierNote:
    'Tenants and outcomes, stored in this browser without credentials. Open one to finish what is missing.',
  earlierTitle: (operation: 'rollout' | 'removal', thing: string, name: string) =>
    `${operation === 'rollout' ? 'Roll out' : 'Delete'} ${thing} “${name}”`,
  earlierWhat: (operation: 'rollout' | 'removal', thing: string) =>
    operation === 'rollout' ? thing : `${thing}, deleted`,
  earlierProgress: (done: number, all: number, started: string) =>
    `${formatNumber(done)} of ${tenants(all)} done, started ${started}`,
  open: 'Open',
  reopened: (operation: 'rollout' | 'removal', asksCredentials: boolean, name: string) =>
    [
      `Continuing the ${operation === 'rollout' ? 'rollout' : 'deletion'} of ${name}.`,
      asksCredentials && 'Enter its credentials again; they are never stored.',
      'Tenants that are done are left unchanged.',
    ]
      .filter((part) => part !== false)
      .join(' '),

  whereHeading: (operation: 'rollout' | 'removal', name: string) =>
    operation === 'rollout' ? `Where to roll out ${name}` : `Where to delete ${name}`,
  selectLacking: 'Select all that lack it',
  selectHaving: 'Select all that have it',
  only: 'Show',
  onlyAll: 'All tenants',
  filters: {
    absent: 'Lack it',
    present: 'Have it',
    taken: 'Conflict',
    silent: 'Do not answer',
    waiting: 'Waiting',
    selected: 'Selected',
  },
  keysHint: 'In the table: arrow keys move, Space selects, Shift selects a range.',
  pasteNames: 'Paste names',
  names: 'Names or IDs of tenants',
  namesHint: 'One per line, or separated by commas, semicolons or tabs. They are added to the selection.',
  selectNamed: (count: number) => `Select ${tenants(count)}`,
  namesUnknown: (names: readonly string[]) => `No tenant is called ${listNames(names)}.`,
  namesAmbiguous: (names: readonly string[]) =>
    `Several tenants are called ${listNames(names)}. Enter their IDs instead.`,
  outcomes: 'Tenants and their outcomes',
  has: 'Has it',
  hasOther: 'Has it, with other content',
  hasAs: (name: string) => `Has it as “${name}”`,
  taken: 'Conflicts with an existing one',
  lacks: 'Lacks it',
  quotaLeft: (left: number) => `${formatNumber(left)} free`,
  noTenants: 'No tenant is connected',
  noTenantsText: 'Add a connection first, then roll out to it.',
  noMatchText: 'No tenant matches this search and filter.',

  policy: 'Where it already exists',
  policies: {
    skip: 'Skip: leave it unchanged',
    update: 'Update: rotate its credentials',
    stop: 'Stop: start nothing',
  },
  planSentence,
  stoppedBy: (count: number) =>
    count === 1
      ? 'One tenant already has it, so nothing starts.'
      : `${tenants(count)} already have it, so nothing starts.`,
  start: (operation: 'rollout' | 'removal', count: number) =>
    operation === 'rollout' ? `Roll out to ${tenants(count)}` : `Delete from ${tenants(count)}`,
  confirmHeading: (operation: 'rollout' | 'removal', name: string, count: number) =>
    operation === 'removal'
      ? `Delete “${name}” from ${tenants(count)}?`
      : `Rotate the credentials of “${name}” in ${tenants(count)}?`,
  confirmTenants: (labels: readonly string[]) => `In ${listNames(labels)}.`,
  confirmLabel: 'Number of tenants',
  confirm: (operation: 'rollout' | 'removal') => (operation === 'removal' ? 'Delete' : 'Rotate'),

  runHeading: (operation: 'rollout' | 'removal', name: string) =>
    operation === 'rollout' ? `Roll out ${name}` : `Delete ${name}`,
  planAgain: 'Plan again',
  another: 'Start another',
  reportCsv: 'Export CSV report',
  reportJson: 'Export JSON report',
  leaveRun: {
    title: 'Leave while it runs?',
    text: 'The run stops: nothing more starts. To finish it later, open it again on this page. Credentials are never stored.',
    leave: 'Stop and leave',
  },
  leaveReport: {
    title: 'Leave without the report?',
    text: 'This browser keeps the outcomes of the last five rollouts under “Earlier rollouts”. Export the report to keep them longer.',
  },
  changeDraft: {
    title: 'Discard what you typed?',
    text: 'The other form starts empty. What you typed is not stored and will be lost.',
    stay: 'Keep typing',
    leave: 'Discard',
  },
  leaveDraft: {
    title: 'Leave without rolling out?',
    text: 'What you entered is not stored and will be lost.',
  },
};
