import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { journalSchema, type JournalEntry } from '../gateway/testing/test-simulator.ts';

/** A gateway in front of a simulator, each as its own process, as an operator starts them. */
export interface Stack {
  readonly url: string;
  /** Of the gateway. */
  readonly pid: number;
  readonly simulator: SimulatorInspection;
  readonly keysDir: string;
  /** Deletes what the gateway remembers of secrets. */
  forgetSecrets(): Promise<void>;
  stop(): Promise<void>;
}

/** What a simulator started with `--inspect` shows to tests. */
export class SimulatorInspection {
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }

  /** The stored body of a secret, byte for byte. */
  storedSecret(tenantId: string, name: string): Promise<string> {
    return this.#stored(tenantId, `secrets/${name}`);
  }

  /** The body of the last write to a Git repository, byte for byte. */
  storedRepository(tenantId: string, name: string): Promise<string> {
    return this.#stored(tenantId, `repositories/${name}`);
  }

  /** The body of the last write to an application, byte for byte. */
  storedApplication(tenantId: string, name: string): Promise<string> {
    return this.#stored(tenantId, `applications/${name}`);
  }

  /** The body of the last write to an object store secret, byte for byte. */
  storedObjectStore(tenantId: string, group: string, name: string): Promise<string> {
    return this.#stored(tenantId, `resource-groups/${group}/object-stores/${name}`);
  }

  /** The body of the last write to a generic secret; `place` is `tenant`, `shared`, or `in-` and a resource group. */
  storedGenericSecret(tenantId: string, place: string, name: string): Promise<string> {
    return this.#stored(tenantId, `generic-secrets/${place}/${name}`);
  }

  async #stored(tenantId: string, what: string): Promise<string> {
    const response = await fetch(`${this.url}/inspect/tenants/${tenantId}/${what}`);
    if (!response.ok) throw new Error(`the simulator has no ${what} in ${tenantId}`);
    return response.text();
  }

  async journal(): Promise<JournalEntry[]> {
    const response = await fetch(`${this.url}/inspect/journal`);
    return journalSchema.parse(await response.json());
  }

  async reset(): Promise<void> {
    await fetch(`${this.url}/inspect/reset`, { method: 'POST' });
  }

  /** Makes every call of a tenant fail in the way of that reserved name; `none` ends this. */
  async failTenant(tenantId: string, kind: string): Promise<void> {
    await fetch(`${this.url}/inspect/tenants/${tenantId}/failure?kind=${kind}`, { method: 'POST' });
  }

  async expireTokens(): Promise<void> {
    await fetch(`${this.url}/inspect/expire-tokens`, { method: 'POST' });
  }
}

/** Starts both on free ports. `simulatorArgs` are additional switches of `npm run simulator`. */
export async function startStack(
  simulatorArgs: readonly string[] = [],
  gatewayEnv: Record<string, string> = {},
): Promise<Stack> {
  const keysDir = await mkdtemp(path.join(tmpdir(), 'service-keys-'));
  const simulator = await startProcess('simulator/main.ts', [
    '--port',
    '0',
    '--inspect',
    '--keys-dir',
    keysDir,
    ...simulatorArgs,
  ]);
  const gateway = await startProcess('gateway/main.ts', [], {
    AICORE_SERVICE_KEYS_DIR: keysDir,
    ...gatewayEnv,
  });
  return {
    url: gateway.url,
    pid: gateway.pid,
    simulator: new SimulatorInspection(simulator.url),
    keysDir,
    forgetSecrets: () => forgetSecrets(gateway.url),
    stop: async () => {
      await Promise.all([gateway.stop(), simulator.stop()]);
      await rm(keysDir, { recursive: true, force: true });
    },
  };
}

const notesSchema = z.object({ notes: z.array(z.object({ tenant: z.string(), name: z.string() })) });

async function forgetSecrets(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/secret-notes`);
  // A gateway that requires sign-in; its tests clean up themselves.
  if (!answer.ok) return;
  const { notes } = notesSchema.parse(await answer.json());
  await Promise.all(
    notes.map(({ tenant, name }) =>
      fetch(`${url}/api/tenants/${tenant}/secret-notes/${name}`, {
        method: 'DELETE',
        headers: { origin: url },
      }),
    ),
  );
}

export interface RunningProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Programs that run as built, like in production. All others are servers for tests. */
const built: Record<string, string> = {
  'gateway/main.ts': 'dist/server/gateway.js',
  'simulator/main.ts': 'dist/server/simulator.js',
};

/** Starts one of our servers with its own data folder, and waits for the output line that contains its address. */
export async function startProcess(
  main: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<RunningProcess> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'console-data-'));
  const program = built[main];
  const started = program === undefined ? ['--import', 'tsx', main] : [program];
  const child = spawn(process.execPath, [...started, ...args], {
    // No home folder: the gateway must not find the user's own service keys there.
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', CONSOLE_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /https?:\/\/[\w.[\]:-]+:\d+/.exec(output);
      if (!found) return;
      // Further output is read and dropped: a full pipe would block the process.
      for (const stream of [child.stdout, child.stderr]) stream.off('data', read).resume();
      resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`${main} ended with ${code}: ${output}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      await stopProcess(child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** The first service key in the folder, as the text of its file. */
export async function firstServiceKey(keysDir: string): Promise<{ tenantId: string; text: string }> {
  const [file = ''] = (await readdir(keysDir)).toSorted();
  return { tenantId: file.replace(/\.json$/, ''), text: await readFile(path.join(keysDir, file), 'utf8') };
}
