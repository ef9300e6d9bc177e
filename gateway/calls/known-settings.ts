import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { isPlainPlace } from './known-text.ts';

/** How something is set up, by name: where an object store is, or the labels of a resource group. No credential. */
type Settings = Readonly<Record<string, string>>;

/** Settings as far as they may be told. */
export interface ToldSettings {
  settings: Settings | undefined;
  /** There is more than is told. */
  isHidden: boolean;
}

const maxSettings = 100;
const maxSettingsLength = 8000;

/** Beside the `data` of an object store, under the names by which they are told. */
const storeFields: ReadonlySet<string> = new Set([
  'bucket',
  'endpoint',
  'region',
  'pathPrefix',
  'usehttps',
  'verifyssl',
]);
/** In it, and by which name each is told. */
const storeData: ReadonlyMap<string, string> = new Map([
  ['BUCKET', 'bucket'],
  ['ENDPOINT', 'endpoint'],
  ['REGION', 'region'],
  ['CONTAINER_URI', 'containerUri'],
  ['CLIENT_ID', 'clientId'],
  ['TENANT_ID', 'azureTenantId'],
  ['SUBSCRIPTION_ID', 'subscriptionId'],
  ['HDFS_NAMENODE', 'nameNode'],
  ['HEADERS', 'headerNames'],
]);
/** In it, and never told: the ids of keys look like tokens, and are worth nothing without their keys. */
const storeCredentials: ReadonlySet<string> = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'ACCESS_KEY_ID',
  'SECRET_ACCESS_KEY',
  'STORAGE_ACCESS_KEY',
  'CLIENT_SECRET',
  'PRIVATE_KEY',
  'TLS_CERT',
  'TLS_KEY',
]);
const labelsSchema = z.array(z.strictObject({ key: z.string(), value: z.string() }));
const headersSchema = z.record(z.string(), z.unknown());

/** What a body for an object store says of where that is. Its credentials are left out. */
export function readStoreSettings(body: Readonly<Record<string, unknown>>): ToldSettings {
  const { name: _, type: __, data = {}, ...beside } = body;
  const inData = Object.entries(Object(data)).filter(([key]) => !storeCredentials.has(key));
  const fields = Object.entries(beside).filter(([name]) => storeFields.has(name));
  const ofData = inData.flatMap(([key, value]): [string, unknown][] => {
    const name = storeData.get(key);
    return name === undefined ? [] : [[name, name === 'headerNames' ? readHeaderNames(value) : value]];
  });
  const { settings, isHidden } = tellSettings([...fields, ...ofData]);
  const isUnknown = fields.length < Object.keys(beside).length || ofData.length < inData.length;
  return { settings, isHidden: isHidden || isUnknown };
}

/** The labels in a body for a resource group. */
export function readLabels(labels: unknown = []): ToldSettings {
  const isTooMany = Array.isArray(labels) && labels.length > maxSettings;
  const data = isTooMany ? undefined : labelsSchema.safeParse(labels).data;
  return data ? tellSettings(data.map(({ key, value }) => [key, value])) : nothingTold;
}

/** Those of `given` that may be told; an empty one says nothing. */
export function tellSettings(given: readonly (readonly [string, unknown])[]): ToldSettings {
  const wanted = given.filter(([, value]) => value !== '');
  const told = wanted
    .slice(0, maxSettings)
    .filter(
      (one): one is [string, string] =>
        isPlainPlace(one[0]) && typeof one[1] === 'string' && isPlainPlace(one[1]),
    );
  const isOnce = new Set(told.map(([name]) => name)).size === told.length;
  if (!isOnce || told.flat().join('').length > maxSettingsLength) return nothingTold;
  return {
    settings: told.length > 0 ? Object.fromEntries(told) : undefined,
    isHidden: told.length < wanted.length,
  };
}

const nothingTold: ToldSettings = { settings: undefined, isHidden: true };

/** The values of headers are a credential as often as not. */
function readHeaderNames(headers: unknown): unknown {
  const { data } = headersSchema.safeParse(typeof headers === 'string' ? parseJson(headers) : undefined);
  return data && Object.keys(data).toSorted().join(', ');
}
