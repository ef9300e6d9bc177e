import { beforeAll, describe, expect, it } from 'vitest';
import { exportSecret } from '../../src/domain/pull-secret/export.ts';
import { importCredentials } from '../../src/domain/pull-secret/import/import-credentials.ts';
import { testAccounts } from './accounts.ts';
import type { Account } from './accounts.ts';
import { runOrThrow } from './run-program.ts';
import { startTestRegistry } from './test-registry.ts';
import type { TestRegistry } from './test-registry.ts';

const nothingElse = { ok: true, leftOut: [], notices: [] };

let registry: TestRegistry;

beforeAll(async () => {
  registry = await startTestRegistry();
  return registry.stop;
});

describe('what skopeo login writes', () => {
  it.each(testAccounts)('is imported as the entry it was given: %s', async (_, account) => {
    const written = await registry.skopeo.login([{ registry: registry.host, ...account }]);
    expect(await importCredentials(written)).toEqual({
      ...nothingElse,
      format: 'docker-config',
      entries: [{ host: registry.host, ...account }],
    });
  });

  it('is imported with an entry for each login', async () => {
    const entries = testAccounts.map(([, account], at) => ({
      host: `${registry.host}/team-${at}`,
      ...account,
    }));
    const logins = entries.map(({ host, ...account }) => Object.assign({ registry: host }, account));
    expect(await importCredentials(await registry.skopeo.login(logins))).toEqual({
      ...nothingElse,
      format: 'docker-config',
      entries,
    });
  });
});

describe.each(['json', 'yaml'] as const)('what kubectl create secret writes as %s', (format) => {
  it.each(testAccounts)('is imported as the entry it was given, and pulls: %s', async (_, account) => {
    const imported = await importCredentials(await createSecret(account, format));
    const entries = [{ host: registry.host, ...account }];
    expect(imported).toEqual({
      ...nothingElse,
      format: 'kubernetes-secret',
      secretName: 'my-secret',
      entries,
    });
    const configJson = exportSecret('docker-config', {
      name: 'my-secret',
      entries: imported.ok ? imported.entries : [],
    }).text;
    expect(await registry.skopeo.pull(registry.image, configJson)).toEqual({
      verdict: 'pulled',
      digest: registry.digest,
    });
  });
});

function createSecret({ username, password }: Account, format: 'json' | 'yaml'): Promise<string> {
  const command = ['create', 'secret', 'docker-registry', 'my-secret', '--dry-run=client', '-o', format];
  const credential = [`--docker-username=${username}`, `--docker-password=${password}`];
  const args = [...command, `--docker-server=${registry.host}`, ...credential];
  return runOrThrow(registry.folder, 'kubectl', args);
}
