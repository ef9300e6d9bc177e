import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
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

/**
 * Loaded into the gateway: writes a heap snapshot to the file it is sent the name of, and replies when it is complete.
 */
const memoryWriter = `
  import { writeHeapSnapshot } from 'node:v8';
  process.on('message', (file) => process.send(writeHeapSnapshot(file)));
  process.channel.unref();`;

/** Everything that the process writes to a folder or prints, and a snapshot of its memory. */
async function startGateway(authority: string) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-memory-'));
  cleanUp.push(() => rm(folder, { recursive: true }));
  const page = join(folder, 'page');
  await mkdir(page);
  await writeFile(join(page, 'index.html'), '<!doctype html><title>page</title>');
  const args = ['--import', `data:text/javascript,${encodeURIComponent(memoryWriter)}`, mainFile, page];
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
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  gateway = child;
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [found] = /http:\/\/[\w.:]+:\d+/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', read);
    child.once('close', () => reject(new Error(`the gateway ended early: ${output}`)));
  });
  return {
    url,
    output: () => output,
    takeSnapshot: async (): Promise<string> => {
      const file = join(folder, 'memory');
      const written = once(child, 'message');
      child.send(file);
      await written;
      return readFile(file, 'utf8');
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

test('a credential is in the gateway’s memory while it is checked, and nowhere afterwards', async () => {
  const authority = createTestAuthority();
  cleanUp.push(() => authority.remove());
  const rejections: (() => unknown)[] = [];
  let announce: (() => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const registry = createServer(authority.issue('registry'), (request, response) => {
    const reject = () => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    if (request.headers.authorization === undefined) return reject();
    rejections.push(reject);
    return announce?.();
  });
  const port = await listen(registry);
  cleanUp.push(
    () => registry.closeAllConnections(),
    () => registry.close(),
  );
  const { url, output, takeSnapshot, kept } = await startGateway(authority.file);
  const checking = fetch(`${url}/api/registry-checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      registry: `127.0.0.1:${port}`,
      username: 'jane',
      password,
    }),
  });
  // A check that ends without asking says why in its verdict.
  await Promise.race([asked, checking]);
  const during = await takeSnapshot();
  for (const reject of rejections) reject();
  const text = await (await checking).text();
  // On a busy machine the snapshot takes longer than a check may, whose verdict is then `unsure`.
  expect(['rejected', 'unsure']).toContain(JSON.parse(text).verdict);
  // An answer can arrive before the gateway has finished its request; once the next call is answered, it has.
  const metrics = await (
    await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
  ).text();
  const afterwards = await takeSnapshot();

  expect([during.includes(password), afterwards.includes('registry-checks')]).toEqual([true, true]);
  expect(metrics).toContain('/api/registry-checks');
  expect(output()).toContain('registry-checks');
  const places = { afterwards, text, output: output(), metrics, kept: await kept() };
  // Compares only the names: a failure would print all the contents.
  const holding = Object.entries(places)
    .filter(([, contents]) => contents.includes(password) || contents.includes(encoded))
    .map(([place]) => place);
  expect(holding).toEqual([]);
});
