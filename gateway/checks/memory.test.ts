import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { listen } from '../testing/listen.ts';
import { mainFile } from '../testing/run-main.ts';
import { createTestAuthority } from '../testing/test-certificates.ts';

const password = 'planted-password-of-a-check';
const metricsToken = 'not-a-real-token-for-metrics';
const encoded = btoa(`jane:${password}`);

let gateway: ChildProcess | undefined;
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  if (gateway?.exitCode === null && gateway.signalCode === null) {
    gateway.kill('SIGTERM');
    await once(gateway, 'exit');
  }
  for (const undo of cleanUp.splice(0)) await undo();
});

const limit = 120_000;

/** Whether the file ends as a snapshot does. Only its end is read: to read all of it again and again takes what writing it needs. */
async function endsWhole(file: string): Promise<boolean> {
  const handle = await open(file);
  const { size } = await handle.stat();
  const { buffer } = await handle.read({ buffer: Buffer.alloc(4), position: Math.max(0, size - 4) });
  await handle.close();
  return buffer.toString('latin1').replaceAll('\0', '').trimEnd().endsWith('}');
}

/** Everything that the process writes to a folder or says, and the last snapshot of its memory. */
async function startGateway(authority: string) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-memory-'));
  cleanUp.push(() => rm(folder, { recursive: true }));
  const page = join(folder, 'page');
  await mkdir(page);
  await writeFile(join(page, 'index.html'), '<!doctype html><title>page</title>');
  const args = ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`, mainFile, page];
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      LOG_LEVEL: 'trace',
      CONSOLE_DATA_DIR: join(folder, 'data'),
      CHECK_ALLOW_HOSTS: '127.0.0.1',
      NODE_EXTRA_CA_CERTS: authority,
      METRICS_TOKEN: metricsToken,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  gateway = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await vi.waitUntil(
    () => {
      if (child.exitCode !== null) throw new Error(`the gateway ended early: ${output}`);
      return /http:\/\/[\w.:]+:\d+/.exec(output)?.[0];
    },
    { timeout: limit },
  );
  return {
    url,
    output: () => output,
    /** Node writes a snapshot after a collection; it is whole once it can be read as JSON. */
    takeSnapshot: async (): Promise<string> => {
      const known = new Set(await readdir(folder));
      child.kill('SIGUSR2');
      return vi.waitUntil(
        async () => {
          const name = (await readdir(folder)).find(
            (one) => one.endsWith('.heapsnapshot') && !known.has(one),
          );
          return (
            name !== undefined &&
            (await endsWhole(join(folder, name))) &&
            readFile(join(folder, name), 'utf8')
          );
        },
        // It is as long as the machine is busy: the test has its own limit.
        { timeout: limit, interval: 200 },
      );
    },
    kept: async (): Promise<string> => {
      const files = await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true });
      const texts = files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
      return (await Promise.all(texts)).join('');
    },
  };
}

test(
  'a credential is in the gateway’s memory while it is tried, and nowhere once it is answered for',
  async () => {
    const authority = createTestAuthority();
    cleanUp.push(() => authority.remove());
    let answer: (() => unknown) | undefined;
    const registry = createServer(authority.issue('registry'), (request, response) => {
      const reject = () => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
      if (request.headers.authorization === undefined) reject();
      else answer = reject;
    });
    const port = await listen(registry);
    cleanUp.push(
      () => registry.closeAllConnections(),
      () => registry.close(),
    );
    const { url, output, takeSnapshot, kept } = await startGateway(authority.file);
    const asked = once(registry, 'request').then(() => once(registry, 'request'));
    const checking = fetch(`${url}/api/registry-checks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        registry: `127.0.0.1:${port}`,
        username: 'jane',
        password,
      }),
    });
    await asked;
    const during = await takeSnapshot();
    answer?.();
    const text = await (await checking).text();
    // On a busy machine the snapshot takes longer than a check may, which is then one that could not tell.
    expect(['rejected', 'unsure']).toContain(JSON.parse(text).verdict);
    // An answer can be here before the gateway is done with its request; with the one after it, it is.
    const metrics = await (
      await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
    ).text();
    const afterwards = await takeSnapshot();

    expect(during).toContain(password);
    expect(afterwards).toContain('registry-checks');
    expect(metrics).toContain('/api/registry-checks');
    expect(output()).toContain('registry-checks');
    const places = { afterwards, text, output: output(), metrics, kept: await kept() };
    for (const [place, contents] of Object.entries(places)) {
      // Not `toContain`, whose failure would print it all.
      expect([place, contents.includes(password) || contents.includes(encoded)]).toEqual([place, false]);
    }
  },
  limit,
);
