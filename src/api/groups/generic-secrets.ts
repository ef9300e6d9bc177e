import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../../domain/connection/connection.ts';
import { objectPath } from '../../domain/connection/object-path.ts';
import { readReplication, type Replication } from '../../domain/generic-secret/replication.ts';
import type { GenericSecretBody } from '../../domain/generic-secret/secret-data.ts';
import { scopeHeaders, scopeKey, type SecretScope } from '../../domain/generic-secret/secret-scope.ts';
import { lenientText } from '../../domain/text/lenient-text.ts';
import { parseMoment } from '../../domain/text/moment.ts';
import { sendWrite } from '../http.ts';
import { listAll } from '../list-all.ts';
import { byName, createNamed } from '../named-objects.ts';
import { queryKeys } from '../query-keys.ts';

const resource = 'secrets';
const secretSchema = z.object({
  name: z.string(),
  createdAt: lenientText,
  resourceGroupSecretsSyncStatus: z.catch(z.optional(z.record(z.string(), z.boolean())), undefined),
});

/** What AI Core returns of a generic secret: neither its values nor its keys. */
export interface GenericSecret {
  readonly name: string;
  readonly createdAt: Date | undefined;
  /** For a secret that is copied to all resource groups. */
  readonly replication: Replication | undefined;
}

const replicatingMs = 3000;
/** Groups that do not work never receive it, so polling has to end. */
const maxReads = 10;

/** All generic secrets of a scope, by name; polled for a while when one is being copied to the resource groups. */
export function genericSecretsQuery(connection: Connection, scope: SecretScope) {
  return queryOptions({
    queryKey: [...queryKeys.list(connection, resource), scopeKey(scope)] as const,
    queryFn: async ({ signal }): Promise<GenericSecret[]> => {
      const answers = await listAll(connection, resource, secretSchema, signal, scopeHeaders(scope));
      return answers.map(toSecret).toSorted(byName);
    },
    refetchInterval: ({ state }) => {
      const isOnItsWay = state.data?.some(({ replication }) => replication?.arrived.length === 0);
      return isOnItsWay === true && state.dataUpdateCount < maxReads && replicatingMs;
    },
    refetchIntervalInBackground: false,
  });
}

export async function createGenericSecret(
  connection: Connection,
  scope: SecretScope,
  body: GenericSecretBody,
): Promise<void> {
  await createNamed(connection, {
    resource,
    body,
    headers: scopeHeaders(scope),
    existingSchema: secretSchema,
  });
}

/** Replaces all keys and values. */
export async function replaceGenericSecret(
  connection: Connection,
  scope: SecretScope,
  { name, data }: GenericSecretBody,
): Promise<void> {
  const headers = scopeHeaders(scope);
  await sendWrite(connection, { method: 'PATCH', path: objectPath(resource, name), body: { data }, headers });
}

function toSecret({ name, createdAt, resourceGroupSecretsSyncStatus }: z.infer<typeof secretSchema>) {
  return {
    name,
    createdAt: parseMoment(createdAt),
    replication: readReplication(resourceGroupSecretsSyncStatus),
  };
}
