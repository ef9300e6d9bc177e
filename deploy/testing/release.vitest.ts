import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Copies these sources to a new folder, without any build output. */
function copySources(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'console-release-'));
  folders.push(folder);
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  for (const file of listed.toString().split('\0').filter(Boolean)) cpSync(file, path.join(folder, file));
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Makes a release, and returns its folder. */
function release(env: Record<string, string>): string {
  const folder = copySources();
  execFileSync('npm', ['run', '--silent', 'release'], {
    cwd: folder,
    stdio: 'pipe',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1790000000', ...env },
  });
  return path.join(folder, 'release');
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The files of a release's package, each with its checksum. */
function packedIn(folder: string): Record<string, string> {
  const packed = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', packed], { cwd: folder });
  const root = path.join(folder, 'package');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true });
  const sums = files
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name))
    .map((file) => [path.relative(root, file), sha256(file)] as const);
  rmSync(root, { recursive: true });
  return Object.fromEntries(sums);
}

test('two releases of the same sources are the same, byte for byte, and their checksums are right', () => {
  const [first, second] = [release({ TZ: 'UTC' }), release({ TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' })];
  const files = readdirSync(first).toSorted();
  expect(files).toEqual([
    'SHA256SUMS',
    expect.stringMatching(/^aicore-registry-console-.*\.cdx\.json$/),
    expect.stringMatching(/^aicore-registry-console-.*\.tgz$/),
  ]);
  // Compared first, because a differing file tells more than a differing package.
  expect(packedIn(second)).toEqual(packedIn(first));
  const sumsOf = (folder: string) => files.map((file) => sha256(path.join(folder, file)));
  expect(sumsOf(second)).toEqual(sumsOf(first));
  const sums = readFileSync(path.join(first, 'SHA256SUMS'), 'utf8').trim().split('\n');
  expect(sums).toEqual(files.slice(1).map((file) => `${sha256(path.join(first, file))}  ${file}`));
});

test('npm start builds what is missing or older than its source, and runs it', async () => {
  const folder = copySources();
  /** Its output: of the build, and the address on which it listens. */
  const start = async () => {
    const child = spawn('npm', ['start', '--silent', '--', '--port', '0'], {
      cwd: folder,
      env: { ...process.env, CONSOLE_DATA_DIR: path.join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const ended = once(child, 'exit');
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      // Like Ctrl-C, which signals npm and the process it runs.
      if (said.includes('(demo')) process.kill(-(child.pid ?? 0), 'SIGINT');
    }
    await ended;
    return said;
  };
  expect(await start()).toContain('(demo: 3 tenants)');
  const built = path.join(folder, 'dist/server/gateway.js');
  writeFileSync(built, "process.stdout.write('AI Core Registry Console: what was built\\n')");
  expect(await start()).toContain('what was built');
  cpSync('gateway/main.ts', path.join(folder, 'gateway/main.ts'));
  expect(await start()).toContain('(demo: 3 tenants)');
});
