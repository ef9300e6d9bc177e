import {
  createRepository,
  deleteRepository,
  listRepositories,
  rotateRepositoryCredentials,
} from '../../api/repositories.ts';
import { getQuota, quotaLeft } from '../../api/resource-quota.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { repositoryIdentity } from '../../domain/git/repository-url.ts';
import type { RolloutRequest, RepositoryCredential, TenantCalls } from '../rollout-request.ts';

/**
 * A repository is the one at its URL, whatever its name: AI Core takes no URL twice, and a tenant may have it
 * under another name, which an update then has to use.
 */
export function repositoryCalls({ operation, name, credential }: RolloutRequest): TenantCalls {
  const body = credential?.kind === 'repository' ? credential.body : undefined;
  const namesInTenants = new Map<string, string>();

  const find = async (connection: Connection, signal?: AbortSignal) => {
    const repositories = await listRepositories(connection, signal);
    const named = repositories.find((one) => one.name === name);
    if (!body) return { same: named, named };
    const identity = repositoryIdentity(body.url);
    const same = repositories.find(({ url }) => repositoryIdentity(url) === identity);
    if (same) namesInTenants.set(connection.id, same.name);
    return { same, named };
  };

  return {
    read: async (connection, signal) => {
      const { same, named } = await find(connection, signal);
      if (same) {
        const otherName = same.name === name ? undefined : same.name;
        return { state: 'present', quotaLeft: undefined, otherName };
      }
      if (named) return { state: 'taken', quotaLeft: undefined };
      if (operation === 'removal') return { state: 'absent', quotaLeft: undefined };
      // Without the quota nothing is ruled out: the API decides then.
      const quota = await getQuota(connection, 'repositories', { signal }).catch(() => undefined);
      return { state: 'absent', quotaLeft: quota && quotaLeft(quota) };
    },
    exists: async (connection) => (await find(connection)).same !== undefined,
    create: (connection) => createRepository(connection, required(body)),
    update: (connection) =>
      rotateRepositoryCredentials(connection, namesInTenants.get(connection.id) ?? name, required(body)),
    remove: (connection) => deleteRepository(connection, name),
  };
}

function required(body: RepositoryCredential['body'] | undefined): RepositoryCredential['body'] {
  if (!body) throw new Error('a rollout of a repository has its credentials');
  return body;
}
