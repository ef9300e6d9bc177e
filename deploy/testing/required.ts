import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findPostgres } from '../../gateway/testing/test-postgres.ts';

const needed = [
  ['buildah', 'buildah'],
  ['dpkg-deb', 'dpkg'],
  ['openssl', 'openssl'],
  ['sqlite3', 'sqlite3'],
  ['unzip', 'unzip'],
] as const;

/** Installs what only these tests need, and reports missing programs before the first test runs. */
export function setup(): void {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const missing = needed
    .filter(([program]) => !folders.some((folder) => existsSync(path.join(folder, program))))
    .map(([, name]): string => name);
  if (findPostgres() === undefined) missing.push('postgresql');
  if (missing.length > 0) {
    const packages = missing.join(' ');
    process.stderr.write(
      `These tests need ${packages}: on Debian, install with "apt-get install ${packages}".\n`,
    );
    process.exit(1);
  }
  for (const folder of ['deploy/testing', 'e2e/approuter'])
    if (!existsSync(path.join(folder, 'node_modules')))
      execFileSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
}
