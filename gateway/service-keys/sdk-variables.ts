import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { buildScan, type KeyReading, type KeyScan } from './key-scan.ts';
import { listKeyFolder, readKeyFile } from './read-key-file.ts';
import { parseServiceKey, parseServiceKeyText, type ServiceKeyResult } from './service-key.ts';

/** The variables in which SAP's SDKs look for the parts of a service key, by the part's name in the key. */
export const sdkVariables = {
  clientid: 'AICORE_CLIENT_ID',
  clientsecret: 'AICORE_CLIENT_SECRET',
  url: 'AICORE_AUTH_URL',
  certurl: 'AICORE_CERT_URL',
  certificate: 'AICORE_CERT_STR',
  key: 'AICORE_KEY_STR',
  'serviceurls.AI_API_URL': 'AICORE_BASE_URL',
} as const;

/** Values by variable. */
export type SdkVariables = Partial<Record<string, string>>;

/** `AICORE_SERVICE_KEY`: one key as JSON. */
export function scanServiceKeyVariable(text: string): KeyScan {
  const name = 'AICORE_SERVICE_KEY';
  return scanOne({ source: name, setting: name, result: parseServiceKeyText(text) });
}

/** The parts of one key, each in its own variable; if none is given, nothing is configured. */
export function scanSdkVariables(values: SdkVariables): KeyScan {
  if (Object.values(sdkVariables).every((name) => values[name] === undefined)) return buildScan();
  return scanOne({ source: 'AICORE_…', setting: 'AICORE_…', result: assembleKey(values) });
}

const fileSchema = z.record(z.string(), z.unknown());

/** `config.json` in the folder of SAP's SDKs (`~/.aicore`): the same variables, or a whole key, as JSON. */
export async function scanSdkConfigFile(folder: string): Promise<KeyScan> {
  const listed = await listKeyFolder(folder);
  if (!listed.ok || !listed.names.includes('config.json')) return buildScan();
  const path = join(folder, 'config.json');
  const file = await readKeyFile(path);
  const result = file.ok ? parseConfigFile(file.text) : file;
  return { ...scanOne({ source: path, setting: 'AICORE_HOME', result }), folders: [folder] };
}

function scanOne(reading: KeyReading): KeyScan {
  return buildScan({ configured: true, readings: [reading] });
}

function parseConfigFile(text: string): ServiceKeyResult {
  const object = fileSchema.safeParse(parseJson(text));
  if (!object.success) return parseServiceKeyText(text);
  const names = Object.values(sdkVariables).filter((name) => object.data[name] !== undefined);
  if (names.length === 0) return parseServiceKey(object.data);
  return assembleKey(Object.fromEntries(names.map((name) => [name, object.data[name]])));
}

function assembleKey(values: Record<string, unknown>): ServiceKeyResult {
  const parts = Object.entries(sdkVariables)
    .filter(([, variable]) => values[variable] !== undefined)
    .map(([part, variable]) => [part, values[variable]]);
  const { 'serviceurls.AI_API_URL': apiUrl, ...key } = Object.fromEntries(parts);
  const identityzone = readZone(key['url'] ?? key['certurl']);
  return parseServiceKey({ ...key, identityzone, serviceurls: { AI_API_URL: apiUrl } }, sdkVariables);
}

/** The tenant's subdomain is the first part of its token server's name; nothing else names the tenant. */
function readZone(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const [zone, next] = new URL(url).hostname.split('.');
  return next === 'authentication' ? zone : undefined;
}
