import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import type { Connection } from '../../domain/connection/connection.ts';
import { objectPath } from '../../domain/connection/object-path.ts';
import { defaultObjectStore, objectStoreName } from '../../domain/object-store/object-store-name.ts';
import type { StoreBody } from '../../domain/object-store/store-body.ts';
import {
  readStoreMetadata,
  storeMetadataSchema,
  type KnownStore,
} from '../../domain/object-store/store-metadata.ts';
import { inResourceGroup } from '../../domain/resource-group/in-resource-group.ts';
import { sendWrite } from '../http.ts';
import { listAll } from '../list-all.ts';
import { createNamed } from '../named-objects.ts';
import { queryKeys } from '../query-keys.ts';
import { byNameAfter } from './by-name-after.ts';

const resource = 'objectStoreSecrets';
const storeSchema = z.object({ name: z.string(), metadata: storeMetadataSchema });

export interface ObjectStoreSecret extends KnownStore {
  readonly name: string;
}

/** All object store secrets of a resource group, `default` first. */
export function objectStoresQuery(connection: Connection, group: string) {
  return queryOptions({
    queryKey: [...queryKeys.list(connection, resource), group] as const,
    queryFn: async ({ signal }): Promise<ObjectStoreSecret[]> => {
      const answers = await listAll(connection, resource, storeSchema, signal, inResourceGroup(group));
      return answers.map(toStore).toSorted(byNameAfter(defaultObjectStore));
    },
  });
}

export async function createObjectStore(
  connection: Connection,
  group: string,
  body: StoreBody,
): Promise<void> {
  await createNamed(connection, {
    resource,
    body,
    headers: inResourceGroup(group),
    existingSchema: storeSchema,
  });
}

/** Replaces the whole secret. */
export async function replaceObjectStore(
  connection: Connection,
  group: string,
  body: StoreBody,
): Promise<void> {
  const headers = inResourceGroup(group);
  await sendWrite(connection, { method: 'PATCH', path: objectPath(resource, body.name), body, headers });
}

function toStore({ name, metadata }: z.infer<typeof storeSchema>): ObjectStoreSecret {
  return { name: objectStoreName(name), ...readStoreMetadata(metadata) };
}
