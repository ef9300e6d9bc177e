import { existsSync } from 'node:fs';
import path from 'node:path';

/** Each program that the tests run, with its Debian package. */
const required: readonly (readonly [string, string])[] = [
  ['bash', 'bash'],
  ['curl', 'curl'],
  ['docker-registry', 'docker-registry'],
  ['git', 'git'],
  ['htpasswd', 'apache2-utils'],
  ['jq', 'jq'],
  ['kubectl', 'kubernetes-client'],
  ['openssl', 'openssl'],
  ['skopeo', 'skopeo'],
];

/** Ends the run with one sentence if a program is missing: skipped tests would prove nothing. */
export function setup(): void {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const missing = required.filter(
    ([program]) => !folders.some((folder) => existsSync(path.join(folder, program))),
  );
  if (missing.length === 0) return;
  const programs = missing.map(([program]) => program).join(', ');
  const packages = missing.map(([, debianPackage]) => debianPackage).join(' ');
  process.stderr.write(
    `The registry tests need ${programs} on the PATH: on Debian, install with "apt-get install ${packages}".\n`,
  );
  process.exit(1);
}
