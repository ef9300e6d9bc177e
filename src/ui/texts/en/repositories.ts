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
  noUrl: 'Not known',
  rotate: 'Rotate',
  rotateOf: (name: string) => `Rotate credentials of ${name}`,
  deleteRepository: 'Delete repository',
  quota: (used: number, max: number | undefined) =>
    max === undefined ? repositoriesOf(used) : `${used} of ${max} used`,
  quotaFull: 'The quota is full. Delete a repository before you add another.',
  shown: (shown: number, all: number) => `${shown} of ${repositoriesOf(all)} shown`,
  count: repositoriesOf,
  watching: (count: number) =>
    `${repositoriesOf(count)} in progress. This page refreshes until all are done.`,
  errorAdvice:
    'AI Core gives no reason for an error. Common causes: the token has expired or may not read the repository, the username does not match the token, or the URL is wrong.',
  lacksGitSuffix:
    'AI Core needs “.git” at the end of a GitLab URL. Delete the repository and add it again with “.git”.',
  emptyTitle: 'No Git repository yet',
  emptyText: 'Add the repository with this tenant’s templates, so that AI Core can read them.',
  noMatchTitle: 'No repository matches',
  noMatchText: (search: string) => `No name or URL contains “${search}”.`,

  deleteHeading: (name: string, tenant: string) => `Delete repository ${name} from ${tenant}?`,
  deleteText:
    'Applications that read from it stop working: AI Core can no longer fetch templates or changes from it.',
  deleteKept:
    'The repository on its Git host is not changed. To undo this, add it again with its username and token.',
  deleteTitle: 'Delete this repository',
  deletePageText:
    'Applications that read from it stop working. The repository on its Git host is not changed.',
  deleted: {
    sent: (name: string) => `Repository “${name}” is deleted`,
    already: (name: string) => `Repository “${name}” was already deleted`,
  },
};
