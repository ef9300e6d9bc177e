import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its key, in PEM. */
interface TestCertificate {
  cert: string;
  key: string;
}

/** A certificate authority that lasts as long as a test; needs openssl. */
export interface TestAuthority {
  /** For NODE_EXTRA_CA_CERTS. */
  file: string;
  cert: string;
  /** A certificate for `name`, and for the machines in `hosts` (`DNS:…`, `IP:…`). */
  issue(name: string, options?: { hosts?: string[]; days?: number }): TestCertificate;
  remove(): void;
}

/** Creates an authority with its own folder. */
export function createTestAuthority(): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'test-authority-'));
  const run = (line: string) => execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'pipe' });
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  run(`req -x509 ${newKey} -keyout ca.key -out ca.crt -days 2 -subj /CN=test-authority`);
  return {
    file: join(folder, 'ca.crt'),
    cert: read('ca.crt'),
    issue(name, { hosts = ['IP:127.0.0.1'], days = 2 } = {}) {
      writeFileSync(join(folder, 'names'), `subjectAltName=${hosts.join(',')}`);
      run(`req ${newKey} -keyout ${name}.key -out ${name}.csr -subj /CN=${name}`);
      run(
        `x509 -req -in ${name}.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days ${days} -extfile names -out ${name}.crt`,
      );
      return { cert: read(`${name}.crt`), key: read(`${name}.key`) };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
