import type { RolloutAction } from '../../../../domain/rollout/rollout-plan.ts';
import { formatNumber, plural } from '../../format.ts';

const tenants = (count: number) => plural(count, { one: 'tenant', other: 'tenants' });

const things = { secret: 'Docker registry secret', repository: 'Git repository' };
type Kind = keyof typeof things;

const maxNames = 5;

/** “a, b and 3 more” */
function listNames(names: readonly string[]): string {
  const more = names.length - maxNames;
  const named = more > 0 ? [...names.slice(0, maxNames), `${formatNumber(more)} more`] : names;
  return new Intl.ListFormat('en').format(named);
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
  showOutcomes: 'Outcomes',
  showOutcomesNamed: (title: string) => `Outcomes: ${title}`,
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
  only: 'Show',
  onlyAll: 'All tenants',
  filters: {
    absent: 'Lack it',
    present: 'Have it',
    taken: 'Have another of that name',
    silent: 'Do not answer',
    waiting: 'Still asked',
    selected: 'Selected',
  },
  keysHint: 'In the table: arrow keys move, Space selects, Shift selects everything in between.',
  pasteNames: 'Paste names',
  names: 'Names or ids of tenants',
  namesHint: 'One a line, or between commas, semicolons or tabs. They are added to the selection.',
  selectNamed: (count: number) => `Select ${tenants(count)}`,
  namesUnknown: (names: readonly string[]) => `No tenant here is called ${listNames(names)}.`,
  namesAmbiguous: (names: readonly string[]) =>
    `Several tenants are called ${listNames(names)}: give their ids instead.`,
  askAgain: (count: number) => `Ask again (${count})`,
  selected: (selected: number, all: number) => `${formatNumber(selected)} of ${tenants(all)} selected`,
  select: (tenant: string) => `Select ${tenant}`,
  tenantsTable: 'Tenants to choose from',
  outcomes: 'Tenants and their outcomes',
  columns: { tenant: 'Tenant', present: 'Now', plan: 'Plan' },
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
  noMatchText: 'No tenant is found by this search and filter.',
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
  back: 'Back',
  start: (operation: 'rollout' | 'removal', count: number) =>
    operation === 'rollout' ? `Roll out to ${tenants(count)}` : `Remove from ${tenants(count)}`,
  confirmHeading: (operation: 'rollout' | 'removal', name: string, count: number) =>
    operation === 'removal'
      ? `Remove “${name}” from ${tenants(count)}?`
      : `Replace the credentials of “${name}” in ${tenants(count)}?`,
  confirmText: (operation: 'rollout' | 'removal', kind: Kind) => {
    if (operation === 'rollout')
      return kind === 'secret'
        ? 'All registries of the secret there are replaced by the new ones. AI Core gives the old credentials never back.'
        : 'The credentials there are replaced by the new ones. AI Core gives the old ones never back.';
    return kind === 'secret'
      ? 'Templates in these tenants that use it stop working. This cannot be undone.'
      : 'Applications that synchronise from it stop working in these tenants. This cannot be undone.';
  },
  confirmTenants: (labels: readonly string[]) => `In ${listNames(labels)}.`,
  confirmLabel: 'Number of tenants',
  confirm: (operation: 'rollout' | 'removal') => (operation === 'removal' ? 'Remove' : 'Replace'),

  runHeading: (operation: 'rollout' | 'removal', name: string) =>
    operation === 'rollout' ? `Rolling out “${name}”` : `Removing “${name}”`,
  planAgain: 'Plan again',
  another: 'Start another',
  reportCsv: 'Report as CSV',
  reportJson: 'Report as JSON',
  leaveRun: {
    title: 'Leave while it runs?',
    text: 'The run stops: nothing more is started. You can open it again on this page, and enter the credential again to do what is missing.',
    stay: 'Stay',
    leave: 'Stop and leave',
  },
  leaveReport: {
    title: 'Leave without the report?',
    text: 'This browser keeps the outcomes of the last five rollouts under “Earlier rollouts”. Save the report to keep them longer, or to hand them on.',
    stay: 'Stay',
    leave: 'Leave',
  },
  leaveDraft: {
    title: 'Leave without rolling out?',
    text: 'The credential that you entered is kept nowhere and will be lost.',
    stay: 'Stay',
    leave: 'Leave',
  },
};
