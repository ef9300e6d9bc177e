import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const top = mkdtempSync(path.join(tmpdir(), 'console-package-'));
const home = path.join(top, 'home');
const folder = path.join(top, 'folder');
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
const name = `aicore-registry-console-${version}.tgz`;
const tarball = path.join(folder, name);

/** A machine with Node and nothing else: neither settings nor npm's cache. */
const options = { cwd: folder, env: { PATH: process.env['PATH'], HOME: home } };

beforeAll(() => {
  mkdirSync(home);
  mkdirSync(folder);
  execFileSync('npm', ['pack', '--pack-destination', folder], { stdio: 'pipe' });
});
afterAll(() => rmSync(top, { recursive: true }));

test('npx runs the package on an empty machine, and a demo leaves nothing behind', async () => {
  const child = spawn('npx', ['--yes', `./${name}`, '--port', '0'], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([once(child.stdout, 'data'), ended]);
  expect(String(line)).toMatch(/^AI Core Registry Console: http:\S+ \(demo: 3 tenants\)\n$/);
  const url = /http:\S+/.exec(String(line))?.[0] ?? '';
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const page = await fetch(url, { headers: { accept: 'text/html' } });
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
  expect((await fetch(`${url}${script}`)).status).toBe(200);
  // Like Ctrl-C, which signals npx and the process it runs.
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
  expect(readdirSync(folder)).toEqual([name]);
});

test('the package is small, contains its licences, and prints its version', () => {
  expect(statSync(tarball).size).toBeLessThan(5_000_000);
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).split('\n');
  expect(files).toEqual(
    expect.arrayContaining([
      'package/LICENSE',
      'package/README.md',
      'package/dist/server/licenses.md',
      'package/dist/web/licenses.md',
    ]),
  );
  expect(files.filter((file) => /\.(?:ts|tsx|map)$/.test(file))).toEqual([]);
  const said = execFileSync('npx', ['--yes', `./${name}`, '--version'], { ...options, encoding: 'utf8' });
  expect(said).toBe(`${version}\n`);
  const installed = readdirSync(path.join(home, '.npm/_npx'))
    .map((hash) => path.join(home, '.npm/_npx', hash, 'node_modules'))
    .flatMap((modules) => readdirSync(modules));
  // What cannot be bundled, and its own dependencies.
  expect(installed.filter((one) => !/^(?:\.|@libsql|@neon-rs|libsql|detect-libc|aicore-)/.test(one))).toEqual(
    [],
  );
});
