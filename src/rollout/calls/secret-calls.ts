import {
  createSecret,
  deleteSecret,
  replaceSecret,
  secretExists,
} from '../../api/docker-registry-secrets.ts';
import { getQuota, quotaLeft } from '../../api/resource-quota.ts';
import { buildSecretBody } from '../../domain/pull-secret/docker-config.ts';
import type { RolloutRequest, TenantCalls } from '../rollout-request.ts';

export function secretCalls({ operation, name, credential }: RolloutRequest): TenantCalls {
  // Built once: it is the same for every tenant.
  const body = buildSecretBody(name, credential?.kind === 'secret' ? credential.entries : []);
  return {
    read: async (connection, signal) => {
      if (await secretExists(connection, name, signal)) return { state: 'present', quotaLeft: undefined };
      if (operation === 'removal') return { state: 'absent', quotaLeft: undefined };
      // Without the quota nothing is ruled out: the API decides then.
      const quota = await getQuota(connection, 'dockerRegistrySecrets', { signal }).catch(() => undefined);
      return { state: 'absent', quotaLeft: quota && quotaLeft(quota) };
    },
    exists: (connection) => secretExists(connection, name),
    create: (connection) => createSecret(connection, body),
    update: (connection) => replaceSecret(connection, body),
    remove: (connection) => deleteSecret(connection, name),
  };
}
