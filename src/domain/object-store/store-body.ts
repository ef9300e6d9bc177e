import { readServiceAccount } from './service-account.ts';
import { storeFields, type StoreFieldId, type StoreType } from './store-types.ts';

/** An object store as entered: the fields of every type, of which only those of `type` are used. */
export interface StoreValues extends Record<StoreFieldId, string> {
  name: string;
  type: StoreType;
  pathPrefix: string;
}

/**
 * Settings that an earlier write may have made and the form does not have; they are kept, since a change replaces
 * everything.
 */
export interface KeptFlags {
  readonly usehttps?: string | undefined;
  readonly verifyssl?: string | undefined;
}

/** The body of `POST` and `PATCH /admin/objectStoreSecrets`. Contains credentials. */
export interface StoreBody {
  readonly name: string;
  readonly type: StoreType;
  readonly data: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

const noFields: Readonly<Record<StoreFieldId, string>> = {
  bucket: '',
  endpoint: '',
  region: '',
  accessKeyId: '',
  secretAccessKey: '',
  nameNode: '',
  tlsCert: '',
  tlsKey: '',
  headers: '',
  containerUri: '',
  sasToken: '',
  clientId: '',
  clientSecret: '',
  azureTenantId: '',
  subscriptionId: '',
  serviceAccount: '',
};

/** An empty form. */
export function emptyStore(type: StoreType = 'S3'): StoreValues {
  return { ...noFields, name: '', type, pathPrefix: '' };
}

/** The body that AI Core gets for a valid form: the fields of its type, under the names that SAP documents. */
export function buildStoreBody(values: StoreValues, flags: KeptFlags = {}): StoreBody {
  const { name, type } = values;
  const filled = storeFields[type].flatMap(({ id, dataKey }) => {
    const value = toWire(id, values[id]);
    // For `oss`, SAP requires every key of `data`, and its example has an empty region.
    const isWanted = value !== '' || (type === 'oss' && dataKey !== undefined);
    return isWanted ? [{ id, dataKey, value }] : [];
  });
  const pathPrefix = values.pathPrefix.trim();
  return {
    name,
    type,
    ...Object.fromEntries(filled.filter(({ dataKey }) => !dataKey).map(({ id, value }) => [id, value])),
    ...(pathPrefix !== '' && { pathPrefix }),
    ...(type === 'S3' && flags.usehttps !== undefined && { usehttps: flags.usehttps }),
    ...(type === 'S3' && flags.verifyssl !== undefined && { verifyssl: flags.verifyssl }),
    data: Object.fromEntries(filled.flatMap(({ dataKey, value }) => (dataKey ? [[dataKey, value]] : []))),
  };
}

function toWire(id: StoreFieldId, typed: string): string {
  const value = typed.trim();
  if (value === '') return '';
  if (id === 'serviceAccount') {
    const account = readServiceAccount(value);
    return account.ok ? account.encoded : '';
  }
  // PEM ends with a line break, and Windows' line breaks are not allowed.
  if (id === 'tlsCert' || id === 'tlsKey') return `${value.replaceAll('\r\n', '\n')}\n`;
  return id === 'sasToken' && value.startsWith('?') ? value.slice(1) : value;
}
