import { formatDaysFromNow, plural } from '../format.ts';

const secretForms = { one: 'secret', other: 'secrets' };

function expiry(
  state: { kind: 'none' | 'unknown' | 'unread' } | { kind: 'valid' | 'soon' | 'expired'; days: number },
): string {
  switch (state.kind) {
    case 'none':
      return 'No end date';
    case 'unknown':
      return 'Not known';
    case 'unread':
      return '–';
    case 'expired':
      return `Expired ${formatDaysFromNow(state.days)}`;
    case 'soon':
    case 'valid':
      return `Expires ${formatDaysFromNow(state.days)}`;
  }
}

/** The same in a column that is headed so. */
function left(
  state: { kind: 'none' | 'unknown' | 'unread' } | { kind: 'valid' | 'soon' | 'expired'; days: number },
): string {
  if (state.kind !== 'valid' && state.kind !== 'soon') return expiry(state);
  return state.days === 0 ? 'Today' : plural(state.days, { one: 'day', other: 'days' });
}

export const secrets = {
  expiry,
  left,
  heading: 'Docker registry secrets',
  register: 'Register secret',
  import: 'Import…',
  search: 'Search secrets',
  name: 'Name',
  registries: 'Registries',
  changed: 'Last change',
  rotated: 'Rotated',
  registered: 'Registered',
  elsewhere: 'Registered elsewhere',
  hosts: (first: string, more: number) => (more === 0 ? first : `${first} and ${more} more`),
  expires: 'Expires',
  username: 'Username',
  clearFilters: 'Clear filters',
  noFilterMatch: 'No secret matches these filters.',
  copySnippet: 'Copy snippet',
  actions: 'Actions',
  copySnippetOf: (name: string) => `Copy snippet of ${name}`,
  snippetCopied: (names: readonly string[]) =>
    names.length === 1
      ? `Snippet of ${names[0]} copied`
      : `Snippet of ${plural(names.length, secretForms)} copied`,
  copyFailed: 'Copying was blocked. Open the secret and copy its snippet by keyboard.',
  more: 'More actions',
  moreOf: (name: string) => `More actions for ${name}`,
  addDetails: 'Add details',
  addDetailsOf: (name: string) => `Add details of ${name}`,
  cleared: 'Filters cleared',
  rotate: 'Rotate',
  rotateOf: (name: string) => `Rotate credentials of ${name}`,
  select: (name: string) => `Select ${name}`,
  selectAll: 'Select all secrets shown',
  remembered:
    'AI Core returns names only. Registries, usernames and dates come from this console’s own record, which holds no credentials.',
  unread: 'This console’s own record could not be read. Reload the page to try again.',
  forget: 'Remove record',
  quota: (used: number, max: number | undefined) =>
    max === undefined ? plural(used, secretForms) : `${used} of ${max} used`,
  quotaFull: 'The quota is full. Delete a secret before you register another.',
  shown: (shown: number, all: number) => `${shown} of ${plural(all, secretForms)} shown`,
  emptyTitle: 'No Docker registry secret yet',
  emptyText:
    'Register one, and this tenant’s templates can pull private images. Have a Docker config.json or a Kubernetes Secret? Import it instead; it is read in this browser only.',
  noMatchTitle: 'No secret matches',
  noMatchText: (search: string) => `No name, registry or username contains “${search}”.`,
  clearSearch: 'Clear search',
};
