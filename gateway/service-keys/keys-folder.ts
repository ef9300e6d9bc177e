import { join } from 'node:path';
import { buildFailedScan, buildScan, type KeyReading, type KeyScan } from './key-scan.ts';
import { listKeyFolder, readKeyFile } from './read-key-file.ts';
import { isTenantId, parseServiceKeyText, type ServiceKeyResult } from './service-key.ts';

const setting = 'AICORE_SERVICE_KEYS_DIR';

/** A folder of `<tenant-id>.json` files. Hidden files and other extensions are ignored. */
export async function scanKeysFolder(folder: string): Promise<KeyScan> {
  const listed = await listKeyFolder(folder);
  if (!listed.ok) return buildFailedScan(setting, `The folder ${folder} cannot be read.`);
  const readings: KeyReading[] = [];
  for (const name of listed.names.filter((entry) => entry.endsWith('.json'))) {
    const tenantId = name.slice(0, -'.json'.length);
    readings.push({ source: name, setting, tenantId, result: await readKey(join(folder, name), tenantId) });
  }
  return buildScan({ configured: true, readings, folders: [folder] });
}

async function readKey(path: string, tenantId: string): Promise<ServiceKeyResult> {
  if (!isTenantId(tenantId)) {
    const reason =
      'its file name must be a tenant ID (letters, digits, dots, dashes and underscores) followed by .json';
    return { ok: false, reason };
  }
  const file = await readKeyFile(path);
  return file.ok ? parseServiceKeyText(file.text) : file;
}
