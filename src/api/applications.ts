import { queryOptions, useQueries, useQuery, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { ApplicationSource } from '../domain/application/application-source.ts';
import {
  applicationStatusSchema,
  isTemplateKind,
  judgeApplication,
  parseApplicationStatus,
  type ApplicationStatus,
} from '../domain/application/application-status.ts';
import { findApplicationProblem } from '../domain/application/application-problem.ts';
import type { WithTemplates } from '../domain/application/synced-templates.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { objectPath } from '../domain/connection/object-path.ts';
import { lenientText } from '../domain/text/lenient-text.ts';
import { removeUrlCredentials } from '../domain/text/url-credentials.ts';
import { callAdminApi, sendWrite } from './http.ts';
import { listAll } from './list-all.ts';
import { byName, createNamed } from './named-objects.ts';
import { queryKeys } from './query-keys.ts';
import { nextReadDelay } from './repository-polling.ts';

const resource = 'applications';
/** A refresh that changes nothing visible is waited for about two minutes at most. */
const maxAwaitedReads = 8;

// A field that is missing or null costs neither the rest of the application nor the others.
const applicationSchema = z.object({
  applicationName: lenientText,
  repositoryUrl: lenientText,
  revision: lenientText,
  path: lenientText,
});
export interface Application extends ApplicationSource {
  readonly name: string;
}

/** The status of an application, and how far it was followed. */
export interface FollowedStatus extends ApplicationStatus {
  /** How many answers in a row have shown it in progress. */
  readonly readsInProgress: number;
  /** After a write or a refresh: the previous `reconciledAt`, until it changes. */
  readonly awaiting: string | undefined;
}

/** All applications of the tenant, by name. */
export function applicationsQuery(connection: Connection) {
  return queryOptions({
    queryKey: queryKeys.list(connection, resource),
    queryFn: ({ signal }) => listApplications(connection, signal),
  });
}

async function listApplications(connection: Connection, signal?: AbortSignal): Promise<Application[]> {
  const answers = await listAll(connection, resource, applicationSchema, signal);
  return answers
    .map(({ applicationName = '', repositoryUrl = '', revision = '', path = '' }) => ({
      name: applicationName,
      repositoryUrl: removeUrlCredentials(repositoryUrl),
      revision,
      path,
    }))
    .filter(({ name }) => name !== '')
    .toSorted(byName);
}

/** The status of an application; asked again, at growing intervals, until it has settled. */
export function applicationStatusQuery(connection: Connection, application: Application) {
  const { name } = application;
  return queryOptions({
    queryKey: queryKeys.applicationStatus(connection, name),
    queryFn: async ({ signal, client, queryKey }): Promise<FollowedStatus> => {
      const request = { method: 'GET', path: `${objectPath(resource, name)}/status`, signal } as const;
      const status = parseApplicationStatus(await callAdminApi(connection, request, applicationStatusSchema));
      return follow(client.getQueryData<FollowedStatus>(queryKey), status, application);
    },
    refetchInterval: ({ state }) => nextReadDelay(state.data && [state.data], state.status === 'error'),
    refetchIntervalInBackground: false,
  });
}

/** The tenant's applications that keep templates in sync, as far as they and their statuses can be read. */
export function useSyncedTemplates(connection: Connection): WithTemplates<Application>[] {
  const { data: applications = [] } = useQuery(applicationsQuery(connection));
  const statuses = useQueries({
    queries: applications.map((application) => applicationStatusQuery(connection, application)),
  });
  return applications
    .map((application, index) => {
      const resources = statuses[index]?.data?.resources ?? [];
      return { application, templates: resources.filter(({ kind }) => isTemplateKind(kind)) };
    })
    .filter(({ templates }) => templates.length > 0);
}

/** Counts how long an application has been in progress, as shown by `status` after `before`. */
export function follow(
  before: Pick<FollowedStatus, 'readsInProgress' | 'awaiting'> | undefined,
  status: ApplicationStatus,
  application: Application,
): FollowedStatus {
  const reads = (before?.readsInProgress ?? 0) + 1;
  const isOld = before?.awaiting !== undefined && before.awaiting === (status.reconciledAt ?? '');
  const awaiting = isOld && reads <= maxAwaitedReads ? before.awaiting : undefined;
  const problem = findApplicationProblem(application, status);
  const isSyncing = judgeApplication(status, problem !== undefined) === 'syncing';
  return { ...status, awaiting, readsInProgress: isSyncing || awaiting !== undefined ? reads : 0 };
}

/** The name is part of the request path and cannot be changed later. */
export async function createApplication(connection: Connection, application: Application): Promise<void> {
  const { name: applicationName, ...source } = application;
  await createNamed(connection, {
    resource,
    body: { applicationName, ...source },
    existingSchema: applicationSchema,
  });
}

export async function changeApplication(connection: Connection, application: Application): Promise<void> {
  const { name, ...body } = application;
  await sendWrite(connection, { method: 'PATCH', path: objectPath(resource, name), body });
}

/** Asks AI Core to compare an application with its repository soon. */
export async function refreshApplication(connection: Connection, name: string): Promise<void> {
  await sendWrite(connection, { method: 'POST', path: `${objectPath(resource, name)}/refresh` });
}

/** The application of that name, asked of the API rather than of a cached list. */
export async function findApplication(
  connection: Connection,
  name: string,
): Promise<Application | undefined> {
  const applications = await listApplications(connection);
  return applications.find((one) => one.name === name);
}

/** Follows an application until AI Core has looked at it again. */
export function awaitReconciliation(queryClient: QueryClient, connection: Connection, name: string): void {
  queryClient.setQueryData<FollowedStatus>(
    queryKeys.applicationStatus(connection, name),
    (status) => status && { ...status, awaiting: status.reconciledAt ?? '', readsInProgress: 1 },
  );
}
