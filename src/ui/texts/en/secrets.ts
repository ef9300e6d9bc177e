import { formatDaysFromNow, formatList, plural } from '../format.ts';

const secretForms = { one: 'secret', other: 'secrets' };

function expiry(
  state: { kind: 'none' | 'unknown' } | { kind: 'valid' | 'soon' | 'expired'; days: number },
): string {
  switch (state.kind) {
    case 'none':
      return 'No end date';
    case 'unknown':
      return 'Not known';
    case 'expired':
      return `Expired ${formatDaysFromNow(state.days)}`;
    case 'soon':
    case 'valid':
      return `Expires ${formatDaysFromNow(state.days)}`;
  }
}

export const secrets = {
  expiry,
  heading: 'Docker registry secrets',
  note: 'Templates refer to these secrets in imagePullSecrets to pull private images.',
  register: 'Register secret',
  search: 'Search secrets',
  name: 'Name',
  registries: 'Registries',
  changed: 'Last change',
  changedOn: (rotated: boolean, date: string) => (rotated ? `Rotated ${date}` : `Registered ${date}`),
  expires: 'Expires',
  username: 'Username',
  clearFilters: 'Clear filters',
  noFilterMatch: 'No secret matches these filters.',
  copySnippet: 'Copy snippet',
  actions: 'Actions',
  showSnippet: 'Snippet',
  showSnippetOf: (name: string) => `Show snippet of ${name}`,
  rotate: 'Rotate',
  rotateOf: (name: string) => `Rotate credentials of ${name}`,
  delete: 'Delete…',
  deleteOf: (name: string) => `Delete ${name}`,
  deleteSelected: (count: number) => `Delete ${plural(count, secretForms)}…`,
  deleted: {
    sent: (name: string) => `“${name}” is deleted`,
    already: (name: string) => `“${name}” was already deleted`,
  },
  select: (name: string) => `Select ${name}`,
  selectAll: 'Select all secrets shown',
  expiring: (names: readonly string[]) =>
    `${plural(names.length, { one: 'secret expires', other: 'secrets expire' })} within 14 days or has expired: ${formatList(names)}. Rotate in time, or new pods cannot pull their images.`,
  remembered:
    'AI Core returns names only. Registries, usernames and dates come from this console’s own record, which holds no credentials.',
  forget: 'Remove record',
  quota: (used: number, max: number | undefined) =>
    max === undefined ? plural(used, secretForms) : `${used} of ${max} used`,
  quotaFull: 'The quota is full. Delete a secret before you register another.',
  shown: (shown: number, all: number) => `${shown} of ${plural(all, secretForms)} shown`,
  emptyTitle: 'No Docker registry secret yet',
  emptyText: 'Register one, and this tenant’s templates can pull private images.',
  noMatchTitle: 'No secret matches',
  noMatchText: (search: string) => `No name or registry contains “${search}”.`,
  clearSearch: 'Clear search',
  snippetHeading: 'Image pull secret snippet',
  snippetNote: 'Copy it into your template; the comment says where.',
  intoTemplate: 'Put into a template',
};
