import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './accounts.ts';
import { runOrThrow, runProgram } from './run-program.ts';

export type PullOutcome =
  /** `digest` is that of the pulled manifest. */
  | { readonly verdict: 'pulled'; readonly digest: string }
  | { readonly verdict: 'unauthorized' }
  | { readonly verdict: 'failed'; readonly stderr: string };

/** The real skopeo, isolated from the user's own configuration. */
export class Skopeo {
  readonly #home: string;
  readonly #certificates: string;
  /** Without a signature policy, which the machine may lack. */
  readonly #copy: readonly string[];

  constructor(home: string, certificates: string) {
    this.#home = home;
    this.#certificates = certificates;
    this.#copy = ['--insecure-policy', '--tmpdir', home, 'copy'];
  }

  /** Pulls an image with the credentials in a Docker `config.json`. */
  async pull(image: string, configJson: string): Promise<PullOutcome> {
    const folder = await mkdtemp(path.join(this.#home, 'pull-'));
    const authFile = path.join(folder, 'config.json');
    await writeFile(authFile, configJson, { mode: 0o600 });
    const target = path.join(folder, 'image');
    const access = ['--src-cert-dir', this.#certificates, '--src-authfile', authFile];
    const args = [...this.#copy, ...access, `docker://${image}`, `dir:${target}`];
    const { exitCode, stderr } = await runProgram(this.#home, 'skopeo', args);
    if (exitCode === 0) {
      const manifest = await readFile(path.join(target, 'manifest.json'));
      return {
        verdict: 'pulled',
        digest: `sha256:${createHash('sha256').update(manifest).digest('hex')}`,
      };
    }
    return /\bunauthorized\b/.test(stderr) ? { verdict: 'unauthorized' } : { verdict: 'failed', stderr };
  }

  /** Pushes the image of an OCI layout to the registry. */
  async push(layout: string, image: string, { username, password }: Account): Promise<void> {
    const access = ['--dest-cert-dir', this.#certificates, '--dest-creds', `${username}:${password}`];
    const args = [...this.#copy, ...access, `oci:${layout}:latest`, `docker://${image}`];
    await runOrThrow(this.#home, 'skopeo', args);
  }

  /** Logs in to the given registries, one after the other, and returns the content of the file that skopeo wrote. */
  async login(accounts: readonly (Account & { readonly registry: string })[]): Promise<string> {
    const folder = await mkdtemp(path.join(this.#home, 'login-'));
    const authFile = path.join(folder, 'auth.json');
    for (const { registry, username, password } of accounts) {
      const credential = [`--username=${username}`, `--password=${password}`];
      const args = ['--authfile', authFile, '--cert-dir', this.#certificates, ...credential, registry];
      await runOrThrow(this.#home, 'skopeo', ['login', ...args]);
    }
    return readFile(authFile, 'utf8');
  }
}
