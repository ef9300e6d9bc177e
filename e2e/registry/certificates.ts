import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runOrThrow } from './run-program.ts';

export interface Certificates {
  /** A folder with only the certificate of the test's own authority, as skopeo needs it. */
  readonly trusted: string;
  readonly certificate: string;
  readonly key: string;
}

/** Creates an authority, and the key and certificate of a server on 127.0.0.1, both valid for a day. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const at = (name: string) => path.join(folder, name);
  const trusted = at('trusted');
  const [authority, authorityKey] = [path.join(trusted, 'ca.crt'), at('ca-key.pem')];
  const [key, request, certificate] = [at('server-key.pem'), at('server.csr'), at('server.pem')];
  const signing = ['-CA', authority, '-CAkey', authorityKey, '-set_serial', '1', '-days', '1'];
  await mkdir(trusted);
  await writeFile(at('extensions'), 'subjectAltName = IP:127.0.0.1\n');
  for (const args of [
    [...newKey(authorityKey, 'Test authority'), '-x509', '-days', '1', '-out', authority],
    [...newKey(key, 'Test registry'), '-out', request],
    ['x509', '-req', '-in', request, ...signing, '-extfile', at('extensions'), '-out', certificate],
  ]) {
    await runOrThrow(folder, 'openssl', args);
  }
  return { trusted, certificate, key };
}

function newKey(file: string, name: string): string[] {
  return ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', file, '-subj', `/CN=${name}`];
}
