import { listSecretNames } from '../api/docker-registry-secrets.ts';
import { readStreamed } from '../api/overview-stream.ts';
import { getQuota } from '../api/resource-quota.ts';
import type { Quota } from '../domain/connection/quota.ts';
import { originOf } from '../api/pacing/max-concurrency.ts';
import type { KeptRead } from '../api/pacing/tenant-reads.ts';
import type { Connection } from '../domain/connection/connection.ts';

export interface TenantSecrets {
  readonly names: ReadonlySet<string>;
  /** Undefined where the tenant lists its secrets and does not tell its quota. */
  readonly quota: Quota | undefined;
}

/** Whether the gateway that serves this page says it of all its tenants in one answer. */
function isOfGateway({ id, baseUrl }: Connection): boolean {
  return baseUrl === `/api/tenants/${encodeURIComponent(id)}`;
}

/** Tenants of one lane wait for each other; where one answer holds them all nobody has to. */
export function laneOf(connection: Connection): string {
  return isOfGateway(connection) ? connection.baseUrl : originOf(connection);
}

/**
 * The names of a tenant's secrets, and its quota: from the gateway, which says it of all its tenants in one answer and
 * knows from before what they said the last time, else from the tenant, one request at a time, so that it never takes
 * two places.
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

/** A gateway that gave no answer for all would be asked for each of them, all at once. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (atOnce >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else atOnce += 1;
  try {
    return await work();
  } finally {
    // The place goes on to the next one.
    const next = waiting.shift();
    if (next === undefined) atOnce -= 1;
    else next();
  }
}
