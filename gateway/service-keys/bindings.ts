import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { buildFailedScan, buildScan, joinScans, type KeyReading, type KeyScan } from './key-scan.ts';
import { listKeyFolder, readKeyFile } from './read-key-file.ts';
import { parseServiceKey, type ServiceKeyResult } from './service-key.ts';

/** SAP's name for the service in every kind of binding. */
const serviceLabel = 'aicore';
const vcapSchema = z.record(z.string(), z.unknown());
const bindingsSchema = z.array(z.unknown());
const bindingSchema = z
  .object({ name: z.string().optional().catch(undefined), credentials: z.unknown() })
  .catch({
    name: undefined,
    credentials: undefined,
  });

/** The bindings of a Cloud Foundry application, as JSON in a variable. */
export function scanVcapServices(text: string): KeyScan {
  const setting = 'VCAP_SERVICES';
  const services = vcapSchema.safeParse(parseJson(text));
  if (!services.success) return buildFailedScan(setting, 'It is not a JSON object.');
  const bindings = bindingsSchema.safeParse(services.data[serviceLabel] ?? []);
  if (!bindings.success) return buildFailedScan(setting, `"${serviceLabel}" is not a list of bindings.`);
  const readings = bindings.data.map((binding, index): KeyReading => {
    const { name = `#${index + 1}`, credentials } = bindingSchema.parse(binding);
    return { source: `${setting} ${name}`, setting, result: parseServiceKey(credentials) };
  });
  return buildScan({ configured: readings.length > 0, readings });
}

/** Folders as the servicebinding.io specification and SAP's service operator mount them: a file names the service. */
export function scanBindingRoot(root: string): Promise<KeyScan> {
  return scanBindings('SERVICE_BINDING_ROOT', root, (properties) =>
    ['type', 'label'].some((name) => properties.get(name)?.trim() === serviceLabel),
  );
}

/** Folders as SAP's guides for Kyma mount them: `SERVICE/INSTANCE/` below `root`. */
export function scanKymaMounts(root: string): Promise<KeyScan> {
  return scanBindings('Kyma', join(root, serviceLabel), () => true);
}

async function scanBindings(
  setting: string,
  root: string,
  isOurs: (properties: ReadonlyMap<string, string>) => boolean,
): Promise<KeyScan> {
  const listed = await listKeyFolder(root);
  if (!listed.ok)
    return listed.isMissing ? buildScan() : buildFailedScan(setting, `The folder ${root} cannot be read.`);
  const scans = [buildScan({ folders: [root] })];
  for (const name of listed.names) {
    const folder = join(root, name);
    const properties = await readProperties(folder);
    if (properties.size === 0 || !isOurs(properties)) continue;
    const reading = { source: `${setting} ${name}`, setting, result: parseBinding(properties) };
    scans.push(buildScan({ configured: true, readings: [reading], folders: [folder] }));
  }
  return joinScans(scans);
}

async function readProperties(folder: string): Promise<Map<string, string>> {
  const properties = new Map<string, string>();
  const listed = await listKeyFolder(folder);
  for (const name of listed.ok ? listed.names : []) {
    const file = await readKeyFile(join(folder, name));
    if (file.ok) properties.set(name, file.text);
  }
  return properties;
}

/** Either one property holds the whole key as JSON, or each property of the key is a file of its own. */
function parseBinding(properties: ReadonlyMap<string, string>): ServiceKeyResult {
  const assembled: Record<string, unknown> = {};
  for (const [name, text] of properties) {
    const json = text.trimStart().startsWith('{') ? parseJson(text) : undefined;
    if (json !== undefined) {
      const whole = parseServiceKey(json);
      if (whole.ok) return whole;
    }
    assembled[name] = json ?? text.trim();
  }
  delete assembled['credentials'];
  return parseServiceKey(assembled);
}
