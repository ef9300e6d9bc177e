import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantServiceKey } from '../start-simulator.ts';

/**
 * Writes each key to `<tenant id>.json` in the folder, which is created if it is missing. Only the owner can read the
 * files, and each appears complete, because a gateway may watch the folder.
 */
export async function writeServiceKeys(folder: string, keys: readonly TenantServiceKey[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { tenantId, serviceKey } of keys) {
    const path = join(folder, `${tenantId}.json`);
    const unfinished = `${path}.tmp`;
    // A leftover file would keep its own mode.
    await rm(unfinished, { force: true });
    await writeFile(unfinished, `${JSON.stringify(serviceKey, null, 2)}\n`, { mode: 0o600 });
    await rename(unfinished, path);
  }
}
