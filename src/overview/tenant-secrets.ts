import { listSecretNames } from '../api/docker-registry-secrets.ts';
import { readStreamed } from '../api/overview-stream.ts';
import { getQuota } from '../api/resource-quota.ts';
import type { Quota } from '../domain/connection/quota.ts';
import { originOf } from '../api/pacing/max-concurrency.ts';
import type { KeptRead } from '../api/pacing/tenant-reads.ts';
import type { Connection } from '../domain/connection/connection.ts';

export interface TenantSecrets {
  readonly names: ReadonlySet<string>;
  /** Undefined if the tenant lists its secrets but does not tell its quota. */
  readonly quota: Quota | undefined;
}

/** Whether the gateway that serves this page answers for the tenant, together with all its others. */
function isOfGateway({ id, baseUrl }: Connection): boolean {
  return baseUrl === `/api/tenants/${encodeURIComponent(id)}`;
}

/** Tenants in one lane share a limit; where one answer covers them all, each has a lane of its own. */
export function laneOf(connection: Connection): string {
  return isOfGateway(connection) ? connection.baseUrl : originOf(connection);
}

/**
 * The names of a tenant's secrets and its quota. The gateway answers for all its tenants at once, starting with what it
 * knew before. Otherwise the tenant is asked, one request after the other, so that it never takes two connections.
 */
export async function readTenantSecrets(
  connection: Connection,
  signal: AbortSignal,
  onKnown: (known: KeptRead<TenantSecrets>) => void,
): Promise<TenantSecrets> {
  const streamed = isOfGateway(connection)
    ? await readStreamed(connection.id, signal, ({ names, quota }, ageMs) =>
        onKnown({ value: { names: new Set(names), quota }, readAt: performance.now() - ageMs }),
      )
    : undefined;
  if (streamed) return { names: new Set(streamed.names), quota: streamed.quota };
  return inTurn(async () => {
    const names = new Set(await listSecretNames(connection, signal));
    const quota = await getQuota(connection, 'dockerRegistrySecrets', { signal }).catch(() => undefined);
    return { names, quota };
  });
}

const maxAtOnce = 6;
const waiting: (() => void)[] = [];
let atOnce = 0;

/** If the gateway gives no answer for all, its tenants would otherwise be asked all at once. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (atOnce >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else atOnce += 1;
  try {
    return await work();
  } finally {
    // Passes the slot on to the next one.
    const next = waiting.shift();
    if (next === undefined) atOnce -= 1;
    else next();
  }
}
