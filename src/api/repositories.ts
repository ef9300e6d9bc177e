import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { objectPath } from '../domain/connection/object-path.ts';
import { parseRepositoryStatus, type RepositoryStatus } from '../domain/git/repository-status.ts';
import { repositoryIdentity } from '../domain/git/repository-url.ts';
import { lenientText } from '../domain/text/lenient-text.ts';
import { removeUrlCredentials } from '../domain/text/url-credentials.ts';
import { sendWrite } from './http.ts';
import { listAll } from './list-all.ts';
import { byName, createNamed } from './named-objects.ts';
import { queryKeys } from './query-keys.ts';
import { countReadsInProgress, nextReadDelay } from './repository-polling.ts';

const resource = 'repositories';
// The API guarantees neither URL nor status, and may add statuses.
const repositorySchema = z.object({ name: z.string(), url: lenientText, status: lenientText });

export interface Repository {
  readonly name: string;
  /** Empty if the API returns none. Without credentials that somebody registered inside it. */
  readonly url: string;
  readonly status: RepositoryStatus;
  /** How many answers in a row have shown it in progress. */
  readonly readsInProgress: number;
}

export interface RepositoryCredentials {
  readonly username: string;
  readonly password: string;
}

export interface RepositoryBody extends RepositoryCredentials {
  readonly name: string;
  readonly url: string;
}

/** All repositories of the tenant, by name; polled at growing intervals while one is in progress. */
export function repositoriesQuery(connection: Connection) {
  return queryOptions({
    queryKey: queryKeys.list(connection, resource),
    queryFn: async ({ signal, client, queryKey }): Promise<Repository[]> => {
      const repositories = await listRepositories(connection, signal);
      return countReadsInProgress(client.getQueryData<Repository[]>(queryKey), repositories);
    },
    refetchInterval: ({ state }) => nextReadDelay(state.data, state.status === 'error'),
    refetchIntervalInBackground: false,
  });
}

/** The same for a view of many tenants that keeps no query for each. */
export async function listRepositories(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Omit<Repository, 'readsInProgress'>[]> {
  const answers = await listAll(connection, resource, repositorySchema, signal);
  return answers
    .map(({ name, url = '', status }) => ({
      name,
      url: removeUrlCredentials(url),
      status: parseRepositoryStatus(status),
    }))
    .toSorted(byName);
}

/** Registers a repository. An existing name may belong to the same repository or to one with another URL. */
export async function createRepository(connection: Connection, body: RepositoryBody): Promise<void> {
  const identity = repositoryIdentity(body.url);
  await createNamed(connection, {
    resource,
    body,
    existingSchema: repositorySchema,
    conflictWith: ({ url = '' }) => (repositoryIdentity(url) === identity ? 'AlreadyExists' : 'NameTaken'),
  });
}

/** Name and URL cannot be changed; AI Core synchronises the repository again. */
export async function rotateRepositoryCredentials(
  connection: Connection,
  name: string,
  { username, password }: RepositoryCredentials,
): Promise<void> {
  const body = { username, password };
  await sendWrite(connection, { method: 'PATCH', path: objectPath(resource, name), body });
}

/** Whether the tenant has a repository of that name at that URL, asked of the API rather than of a cached list. */
export async function repositoryExists(
  connection: Connection,
  { name, url }: Pick<RepositoryBody, 'name' | 'url'>,
): Promise<boolean> {
  const repositories = await listRepositories(connection);
  return repositories.some(
    (one) => one.name === name && repositoryIdentity(one.url) === repositoryIdentity(url),
  );
}
