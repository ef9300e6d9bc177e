import { z } from 'zod/mini';
import { lenientText } from '../text/lenient-text.ts';
import { emptyStore, type KeptFlags, type StoreValues } from './store-body.ts';
import { parseStoreType, type StoreFieldId, type StoreType } from './store-types.ts';

/** What the API returns about an object store. */
export interface KnownStore {
  /** Undefined if the API returns no type, or one that this console does not know. */
  readonly type: StoreType | undefined;
  /** The type as the API spells it. */
  readonly typeName: string | undefined;
  /** Bucket, container or file system. */
  readonly place: string | undefined;
  readonly pathPrefix: string | undefined;
  readonly fields: Readonly<Partial<Record<StoreFieldId, string>>>;
  readonly flags: KeptFlags;
}

/** The form fields that the API returns, with their keys. */
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

/** The metadata of a store; every value may be missing or null. */
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

/** The form values of an existing object store: everything that the API returns, which excludes credentials. */
export function storeValuesOf(name: string, { type, pathPrefix = '', fields }: KnownStore): StoreValues {
  return { ...emptyStore(type), name, pathPrefix, ...fields };
}
