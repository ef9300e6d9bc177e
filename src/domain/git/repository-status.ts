/** The states of a repository's onboarding in the admin API. */
const repositoryStatuses = ['COMPLETED', 'IN-PROGRESS', 'ERROR'] as const;

/** `UNKNOWN` if the API returns no status, or one that this console does not know. */
export type RepositoryStatus = (typeof repositoryStatuses)[number] | 'UNKNOWN';

/** Reads the `status` of a repository. */
export function parseRepositoryStatus(status: string | undefined): RepositoryStatus {
  return repositoryStatuses.find((known) => known === status) ?? 'UNKNOWN';
}
