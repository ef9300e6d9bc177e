import { readAddedConnections } from '../../api/browser-storage/added-connections.ts';
import { consoleConfigQuery, listedTenant } from '../../api/connections.ts';
import { secretsQuery } from '../../api/docker-registry-secrets.ts';
import { quotaQuery } from '../../api/resource-quota.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { mergeConnections } from '../../domain/connection/merge-connections.ts';
import { queryClient } from '../query-client.ts';
import { router } from '../router.tsx';
import { addThemeVariables } from '../theme/theme-variables.ts';

/** Longer than an answer takes that is on its way already; the shell is not to wait for a slow API. */
const patienceMs = 300;

/**
 * What the first render shows besides its texts. An answer that comes while React renders in slices has it begin again,
 * in one piece: so the route is found, and what has been asked for is read, before. Each step is a task of its own, in
 * between of which the browser can answer and draw.
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

/** Asks for the list before there is a page that shows it; a gateway has the browser ask for it before this code. */
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
