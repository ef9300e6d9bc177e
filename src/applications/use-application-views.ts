import { useQueries, useQuery } from '@tanstack/react-query';
import { applicationsQuery, applicationStatusQuery } from '../api/applications.ts';
import { useConnection } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { viewApplication, type ApplicationView } from './application-view.ts';

/** The tenant's applications with their statuses, or the one with that name, and the query for the list. */
export function useApplicationViews(only?: string) {
  const connection = useConnection();
  const list = useQuery(applicationsQuery(connection));
  const repositories = useQuery(repositoriesQuery(connection));
  const wanted = (list.data ?? []).filter(({ name }) => only === undefined || name === only);
  const statuses = useQueries({
    queries: wanted.map((application) => applicationStatusQuery(connection, application)),
  });
  const context = { applications: list.data, repositories: repositories.data };
  const views = wanted.flatMap((application, index): ApplicationView[] => {
    const status = statuses[index];
    return status === undefined ? [] : [viewApplication(application, status, context)];
  });
  const readStatuses = () => Promise.all(statuses.map((status) => status.refetch()));
  // Both determine what is wrong with an application, which is shown first.
  const isPending = repositories.isPending || statuses.some((status) => status.isPending);
  return { list, repositories: repositories.data, views, isPending, readStatuses };
}
