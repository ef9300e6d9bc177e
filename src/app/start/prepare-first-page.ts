import { readAddedConnections } from '../../api/browser-storage/added-connections.ts';
import { consoleConfigQuery, listedTenant } from '../../api/connections.ts';
import { secretsQuery } from '../../api/docker-registry-secrets.ts';
import { quotaQuery } from '../../api/resource-quota.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { mergeConnections } from '../../domain/connection/merge-connections.ts';
import { queryClient } from '../query-client.ts';
import { router } from '../router.tsx';
import { addThemeVariables } from '../theme/theme-variables.ts';

/** Longer than an answer that is already on its way takes; a slow API must not hold up the shell. */
const patienceMs = 300;

/**
 * Prepares what the first render shows besides its texts. If data arrives while React renders in slices, it starts over
 * in one piece; so the route is matched and the requested data is read beforehand. Each step is a task of its own, so
 * that the browser can respond and paint in between.
 */
export async function prepareFirstPage(): Promise<void> {
  await nextTask();
  const route = router.load();
  const config = queryClient.ensureQueryData(consoleConfigQuery()).then(
    ({ connections }) => readList(connections),
    () => undefined,
  );
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  await nextTask();
  addThemeVariables();
  await Promise.race([Promise.allSettled([route, config]), patience]);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Requests the list before its page exists; behind a gateway the browser has requested it even before this code. */
async function readList(offered: readonly Connection[]): Promise<void> {
  const tenant = listedTenant(location.pathname);
  if (tenant === undefined) return;
  const known = mergeConnections(offered, readAddedConnections()).connections;
  const connection = known.find(({ id }) => id === tenant);
  if (!connection) return;
  await Promise.all([
    queryClient.prefetchQuery(secretsQuery(connection)),
    queryClient.prefetchQuery(quotaQuery(connection, 'dockerRegistrySecrets')),
  ]);
}
