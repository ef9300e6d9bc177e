import { listSecretNames } from '../api/docker-registry-secrets.ts';
import { readStreamed } from '../api/overview-stream.ts';
import { getQuota, type Quota } from '../api/resource-quota.ts';
import type { Connection } from '../domain/connection/connection.ts';

export interface TenantSecrets {
  readonly names: ReadonlySet<string>;
  /** Undefined where the tenant lists its secrets and does not tell its quota. */
  readonly quota: Quota | undefined;
}

/**
 * The names of a tenant's secrets, and its quota: from the gateway, which says it of all its tenants in one answer, else
 * from the tenant, one request at a time, so that it never takes two places.
 */
export async function readTenantSecrets(connection: Connection, signal: AbortSignal): Promise<TenantSecrets> {
  const isOfGateway = connection.baseUrl === `/api/tenants/${encodeURIComponent(connection.id)}`;
  const streamed = isOfGateway ? await readStreamed(connection.id, signal) : undefined;
  if (streamed) return { names: new Set(streamed.names), quota: streamed.quota };
  const names = new Set(await listSecretNames(connection, signal));
  const quota = await getQuota(connection, 'dockerRegistrySecrets', { signal }).catch(() => undefined);
  return { names, quota };
}
