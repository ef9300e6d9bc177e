/** What the admin API says of a repository's on-boarding. */
const repositoryStatuses = ['COMPLETED', 'IN-PROGRESS', 'ERROR'] as const;

/** `UNKNOWN` where the API names no status, or one that this console does not know. */
export type RepositoryStatus = (typeof repositoryStatuses)[number] | 'UNKNOWN';

/** Reads the `status` of a repository. */
export function parseRepositoryStatus(status: string | undefined): RepositoryStatus {
  return repositoryStatuses.find((known) => known === status) ?? 'UNKNOWN';
}
