import type { RepositoryStatus } from '../../../domain/git/repository-status.ts';
import { plural } from '../format.ts';
import { repositoryStates } from './shared/repository-states.ts';

function repositoriesOf(count: number): string {
  return plural(count, { one: 'repository', other: 'repositories' });
}

export const repositories = {
  heading: 'Git repositories',
  note: 'AI Core reads this tenant’s workflow and serving templates from these repositories.',
  add: 'Add repository',
  search: 'Search repositories',
  name: 'Name',
  url: 'URL',
  status: 'Status',
  actions: 'Actions',
  statusOf: (status: RepositoryStatus) => repositoryStates[status],
  opensNewTab: 'opens in a new tab',
  noUrl: 'not told',
  rotate: 'Rotate',
  rotateOf: (name: string) => `Rotate credentials of ${name}`,
  delete: 'Delete',
  deleteOf: (name: string) => `Delete ${name}`,
  quota: (used: number, max: number | undefined) =>
    max === undefined ? repositoriesOf(used) : `${used} of ${max} used`,
  quotaFull: 'The quota is used up: delete a repository before you add another.',
  shown: (shown: number, all: number) => `${shown} of ${repositoriesOf(all)} shown`,
  watching: (count: number) =>
    `${repositoriesOf(count)} in progress: this page asks again until all have settled.`,
  errorAdvice:
    'AI Core gives no reason for an error. Usual ones: the token has expired or may not read the repository, the username does not belong to it, or the URL is wrong.',
  lacksGitSuffix: 'GitLab’s URLs end with “.git” for AI Core: delete it and add it again with that ending.',
  emptyTitle: 'No Git repository yet',
  emptyText: 'Add the repository that holds this tenant’s templates, so that AI Core can read them.',
  noMatchTitle: 'No repository matches',
  noMatchText: (search: string) => `No name or URL contains “${search}”.`,
  clearSearch: 'Clear search',

  deleteHeading: (name: string) => `Delete repository “${name}”?`,
  deleteText:
    'Applications that read from it stop working: AI Core can no longer fetch their templates, and changes in the repository do not arrive any more.',
  deleteKept:
    'The repository on its Git host is not touched. To undo this, add it again; you need its username and token then.',
  deleteConfirm: 'Type the repository’s name to confirm',
  deleteTitle: 'Delete this repository',
  deletePageText:
    'Applications that read from it stop working. The repository on its Git host is not touched.',
  deleteButton: 'Delete…',
  deleted: {
    sent: (name: string) => `Repository “${name}” is deleted`,
    already: (name: string) => `Repository “${name}” was gone already: somebody deleted it before`,
  },
};
