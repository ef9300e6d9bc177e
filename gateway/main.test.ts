import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listen } from './testing/listen.ts';
import { consoleConfigSchema } from './contract.ts';
import { buildTestKey, sendJson, startFakeUpstream, type FakeUpstream } from './testing/fake-upstream.ts';
import { mainFile, readUrl, runMain, type MainProcess } from './testing/run-main.ts';

let folder: string;
let upstream: FakeUpstream;
let running: MainProcess | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-console-'));
  await writeFile(join(folder, 'index.html'), '<p>built</p>');
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  upstream = await startFakeUpstream();
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.exited;
  await upstream.close();
});

function start(env: Record<string, string>, distFolder = folder): MainProcess {
  running = runMain({ PORT: '0', ...env }, distFolder);
  return running;
}

const serviceKey = () => JSON.stringify(buildTestKey(upstream.url));

async function readProblems(url: string): Promise<string[]> {
  const { problems } = consoleConfigSchema.parse(await (await fetch(`${url}/config.json`)).json());
  return problems.map(({ source }) => source).toSorted();
}

describe('a start that succeeds', () => {
  test('without any setting shows three demo tenants, and prints its address in one line', async () => {
    const main = start({});
    const line = await main.readyLine;
    expect(line).toMatch(/^AI Core Registry Console: http:\/\/127\.0\.0\.1:\d+ \(demo: 3 tenants\)$/);
    const answer = await fetch(`${readUrl(line)}/config.json`);
    const { connections } = consoleConfigSchema.parse(await answer.json());
    expect(connections.map(({ demo }) => demo)).toEqual([true, true, true]);
    const list = await fetch(`${readUrl(line)}${connections[0]?.baseUrl}/v2/admin/dockerRegistrySecrets`);
    expect([list.status, Object.keys(await list.json())]).toEqual([200, ['count', 'resources']]);
    main.child.kill('SIGTERM');
    expect(await main.exited).toEqual({ code: 0, stdout: `${line}\n`, stderr: '' });
  });

  test('with AICORE_SERVICE_KEY alone talks to the server that the key names', async () => {
    upstream.answer = (_request, response) => sendJson(response, 200, { count: 0, resources: [] });
    const line = await start({ AICORE_SERVICE_KEY: serviceKey() }).readyLine;
    expect(line).toMatch(/\(1 tenant\)$/);
    const answer = await fetch(`${readUrl(line)}/api/tenants/acme/v2/admin/repositories`);
    expect(await answer.json()).toEqual({ count: 0, resources: [] });
    expect(upstream.received).toMatchObject([
      { url: '/v2/admin/repositories', headers: { authorization: 'Bearer test-token-1' } },
    ]);
  });

  test('with DEBUG and every log line still writes no credential', async () => {
    const main = start({ AICORE_SERVICE_KEY: serviceKey(), DEBUG: '*', LOG_LEVEL: 'trace' });
    const url = `${readUrl(await main.readyLine)}/api/tenants/acme/v2/admin/dockerRegistrySecrets`;
    const headers = { 'content-type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body: '{"data":"planted-body"}' });
    main.child.kill('SIGINT');
    const { stdout, stderr } = await main.exited;
    expect(stderr).toContain('/v2/admin/dockerRegistrySecrets');
    expect(stdout + stderr).not.toMatch(/planted|test-token|test-client/);
  });

  test('keeps running when nobody reads its log any more', async () => {
    const main = start({ AICORE_SERVICE_KEY: serviceKey(), AUDIT_LOG: 'stdout', LOG_LEVEL: 'info' });
    const url = `${readUrl(await main.readyLine)}/api/tenants/acme/v2/admin/repositories/a`;
    for (const stream of [main.child.stdout, main.child.stderr]) stream?.destroy();
    const statuses: number[] = [];
    for (const _ of [1, 2, 3]) statuses.push((await fetch(url, { method: 'DELETE' })).status);
    expect(statuses).toEqual([200, 200, 200]);
    main.child.kill('SIGTERM');
    expect((await main.exited).code).toBe(0);
  });

  test('warns of exceptions from the proxy server that fit no server', async () => {
    const proxy = { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'api.example.com,10.0.0.0/8' };
    const main = start({ AICORE_SERVICE_KEY: serviceKey(), ...proxy });
    await main.readyLine;
    main.child.kill('SIGTERM');
    expect((await main.exited).stderr).toContain('"entries":["10.0.0.0/8"]');
  });

  test('on all addresses without sign-in it warns', async () => {
    const main = start({ AICORE_SERVICE_KEY: serviceKey(), HOST: '0.0.0.0', CONSOLE_AUTH: 'off' });
    await main.readyLine;
    main.child.kill('SIGTERM');
    expect((await main.exited).stderr).toContain(
      'CONSOLE_AUTH=off: anyone who can reach this gateway can change its tenants',
    );
  });
});

test('says its version and its options, and starts nothing', async () => {
  const { version }: { version: string } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await runMain({}, '--version').exited).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  expect(await runMain({}, '--help').exited).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Usage: /),
  });
});

describe('a stop', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s lets a write end, and starts nothing', async (signal) => {
    let answer: (() => void) | undefined;
    upstream.answer = (_request, response) => {
      answer = () => sendJson(response, 202, { message: 'deleted' });
    };
    const main = start({ AICORE_SERVICE_KEY: serviceKey() });
    const url = readUrl(await main.readyLine);
    const arrived = upstream.nextRequest();
    const write = fetch(`${url}/api/tenants/acme/v2/admin/repositories/a`, { method: 'DELETE' });
    await arrived;
    main.child.kill(signal);
    await expect.poll(async () => (await fetch(`${url}/healthz`)).status).toBe(503);
    const refused = await fetch(`${url}/api/tenants/acme/v2/admin/repositories/b`, { method: 'DELETE' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toMatchObject({ error: { code: 'GatewayStopping' } });
    answer?.();
    expect([(await write).status, await (await write).json()]).toEqual([202, { message: 'deleted' }]);
    expect(await main.exited).toMatchObject({ code: 0, stderr: '' });
    expect(upstream.received).toHaveLength(1);
  });

  test('a second signal ends it in the middle of a call', async () => {
    upstream.answer = () => undefined;
    const main = start({ AICORE_SERVICE_KEY: serviceKey() });
    const url = readUrl(await main.readyLine);
    const arrived = upstream.nextRequest();
    const call = fetch(`${url}/api/tenants/acme/v2/admin/tenantInfo`).catch(() => 'broken off');
    await arrived;
    main.child.kill('SIGTERM');
    await expect.poll(async () => (await fetch(`${url}/healthz`)).status).toBe(503);
    main.child.kill('SIGTERM');
    await main.exited;
    expect(await call).toBe('broken off');
  });
});

describe('service keys in a folder', () => {
  const damages: Record<string, (path: string) => unknown> = {
    'no-scheme': (path) => writeFile(path, serviceKey().replace('"url":"http://', '"url":"')),
    'wrong-types': (path) => writeFile(path, '{"clientid":1,"url":[],"serviceurls":"planted"}'),
    cut: (path) => writeFile(path, '{"clientsecret":"planted'),
    binary: (path) => writeFile(path, Buffer.from([0xff, 0xfe, 0x00, 0x80])),
    folder: (path) => mkdir(path),
    pipe: (path) => execFileSync('mkfifo', [path]),
    device: (path) => symlink('/dev/zero', path),
    huge: (path) => writeFile(path, '').then(() => truncate(path, 1e9)),
  };
  const names = Object.keys(damages).map((name) => `${name}.json`);

  test.each(['before the start', 'later'])(
    'that are damaged %s are reported, and the others work',
    async (when) => {
      const keys = await mkdtemp(join(tmpdir(), 'damaged-keys-'));
      const damage = async () => {
        for (const [name, make] of Object.entries(damages)) await make(join(keys, `${name}.json`));
      };
      await writeFile(join(keys, 'acme.json'), serviceKey());
      if (when === 'before the start') await damage();
      const main = start({ AICORE_SERVICE_KEYS_DIR: keys });
      const url = readUrl(await main.readyLine);
      if (when === 'later') await damage();
      expect(await readProblems(url)).toEqual(names.toSorted());
      expect((await fetch(`${url}/api/tenants/acme/v2/admin/tenantInfo`)).status).toBe(200);
      main.child.kill('SIGTERM');
      const { code, stderr } = await main.exited;
      expect(code).toBe(0);
      for (const name of names) expect(stderr).toContain(`"source":"${name}"`);
      expect(stderr).not.toContain('planted');
      await rm(keys, { recursive: true });
    },
  );

  test('a key file that is rewritten in place all the time never costs a call', async () => {
    const keys = await mkdtemp(join(tmpdir(), 'rewritten-keys-'));
    const path = join(keys, 'acme.json');
    await writeFile(path, serviceKey());
    const url = readUrl(await start({ AICORE_SERVICE_KEYS_DIR: keys }).readyLine);
    const seen = new Set<number>();
    for (let round = 0; round < 100; round += 1) {
      await truncate(path, round % 2 === 0 ? 0 : 20);
      const [config, answer] = await Promise.all([
        fetch(`${url}/config.json`),
        fetch(`${url}/api/tenants/acme/v2/admin/tenantInfo`),
      ]);
      await config.text();
      seen.add(answer.status);
      await writeFile(path, serviceKey());
    }
    expect(seen).toEqual(new Set([200]));
    await rm(keys, { recursive: true });
  });
});

describe('a start that fails is one sentence and exit code 1', () => {
  test('a taken port', async () => {
    const squatter = createServer();
    const port = await listen(squatter);
    expect(await start({ PORT: String(port) }).exited).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} on 127.0.0.1 is in use: stop the program that uses it or set PORT.\n`,
    });
    await new Promise((resolve) => {
      squatter.close(resolve);
    });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'a service key that is not JSON',
      { AICORE_SERVICE_KEY: '{"clientsecret":"planted' },
      /^AICORE_SERVICE_KEY: This service key cannot be used: it is not valid JSON\.\n$/,
    ],
    [
      'a service key that lacks something',
      { AICORE_SERVICE_KEY: '{"clientsecret":"planted"}' },
      /^AICORE_SERVICE_KEY: .*missing or wrong: clientid, url, serviceurls\.\n$/,
    ],
    [
      'a missing folder',
      { AICORE_SERVICE_KEYS_DIR: '/nonexistent/keys' },
      /^AICORE_SERVICE_KEYS_DIR: The folder \/nonexistent\/keys cannot be read\.\n$/,
    ],
    [
      'all addresses without a decision about sign-in',
      { HOST: '0.0.0.0' },
      /^HOST is not a loopback address and .* Set CONSOLE_AUTH to oidc, xsuaa or header, or to off to allow that, or leave HOST at 127\.0\.0\.1\.\n$/,
    ],
    ['a wrong setting', { PORT: 'planted' }, /^PORT must be a whole number from 0 to 65535\.\n$/],
    [
      'an address of another machine',
      { HOST: '192.0.2.1', CONSOLE_AUTH: 'off' },
      /^HOST 192\.0\.2\.1 is not an address of this machine\.\n$/,
    ],
  ])('%s', async (_name, env, sentence) => {
    const { code, stdout, stderr } = await start(env).exited;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain('planted');
  });

  test('a full disk', () => {
    // No file may grow beyond 4,096 bytes, as on a full disk.
    const limited = ['-c', 'ulimit -f 8; exec "$@"', 'sh', process.execPath, mainFile, folder];
    const env = { PATH: process.env['PATH'], PORT: '0', CONSOLE_DATA_DIR: join(folder, 'full') };
    const { status, stdout, stderr } = spawnSync('sh', limited, { env, encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^The disk of \S+ is full or broken \(SQLITE_\w+\): [^\n]*\.\n$/);
  });

  test('a store that cannot be opened', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, 'planted');
    const { code, stdout, stderr } = await start({ CONSOLE_DATA_DIR: file }).exited;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^The store in \S+ cannot be opened \(\w+\): [^\n]*\.\n$/);
    expect(await readFile(file, 'utf8')).toBe('planted');
  });

  test('a missing build', async () => {
    const missing = join(folder, 'missing');
    expect(await start({}, missing).exited).toEqual({
      code: 1,
      stdout: '',
      stderr: `There is no built console in ${missing}: run "npm run build" first.\n`,
    });
  });
});
