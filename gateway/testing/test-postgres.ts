import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

/** A PostgreSQL that lasts as long as a test. */
export interface TestPostgres {
  /** Creates an empty database and returns its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const debianFolder = '/usr/lib/postgresql';

/** The folder with PostgreSQL's programs: the configured one, otherwise Debian's newest. */
export function findPostgres(): string | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a)).slice(0, 1);
  const folders = [process.env['POSTGRES_BIN'], ...newest.map((name) => join(debianFolder, name, 'bin'))];
  return folders.find((folder) => folder !== undefined && existsSync(join(folder, 'initdb')));
}

/** Shown by a test that is skipped without PostgreSQL. */
export const needsPostgres = 'needs PostgreSQL: apt-get install postgresql, or POSTGRES_BIN';

/** Starts PostgreSQL on a free loopback port; as `postgres` if the user is root, because it refuses to run as root. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error(needsPostgres);
  const folder = mkdtempSync(join(tmpdir(), 'test-postgres-'));
  const isRoot = userInfo().uid === 0;
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  const asOther = isRoot ? ['runuser', '-u', 'postgres', '--'] : [];
  const command = (program: string, ...args: string[]) => {
    const [file = '', ...rest] = [...asOther, join(bin, program), ...args];
    return { file, args: rest, options: { cwd: '/', env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] } } };
  };
  const data = join(folder, 'data');
  const init = command('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync');
  execFileSync(init.file, init.args, { ...init.options, stdio: 'pipe' });
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const run = command('postgres', '-D', data, ...settings.flatMap((setting) => ['-c', setting]));
  const child = spawn(run.file, run.args, { ...run.options, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  await untilReady(child.stderr);
  const address = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    async createDatabase() {
      databases += 1;
      const client = new Client(address('postgres'));
      await client.connect();
      await client.query(`create database test_${databases}`);
      await client.end();
      return address(`test_${databases}`);
    },
    async stop() {
      const stop = command('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
      execFileSync(stop.file, stop.args, { ...stop.options, stdio: 'pipe' });
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

function untilReady(stderr: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    stderr.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('ready to accept connections')) resolve();
    });
    stderr.once('end', () => reject(new Error(`PostgreSQL ended: ${output}`)));
  });
}
