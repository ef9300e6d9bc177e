import { toApiProblem } from '../api/api-error.ts';
import { createSecret, deleteSecret, replaceSecret, secretExists } from '../api/docker-registry-secrets.ts';
import { getQuota } from '../api/resource-quota.ts';
import type { Connection } from '../domain/connection.ts';
import { buildSecretBody } from '../domain/docker-config.ts';
import type { TenantAnswer, TenantCall } from '../domain/rollout-task.ts';
import type { Order, SecretCredential, TenantCalls } from './order.ts';

/** The calls that carry out an order. They hold its credential: keep them in the page's memory only. */
export function tenantCalls({ name, credential }: Order): TenantCalls {
  return secretCalls(name, credential?.kind === 'secret' ? credential : undefined);
}

function secretCalls(name: string, credential: SecretCredential | undefined): TenantCalls {
  // Built once: it is the same for every tenant.
  const body = buildSecretBody(name, credential?.entries ?? []);
  return {
    exists: (connection, signal) => secretExists(connection, name, signal),
    create: (connection) => createSecret(connection, body),
    update: (connection) => replaceSecret(connection, body),
    remove: (connection) => deleteSecret(connection, name),
    quotaLeft: async (connection, signal) => {
      const { used, max } = await getQuota(connection, 'dockerRegistrySecrets', { signal });
      return max === undefined ? undefined : Math.max(0, max - used);
    },
  };
}

/** Sends one request of a run; what goes wrong is an answer as well. */
export async function sendCall(
  calls: TenantCalls,
  connection: Connection,
  call: TenantCall,
): Promise<TenantAnswer> {
  try {
    switch (call) {
      case 'ask':
        return { kind: (await calls.exists(connection)) ? 'present' : 'absent' };
      case 'create':
        await calls.create(connection);
        break;
      case 'update':
        await calls.update(connection);
        break;
      case 'delete':
        await calls.remove(connection);
        break;
    }
    return { kind: 'accepted' };
  } catch (error) {
    return { kind: 'failed', problem: toApiProblem(error) };
  }
}

export interface PresentState {
  readonly state: 'absent' | 'present';
  readonly quotaLeft: number | undefined;
}

/** What a plan needs to know of one tenant. Room matters only where something is to be created. */
export async function readPresentState(
  calls: TenantCalls,
  { operation }: Order,
  connection: Connection,
  signal: AbortSignal,
): Promise<PresentState> {
  if (await calls.exists(connection, signal)) return { state: 'present', quotaLeft: undefined };
  const quotaLeft = operation === 'rollout' ? await calls.quotaLeft(connection, signal) : undefined;
  return { state: 'absent', quotaLeft };
}
