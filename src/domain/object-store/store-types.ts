/** The types of object store that AI Core supports, as its API spells them. */
export const storeTypes = ['S3', 'azure', 'gcs', 'webhdfs', 'oss'] as const;
export type StoreType = (typeof storeTypes)[number];

/** Every form field of any type of object store. */
export type StoreFieldId =
  | 'bucket'
  | 'endpoint'
  | 'region'
  | 'accessKeyId'
  | 'secretAccessKey'
  | 'nameNode'
  | 'tlsCert'
  | 'tlsKey'
  | 'headers'
  | 'containerUri'
  | 'sasToken'
  | 'clientId'
  | 'clientSecret'
  | 'azureTenantId'
  | 'subscriptionId'
  | 'serviceAccount';

export interface StoreField {
  readonly id: StoreFieldId;
  readonly required: boolean;
  /** Marks a credential: of one line, or of several, such as a key file. */
  readonly credential?: 'line' | 'lines';
  /** Its key in the `data` of the body; if absent, it is next to `data` under its own id. */
  readonly dataKey?: string;
}

/** The fields of each type, in the order of the form; the keys are those that SAP documents. */
export const storeFields: Readonly<Record<StoreType, readonly StoreField[]>> = {
  S3: [
    { id: 'bucket', required: true },
    { id: 'endpoint', required: true },
    { id: 'region', required: false },
    { id: 'accessKeyId', required: true, dataKey: 'AWS_ACCESS_KEY_ID' },
    { id: 'secretAccessKey', required: true, credential: 'line', dataKey: 'AWS_SECRET_ACCESS_KEY' },
  ],
  azure: [
    { id: 'containerUri', required: true, dataKey: 'CONTAINER_URI' },
    { id: 'sasToken', required: true, credential: 'line', dataKey: 'STORAGE_ACCESS_KEY' },
    { id: 'region', required: false, dataKey: 'REGION' },
    { id: 'clientId', required: false, dataKey: 'CLIENT_ID' },
    { id: 'clientSecret', required: false, credential: 'line', dataKey: 'CLIENT_SECRET' },
    { id: 'azureTenantId', required: false, dataKey: 'TENANT_ID' },
    { id: 'subscriptionId', required: false, dataKey: 'SUBSCRIPTION_ID' },
  ],
  gcs: [
    { id: 'bucket', required: true, dataKey: 'BUCKET' },
    { id: 'serviceAccount', required: true, credential: 'lines', dataKey: 'PRIVATE_KEY' },
  ],
  webhdfs: [
    { id: 'nameNode', required: true, dataKey: 'HDFS_NAMENODE' },
    { id: 'headers', required: true, dataKey: 'HEADERS' },
    { id: 'tlsCert', required: true, credential: 'lines', dataKey: 'TLS_CERT' },
    { id: 'tlsKey', required: true, credential: 'lines', dataKey: 'TLS_KEY' },
  ],
  oss: [
    { id: 'bucket', required: true, dataKey: 'BUCKET' },
    { id: 'endpoint', required: true, dataKey: 'ENDPOINT' },
    { id: 'region', required: false, dataKey: 'REGION' },
    { id: 'accessKeyId', required: true, dataKey: 'ACCESS_KEY_ID' },
    { id: 'secretAccessKey', required: true, credential: 'line', dataKey: 'SECRET_ACCESS_KEY' },
  ],
};

/** The type with this name, ignoring case; undefined for any other name. */
export function parseStoreType(type: string | undefined): StoreType | undefined {
  return storeTypes.find((known) => known.toLowerCase() === type?.toLowerCase());
}
