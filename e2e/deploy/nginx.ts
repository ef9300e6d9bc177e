import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../gateway/testing/free-port.ts';

const debianPath = '/usr/sbin/nginx';

export interface RunningNginx {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The nginx to test with: the one in NGINX_PATH, or else Debian's. */
export function findNginx(): string | undefined {
  return [process.env['NGINX_PATH'], debianPath].find((file) => file !== undefined && existsSync(file));
}

/**
 * Starts nginx as an ordinary process of this user, with a documented site. `changes` replaces the example's values by
 * those of this machine; each value must occur in the site.
 */
export async function startNginx(
  site: string,
  changes: (port: number, folder: string) => Record<string, string>,
  chosenPort?: number,
): Promise<RunningNginx> {
  const nginx = findNginx();
  if (nginx === undefined) throw new Error('nginx is not installed');
  const folder = await mkdtemp(path.join(tmpdir(), 'nginx-'));
  const port = chosenPort ?? (await freePort());
  let text = await readFile(site, 'utf8');
  for (const [documented, real] of Object.entries(changes(port, folder))) {
    if (!text.includes(documented)) throw new Error(`${site} does not say "${documented}" any more`);
    text = text.replaceAll(documented, real);
  }
  await writeFile(path.join(folder, 'site.conf'), text);
  await writeFile(path.join(folder, 'nginx.conf'), mainConfig(folder));
  const child = spawn(nginx, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await waitForPort(child, port);
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      await stopProcess(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The configuration that a packaged nginx has around its sites, with every file in `folder`. */
function mainConfig(folder: string): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
master_process off;
error_log stderr warn;
pid ${folder}/nginx.pid;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${temp.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  include ${folder}/site.conf;
}
`;
}

async function waitForPort(child: ChildProcess, port: number): Promise<void> {
  let output = '';
  let ended = false;
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.once('exit', () => {
    ended = true;
  });
  while (!(await accepts(port))) {
    if (ended) throw new Error(`nginx ended: ${output}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
