import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freePort } from '../../gateway/testing/free-port.ts';
import { Images } from './images.ts';

const configSchema = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      Env: z.array(z.string()),
      Entrypoint: z.array(z.string()),
      Cmd: z.array(z.string()),
      Labels: z.record(z.string(), z.string()),
      Healthcheck: z.object({ Test: z.array(z.string()) }),
      Volumes: z.record(z.string(), z.unknown()),
    }),
  }),
});
type Config = z.infer<typeof configSchema>['Docker']['config'];

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));

test('both base images are pinned by digest', () => {
  const bases = readFileSync('Containerfile', 'utf8').match(/^ARG \w+_IMAGE=.*$/gm) ?? [];
  expect(bases).toEqual([1, 2].map(() => expect.stringMatching(/@sha256:[\da-f]{64}$/)));
});

describe('the image built from the Containerfile', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'console-image-'));
  const images = new Images(folder);
  let config: Config;
  let root = '';
  let running: ChildProcess | undefined;

  beforeAll(() => {
    const bases = images.makeBases();
    const image = images.build('Containerfile', {
      NODE_IMAGE: bases.node,
      RUNTIME_IMAGE: bases.runtime,
      REVISION: 'tested',
    });
    config = configSchema.parse(images.inspect(image)).Docker.config;
    root = images.mount(image);
  }, 600_000);
  afterAll(async () => {
    if (running?.exitCode === null) running.kill('SIGKILL');
    images.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('has its labels, and runs as an unprivileged user', () => {
    expect(config).toMatchObject({
      User: '65532:65532',
      Volumes: { '/data': {} },
      Labels: {
        'org.opencontainers.image.licenses': 'Apache-2.0',
        'org.opencontainers.image.version': version,
        'org.opencontainers.image.revision': 'tested',
      },
    });
  });

  test('holds the console and what it needs, no shell, no sources, and less than 200 MB', () => {
    const absent = ['bin/sh', 'bin/bash', 'usr/bin/npm', 'app/src', 'app/gateway', 'app/node_modules/react'];
    expect(absent.filter((name) => existsSync(path.join(root, name)))).toEqual([]);
    const present = ['app/LICENSE', 'app/dist/web/index.html', 'app/node_modules/libsql'];
    expect(present.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
    const [kilobytes = ''] = execFileSync('du', ['-sk', root], { encoding: 'utf8' }).split('\t');
    expect(Number(kilobytes)).toBeLessThan(200_000);
  });

  test('starts on a read-only file system, becomes healthy, and stops cleanly', async () => {
    const port = await freePort();
    const env = { ...readEnv(config), PORT: String(port), CONSOLE_AUTH: 'off' };
    running = runInside(root, [...config.Entrypoint, ...config.Cmd], env);
    const output: string[] = [];
    running.stderr?.on('data', (chunk) => output.push(String(chunk)));
    const [line] = await Promise.race([once(running.stdout ?? running, 'data'), once(running, 'exit')]);
    expect(`${String(line)}${output.join('')}`).toContain('AI Core Registry Console: http://0.0.0.0:');

    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toContain('<title>');
    const [, ...check] = config.Healthcheck.Test;
    const healthy = runInside(root, check, env);
    expect(await once(healthy, 'exit')).toEqual([0, null]);
    const stray = runInside(root, check, { ...env, PORT: String(await freePort()) });
    expect(await once(stray, 'exit')).toEqual([1, null]);

    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  test('does not start if it would let everybody in', async () => {
    const refused = runInside(root, [...config.Entrypoint, ...config.Cmd], readEnv(config));
    let said = '';
    refused.stderr?.on('data', (chunk) => (said += String(chunk)));
    expect(await once(refused, 'exit')).toEqual([1, null]);
    expect(said).toContain('CONSOLE_AUTH');
  });
});

function readEnv({ Env }: Config): Record<string, string> {
  return Object.fromEntries(
    Env.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** Like a container: with its own root, read-only except for `/data`, and its own user. */
function runInside(root: string, command: readonly string[], env: Record<string, string>): ChildProcess {
  const script = [
    'mount --bind "$0" "$0"',
    'mount -o remount,bind,ro "$0"',
    'mount -t tmpfs -o uid=65532,gid=65532 tmpfs "$0/data"',
    'exec chroot --userspec=65532:65532 "$0" "$@"',
  ].join(' && ');
  return spawn('unshare', ['--mount', 'sh', '-c', script, root, ...command], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
