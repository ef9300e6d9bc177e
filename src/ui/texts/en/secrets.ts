import { plural } from '../format.ts';

export const secrets = {
  heading: 'Docker registry secrets',
  note: 'Pull secrets of this tenant. Templates name them in imagePullSecrets to run private images.',
  register: 'Register secret',
  search: 'Search secrets',
  name: 'Name',
  actions: 'Actions',
  showSnippet: 'Show snippet',
  showSnippetOf: (name: string) => `Show snippet of ${name}`,
  hideSnippet: 'Hide snippet',
  quota: (used: number, max: number | undefined) =>
    max === undefined ? plural(used, { one: 'secret', other: 'secrets' }) : `${used} of ${max} used`,
  quotaFull: 'The quota is used up: delete a secret before you register another.',
  shown: (shown: number, all: number) =>
    `${shown} of ${plural(all, { one: 'secret', other: 'secrets' })} shown`,
  emptyTitle: 'No Docker registry secret yet',
  emptyText: 'Register the first one, so that this tenant’s templates can pull private images.',
  noMatchTitle: 'No secret matches',
  noMatchText: (search: string) => `No name contains “${search}”.`,
  clearSearch: 'Clear search',
  snippetHeading: 'Image pull secret snippet',
  snippetNote: 'Merge it into your template: the comment says where.',
};
