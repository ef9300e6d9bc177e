import { readServiceAccount } from './service-account.ts';
import { storeFields, type StoreFieldId, type StoreType } from './store-types.ts';

/** An object store as it is typed: the fields of every type, of which one type's count. */
export interface StoreValues extends Record<StoreFieldId, string> {
  name: string;
  type: StoreType;
  pathPrefix: string;
}

/** What an earlier write may have set that the form does not ask for; kept, since a change replaces everything. */
export interface KeptFlags {
  readonly usehttps?: string | undefined;
  readonly verifyssl?: string | undefined;
}

/** The body of `POST` and `PATCH /admin/objectStoreSecrets`. Holds credentials. */
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

/** A form in which nothing was typed yet. */
export function emptyStore(type: StoreType = 'S3'): StoreValues {
  return { ...noFields, name: '', type, pathPrefix: '' };
}

/** What AI Core gets of a form without faults: the fields of its type, under the names that SAP documents. */
export function buildStoreBody(values: StoreValues, flags: KeptFlags = {}): StoreBody {
  const { name, type } = values;
  const filled = storeFields[type].flatMap(({ id, dataKey }) => {
    const value = toWire(id, values[id]);
    // Of these two SAP wants every key of the data, and shows the region as an empty text.
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
  // PEM ends with a line break, and carries none of Windows'.
  if (id === 'tlsCert' || id === 'tlsKey') return `${value.replaceAll('\r\n', '\n')}\n`;
  return id === 'sasToken' && value.startsWith('?') ? value.slice(1) : value;
}
