import { z } from 'zod/mini';
import { lenientText } from '../text/lenient-text.ts';
import { emptyStore, type KeptFlags, type StoreValues } from './store-body.ts';
import { parseStoreType, type StoreFieldId, type StoreType } from './store-types.ts';

/** Where an object store is, as far as the API tells. */
export interface KnownStore {
  /** Undefined where the API names none, or one that this console does not know. */
  readonly type: StoreType | undefined;
  /** The type in the API's own words. */
  readonly typeName: string | undefined;
  /** Bucket, container or file system. */
  readonly place: string | undefined;
  readonly pathPrefix: string | undefined;
  readonly fields: Readonly<Partial<Record<StoreFieldId, string>>>;
  readonly flags: KeptFlags;
}

/** What of the form the API tells, and by which key. */
const told: readonly (readonly [StoreFieldId, string])[] = [
  ['bucket', 'storage.ai.sap.com/bucket'],
  ['endpoint', 'storage.ai.sap.com/endpoint'],
  ['region', 'storage.ai.sap.com/region'],
  ['nameNode', 'storage.ai.sap.com/hdfsNameNode'],
  ['headers', 'storage.ai.sap.com/headers'],
  ['containerUri', 'storage.ai.sap.com/containerUri'],
  ['azureTenantId', 'storage.ai.sap.com/tenantId'],
  ['subscriptionId', 'storage.ai.sap.com/subscriptionId'],
];

/** What the API tells of a store, any of which may be missing or null. */
export const storeMetadataSchema = z.catch(z.record(z.string(), lenientText), {});

/** Reads the `metadata` of an object store secret. */
export function readStoreMetadata(metadata: Readonly<Record<string, string | undefined>>): KnownStore {
  const fields: Partial<Record<StoreFieldId, string>> = {};
  for (const [id, key] of told) {
    const value = metadata[key];
    if (value !== undefined && value !== '') fields[id] = value;
  }
  const typeName = metadata['storage.ai.sap.com/type'];
  return {
    type: parseStoreType(typeName),
    typeName,
    place: fields.bucket ?? fields.containerUri ?? fields.nameNode,
    pathPrefix: metadata['storage.ai.sap.com/pathPrefix'],
    fields,
    flags: {
      usehttps: metadata['serving.kubeflow.org/s3-usehttps'],
      verifyssl: metadata['serving.kubeflow.org/s3-verifyssl'],
    },
  };
}

/** The form of an object store that exists: all that the API tells of it, and so no credential. */
export function storeValuesOf(name: string, { type, pathPrefix = '', fields }: KnownStore): StoreValues {
  return { ...emptyStore(type), name, pathPrefix, ...fields };
}
