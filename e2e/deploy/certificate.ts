import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Creates `cert.pem` and `key.pem` in a folder: a self-signed certificate for that name, for a single test. */
export function createCertificate(folder: string, name: string): void {
  const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')];
  const what = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${name}`];
  const { status } = spawnSync('openssl', ['req', ...what, ...files]);
  if (status !== 0)
    throw new Error('This test needs openssl: install it with "sudo apt-get install openssl".');
}
