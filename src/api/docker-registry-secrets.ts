import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { objectPath } from '../domain/connection/object-path.ts';
import type { SecretBody } from '../domain/pull-secret/docker-config.ts';
import { callAdminApi, sendWrite, type CallOptions } from './http.ts';
import { listAll } from './list-all.ts';
import { byName, createNamed } from './named-objects.ts';
import { queryKeys } from './query-keys.ts';

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
      return secrets.toSorted(byName);
    },
  });
}

/** The names of the tenant's secrets, for a view of many tenants that keeps no query for each. */
export async function listSecretNames(connection: Connection, signal: AbortSignal): Promise<string[]> {
  const secrets = await listAll(connection, resource, secretSchema, signal);
  return secrets.map(({ name }) => name);
}

/** The number of secrets the tenant has, without reading them all. */
export async function countSecrets(connection: Connection, options: CallOptions): Promise<number> {
  const path = `${resource}?$top=1&$skip=0&$count=true`;
  const page = await callAdminApi(connection, { ...options, method: 'GET', path }, countSchema);
  return page.count;
}

export async function createSecret(connection: Connection, body: SecretBody): Promise<void> {
  await createNamed(connection, { resource, body, existingSchema: secretSchema });
}

/** Replaces the whole secret, with all its registries. */
export async function replaceSecret(connection: Connection, body: SecretBody): Promise<void> {
  await sendWrite(connection, { method: 'PATCH', path: objectPath(resource, body.name), body });
}
