import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { ServiceKeySettings } from '../config.ts';
import {
  isTenantId,
  parseJson,
  parseServiceKey,
  parseServiceKeyText,
  tenantIdOfKey,
  type ServiceKey,
  type ServiceKeyResult,
} from './service-key.ts';

/** A usable service key, the tenant that it opens, and the place it came from, in words for the operator. */
export interface FoundKey {
  source: string;
  tenantId: string;
  key: ServiceKey;
}

/** A key that cannot be used and why; `fatal` ones prevent the start, all others only cost their own tenant. */
export interface KeyProblem {
  source: string;
  message: string;
  fatal?: boolean;
}

/** What all sources hold at one moment, in their order of precedence. */
export interface KeyScan {
  /** False when no source names AI Core at all: that is when the demo starts. */
  configured: boolean;
  keys: FoundKey[];
  problems: KeyProblem[];
  /** Folders whose changes ask for another scan. */
  folders: string[];
}

const serviceLabel = 'aicore';
const vcapSchema = z.record(z.string(), z.unknown());
const bindingsSchema = z.array(z.object({ name: z.string().optional(), credentials: z.unknown() }));

/** Reads every configured source, and never throws for what it finds there. */
export async function scanServiceKeys(settings: ServiceKeySettings): Promise<KeyScan> {
  const scan: KeyScan = { configured: false, keys: [], problems: [], folders: [] };
  if (settings.keysFolder !== undefined) await scanKeysFolder(settings.keysFolder, scan);
  if (settings.serviceKey !== undefined) scanServiceKey(settings.serviceKey, scan);
  if (settings.vcapServices !== undefined) scanVcapServices(settings.vcapServices, scan);
  if (settings.bindingRoot !== undefined) await scanBindingRoot(settings.bindingRoot, scan);
  return refuseDuplicates(scan);
}

async function scanKeysFolder(folder: string, scan: KeyScan): Promise<void> {
  scan.configured = true;
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) {
    const message = `The folder ${folder} cannot be read.`;
    scan.problems.push({ source: 'AICORE_SERVICE_KEYS_DIR', message, fatal: true });
    return;
  }
  scan.folders.push(folder);
  for (const name of names.filter((entry) => entry.endsWith('.json') && !entry.startsWith('.')).toSorted()) {
    const tenantId = name.slice(0, -'.json'.length);
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text === undefined) {
      scan.problems.push({ source: name, message: 'The file cannot be read.' });
    } else if (isTenantId(tenantId)) {
      addResult(scan, name, parseServiceKeyText(text), tenantId);
    } else {
      const message = 'The file name must be a tenant id: letters, digits, dots, dashes and underscores.';
      scan.problems.push({ source: name, message });
    }
  }
}

function scanServiceKey(text: string, scan: KeyScan): void {
  scan.configured = true;
  addResult(scan, 'AICORE_SERVICE_KEY', parseServiceKeyText(text));
  const problem = scan.problems.at(-1);
  if (problem?.source === 'AICORE_SERVICE_KEY') problem.fatal = true;
}

function scanVcapServices(text: string, scan: KeyScan): void {
  const json = parseJson(text);
  const services = vcapSchema.safeParse(json.ok ? json.value : undefined);
  if (!services.success) {
    scan.configured = true;
    scan.problems.push({ source: 'VCAP_SERVICES', message: 'It is not a JSON object.', fatal: true });
    return;
  }
  const bindings = bindingsSchema.safeParse(services.data[serviceLabel] ?? []);
  if (!bindings.success) {
    scan.configured = true;
    scan.problems.push({ source: 'VCAP_SERVICES', message: `"${serviceLabel}" is not a list of bindings.` });
    return;
  }
  for (const [index, binding] of bindings.data.entries()) {
    scan.configured = true;
    addResult(scan, `VCAP_SERVICES ${binding.name ?? `#${index + 1}`}`, parseServiceKey(binding.credentials));
  }
}

/** Folders as the servicebinding.io specification and SAP's service operator mount them. */
async function scanBindingRoot(root: string, scan: KeyScan): Promise<void> {
  const names = await readdir(root).catch(() => []);
  if (names.length > 0) scan.folders.push(root);
  for (const name of names.filter((entry) => !entry.startsWith('.')).toSorted()) {
    const folder = join(root, name);
    const properties = await readProperties(folder);
    const labels = [properties.get('type'), properties.get('label')].map((label) => label?.trim());
    if (!labels.includes(serviceLabel)) continue;
    scan.configured = true;
    scan.folders.push(folder);
    addResult(scan, `SERVICE_BINDING_ROOT ${name}`, parseBinding(properties));
  }
}

async function readProperties(folder: string): Promise<Map<string, string>> {
  const properties = new Map<string, string>();
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isFile && !name.startsWith('.')) properties.set(name, await readFile(path, 'utf8').catch(() => ''));
  }
  return properties;
}

/** Either one property holds the whole key as JSON, or each property of the key is a file of its own. */
function parseBinding(properties: Map<string, string>): ServiceKeyResult {
  const assembled: Record<string, unknown> = {};
  for (const [name, text] of properties) {
    const json = text.trimStart().startsWith('{') ? parseJson(text) : undefined;
    if (json?.ok === true) {
      const whole = parseServiceKey(json.value);
      if (whole.ok) return whole;
    }
    assembled[name] = json?.ok === true ? json.value : text.trim();
  }
  delete assembled['credentials'];
  return parseServiceKey(assembled);
}

function addResult(scan: KeyScan, source: string, result: ServiceKeyResult, tenantId?: string): void {
  if (result.ok) scan.keys.push({ source, tenantId: tenantId ?? tenantIdOfKey(result.key), key: result.key });
  else scan.problems.push({ source, message: `This service key cannot be used: ${result.reason}.` });
}

/** The first key of a tenant stays. The same tenant under two ids counts too, or it would be written to twice. */
function refuseDuplicates(scan: KeyScan): KeyScan {
  const sources = new Map<string, string>();
  const keys = scan.keys.filter(({ source, tenantId, key }) => {
    const names = [`id ${tenantId.toLowerCase()}`];
    if (key.identityzoneid !== undefined) names.push(`${key.identityzoneid} ${key.serviceurls.AI_API_URL}`);
    const first = names.map((name) => sources.get(name)).find((known) => known !== undefined);
    if (first === undefined) {
      for (const name of names) sources.set(name, source);
      return true;
    }
    const message = `This is a second service key for the tenant "${tenantId}"; the one from ${first} is used.`;
    scan.problems.push({ source, message });
    return false;
  });
  return { ...scan, keys };
}
