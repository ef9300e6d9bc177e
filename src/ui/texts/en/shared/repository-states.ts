import type { RepositoryStatus } from '../../../../domain/git/repository-status.ts';

export const repositoryStates: Readonly<Record<RepositoryStatus, string>> = {
  COMPLETED: 'Completed',
  'IN-PROGRESS': 'In progress',
  ERROR: 'Error',
  UNKNOWN: 'Not known',
};
