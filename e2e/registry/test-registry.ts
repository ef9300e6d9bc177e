import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { testAccounts, publisher } from './accounts.ts';
import { makeCertificates } from './certificates.ts';
import type { Certificates } from './certificates.ts';
import { runOrThrow, startProgram } from './run-program.ts';
import { Skopeo } from './skopeo.ts';
import { writeTinyImage } from './tiny-image.ts';
import { startTokenServer, type TokenServer } from './token-server.ts';

/** A real registry over TLS on a free port of loopback, which serves one image after login. */
export interface TestRegistry {
  /** `127.0.0.1:PORT`, as in an image's name. */
  readonly host: string;
  /** Without a tag, which means `latest`. */
  readonly image: string;
  /** Of the image's manifest. */
  readonly digest: string;
  /** Home folder of the programs that a test runs; removed after the test. */
  readonly folder: string;
  readonly skopeo: Skopeo;
  readonly stop: () => Promise<void>;
}

/** Starts a registry with all testAccounts, or with a token server in front, and pushes the image to it. */
export async function startTestRegistry(login: 'basic' | 'token' = 'basic'): Promise<TestRegistry> {
  const folder = await mkdtemp(path.join(tmpdir(), 'test-registry-'));
  let server: RunningServer | undefined;
  let tokens: TokenServer | undefined;
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  // For an aborted run, which never gets to the teardown.
  const abandon = () => {
    server?.kill();
    removeFolder();
  };
  process.once('exit', abandon);
  const stop = async () => {
    await server?.stop();
    await tokens?.stop();
    removeFolder();
    process.off('exit', abandon);
  };
  try {
    const certificates = await makeCertificates(folder);
    if (login === 'token') tokens = await startTokenServer(certificates);
    const auth = tokens?.auth ?? { htpasswd: { realm: 'test', path: await writePasswordFile(folder) } };
    server = await startServer(folder, certificates, auth);
    const skopeo = new Skopeo(folder, certificates.trusted);
    const image = `${server.host}/team/tiny`;
    const layout = path.join(folder, 'layout');
    const digest = await writeTinyImage(layout);
    await skopeo.push(layout, image, publisher);
    return { host: server.host, image, digest, folder, skopeo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface RunningServer {
  readonly host: string;
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
}

async function startServer(
  folder: string,
  { certificate, key }: Certificates,
  auth: object,
): Promise<RunningServer> {
  const configurationFile = path.join(folder, 'registry.json');
  const configuration = {
    version: '0.1',
    // The log contains the address that was chosen for port 0.
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: path.join(folder, 'storage') } },
    auth,
    http: { addr: '127.0.0.1:0', secret: 'not-a-real-secret', tls: { certificate, key } },
  };
  await writeFile(configurationFile, JSON.stringify(configuration));
  const child = startProgram(folder, 'docker-registry', ['serve', configurationFile]);
  child.stdout.resume();
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  let log = '';
  const host = await new Promise<string>((resolve, reject) => {
    // Read to the end: a full pipe would block the registry.
    createInterface(child.stderr).on('line', (line) => {
      log += `${line}\n`;
      const address = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`docker-registry ended with ${code}: ${log}`)));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { host, stop, kill: () => child.kill('SIGKILL') };
}

async function writePasswordFile(folder: string): Promise<string> {
  const file = path.join(folder, 'htpasswd');
  const lines: string[] = [];
  for (const { username, password } of [publisher, ...testAccounts.map(([, account]) => account)]) {
    lines.push(await runOrThrow(folder, 'htpasswd', ['-nbB', username, password]));
  }
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return file;
}
