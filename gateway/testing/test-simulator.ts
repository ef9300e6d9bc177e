import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const mainFile = fileURLToPath(new URL('../../dist/server/simulator.js', import.meta.url));

/** The calls that the simulator received, in their order. */
export const journalSchema = z.array(
  z.object({
    // Absent if the token was refused, such as in the first call after a test let all tokens expire.
    tenantId: z.string().optional(),
    method: z.string(),
    path: z.string(),
    /** The gateway's id of the call. */
    requestId: z.string().optional(),
    /** Whether it was written, whatever the answer said. */
    written: z.literal(true).optional(),
    status: z.number().optional(),
  }),
);
export type JournalEntry = z.infer<typeof journalSchema>[number];

/** The simulator as a separate process, which reports the calls it received and what it did. */
export interface TestSimulator {
  url: string;
  /** By tenant id. */
  serviceKeys: Record<string, Record<string, unknown>>;
  /** Makes every call of a tenant, or its first writes, fail in that way. */
  failTenant(tenantId: string, kind: string): Promise<void>;
  journal(): Promise<JournalEntry[]>;
  stop(): Promise<void>;
}

/** Starts the built simulator on a free port. */
export async function startTestSimulator(tenants: number): Promise<TestSimulator> {
  const keysFolder = mkdtempSync(join(tmpdir(), 'simulator-keys-'));
  const flags = ['--inspect', '--tenants', String(tenants), '--keys-dir', keysFolder];
  const child = spawn(process.execPath, [mainFile, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = /http:\/\/[\d.:]+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error('the simulator ended early')));
  });
  const keys = readdirSync(keysFolder).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(keysFolder, file), 'utf8')),
  ]);
  return {
    url,
    serviceKeys: Object.fromEntries(keys),
    async failTenant(tenantId, kind) {
      const address = `${url}/inspect/tenants/${tenantId}/failure?kind=${kind}`;
      const { ok } = await fetch(address, { method: 'POST' });
      if (!ok) throw new Error(`the simulator does not know ${tenantId} or ${kind}`);
    },
    journal: async () => journalSchema.parse(await (await fetch(`${url}/inspect/journal`)).json()),
    async stop() {
      child.kill('SIGKILL');
      await exited;
      rmSync(keysFolder, { recursive: true });
    },
  };
}
