import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import type { SecretBody } from '../domain/pull-secret/docker-config.ts';
import { ApiError, saysAbsent } from '../domain/api-problem.ts';
import { createNamed } from './create-named.ts';
import { callAdminApi, sendWrite, type CallOptions } from './http.ts';
import { listAll } from './list-all.ts';
import { invalidateResource, queryKeys } from './query-keys.ts';

const resource = 'dockerRegistrySecrets';
const secretSchema = z.object({ name: z.string() });
const countSchema = z.object({ count: z.number(), resources: z.array(secretSchema) });

export type DockerRegistrySecret = z.infer<typeof secretSchema>;

/** All secrets of the tenant, by name. */
export function secretsQuery(connection: Connection) {
  return queryOptions({
    queryKey: queryKeys.list(connection, resource),
    queryFn: async ({ signal }) => {
      const secrets = await listAll(connection, resource, secretSchema, signal);
      return secrets.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
    },
  });
}

/** The names of the tenant's secrets, for a view of many tenants that keeps no query for each of them. */
export async function listSecretNames(connection: Connection, signal: AbortSignal): Promise<string[]> {
  const secrets = await listAll(connection, resource, secretSchema, signal);
  return secrets.map(({ name }) => name);
}

/** How many secrets the tenant has, without reading them all. */
export async function countSecrets(connection: Connection, options: CallOptions): Promise<number> {
  const path = `${resource}?$top=1&$skip=0&$count=true`;
  const page = await callAdminApi(connection, { ...options, method: 'GET', path }, countSchema);
  return page.count;
}

export async function createSecret(connection: Connection, body: SecretBody): Promise<void> {
  await createNamed(connection, {
    resource,
    body,
    existingSchema: secretSchema,
    conflictWith: () => 'AlreadyExists',
  });
}

/** Replaces the whole secret, all its registries. */
export async function replaceSecret(connection: Connection, body: SecretBody): Promise<void> {
  const path = `${resource}/${encodeURIComponent(body.name)}`;
  await sendWrite(connection, { method: 'PATCH', path, body });
}

export async function deleteSecret(connection: Connection, name: string): Promise<void> {
  await sendWrite(connection, { method: 'DELETE', path: `${resource}/${encodeURIComponent(name)}` });
}

/** Whether the tenant has a secret of that name: asked of the API, whatever a list said before. */
export async function secretExists(
  connection: Connection,
  name: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const path = `${resource}/${encodeURIComponent(name)}`;
  try {
    await callAdminApi(connection, { method: 'GET', path, signal }, secretSchema);
    return true;
  } catch (error) {
    if (error instanceof ApiError && saysAbsent(error)) return false;
    throw error;
  }
}

export function invalidateSecrets(queryClient: QueryClient, connection: Connection): Promise<void> {
  return invalidateResource(queryClient, connection, resource);
}
