import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestUaa } from './uaa.ts';

const home = path.resolve('e2e/approuter');
const program = path.join(home, 'node_modules/@sap/approuter/approuter.js');

/** How to start an approuter. */
export interface ApprouterOptions {
  readonly port: number;
  /** The content of its `xs-app.json`. */
  readonly routes: string;
  /** URLs of the destinations that the routes name; the signed-in person's token is forwarded to them. */
  readonly destinations: Record<string, string>;
  readonly uaa: TestUaa;
}

/** SAP's approuter as a separate process. */
export interface RunningApprouter {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts an approuter on an address of this machine; installs it first if necessary. */
export async function startApprouter({
  port,
  routes,
  destinations,
  uaa,
}: ApprouterOptions): Promise<RunningApprouter> {
  if (!existsSync(program)) install();
  const folder = await mkdtemp(path.join(tmpdir(), 'approuter-'));
  await writeFile(path.join(folder, 'xs-app.json'), routes);
  const binding = { name: 'console-xsuaa', label: 'xsuaa', tags: ['xsuaa'], plan: 'application' };
  const child = spawn(process.execPath, [program, '-w', folder, '-p', String(port)], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      NODE_EXTRA_CA_CERTS: uaa.caFile,
      XS_APP_LOG_LEVEL: 'error',
      VCAP_SERVICES: JSON.stringify({ xsuaa: [{ ...binding, credentials: uaa.credentials }] }),
      destinations: JSON.stringify(
        Object.entries(destinations).map(([name, url]) => ({ name, url, forwardAuthToken: true })),
      ),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const url = `http://localhost:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`the approuter ended: ${output}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

function install(): void {
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the approuter cannot be installed: ${stderr}`);
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
}
