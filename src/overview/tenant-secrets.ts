import { listSecretNames } from '../api/docker-registry-secrets.ts';
import { getQuota, type Quota } from '../api/resource-quota.ts';
import type { Connection } from '../domain/connection/connection.ts';

export interface TenantSecrets {
  readonly names: ReadonlySet<string>;
  /** Undefined where the tenant lists its secrets and does not tell its quota. */
  readonly quota: Quota | undefined;
}

/** The names of a tenant's secrets, then its quota: one request at a time, so that a tenant never takes two places. */
export async function readTenantSecrets(connection: Connection, signal: AbortSignal): Promise<TenantSecrets> {
  const names = new Set(await listSecretNames(connection, signal));
  const quota = await getQuota(connection, 'dockerRegistrySecrets', { signal }).catch(() => undefined);
  return { names, quota };
}
