import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { isPlainPlace } from './known-text.ts';

/** How something is set up: where an object store is, or the labels of a resource group. Holds no credential. */
type Settings = Readonly<Record<string, string>>;

/** The settings that may be recorded. */
export interface ToldSettings {
  settings: Settings | undefined;
  /** There are more than those. */
  isHidden: boolean;
}

const maxSettings = 100;
const maxSettingsLength = 8000;

/** Fields beside the `data` of an object store, recorded under the same names. */
const storeFields: ReadonlySet<string> = new Set([
  'bucket',
  'endpoint',
  'region',
  'pathPrefix',
  'usehttps',
  'verifyssl',
]);
/** Fields in `data`, and the names under which they are recorded. */
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
/**
 * Fields in `data` that are never recorded; even the ids of keys look like tokens, and are worth nothing without the
 * keys.
 */
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

/** Where an object store is, read from a body. Its credentials are left out. */
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

/** Those of `given` that may be recorded; an empty value counts as missing. */
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

/** Only the names, because the values of headers are often credentials. */
function readHeaderNames(headers: unknown): unknown {
  const { data } = headersSchema.safeParse(typeof headers === 'string' ? parseJson(headers) : undefined);
  return data && Object.keys(data).toSorted().join(', ');
}
