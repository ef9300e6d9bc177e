import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RegistryEntry } from '../../src/domain/pull-secret/docker-config.ts';
import { exportSecret } from '../../src/domain/pull-secret/export.ts';
import type { ExportOptions } from '../../src/domain/pull-secret/export.ts';
import { testAccounts, plain } from './accounts.ts';
import { runOrThrow } from './run-program.ts';
import { startTestRegistry } from './test-registry.ts';
import type { TestRegistry } from './test-registry.ts';

const manifestSchema = z.object({ stringData: z.object({ '.dockerconfigjson': z.string() }) });

/** Registries whose credentials must not be confused with those of the test's registry. */
const others: readonly RegistryEntry[] = [
  { host: 'https://index.docker.io', username: 'joe', password: 'not-a-real-hub-token' },
  { host: '127.0.0.1', username: 'joe', password: 'not-a-real-other-port' },
];

let registry: TestRegistry;

beforeAll(async () => {
  registry = await startTestRegistry();
  return registry.stop;
});

describe.each([
  ['the Docker config.json', dockerConfig],
  ['the Kubernetes Secret with auth', kubernetesSecret],
] as const)('%s', (_, write) => {
  it.each(testAccounts)('pulls: %s', async (__, account) => {
    const configJson = await write({ entries: [...others, { host: registry.host, ...account }] });
    expect(await pull(configJson)).toEqual({ verdict: 'pulled', digest: registry.digest });
  });

  it.each(testAccounts)('is refused with a wrong token: %s', async (__, { username, password }) => {
    const wrong = { host: registry.host, username, password: `${password}x` };
    expect(await pull(await write({ entries: [wrong] }))).toEqual({ verdict: 'unauthorized' });
  });

  it.each([
    ['with a scheme', (host: string) => `https://${host}`],
    ['with a scheme and a version', (host: string) => `https://${host}/v1/`],
    ['with the path of a team', (host: string) => `${host}/team`],
  ])('pulls with a host %s', async (__, spell) => {
    const entries = [{ host: spell(registry.host), ...plain }];
    expect(await pull(await write({ entries }))).toEqual({ verdict: 'pulled', digest: registry.digest });
  });

  it('is refused while its credentials are masked', async () => {
    const entries = [{ host: registry.host, ...plain }];
    const outcome = await pull(await write({ entries, masked: true }));
    expect(outcome.verdict).not.toBe('pulled');
  });

  it('is refused without an entry for the registry', async () => {
    expect(await pull(await write({ entries: others }))).toEqual({ verdict: 'unauthorized' });
  });
});

type Entries = Pick<ExportOptions, 'entries' | 'masked'>;

function pull(configJson: string) {
  return registry.skopeo.pull(registry.image, configJson);
}

async function dockerConfig(options: Entries): Promise<string> {
  return exportSecret('docker-config', { name: 'my-secret', masked: false, ...options }).text;
}

/** The content of the manifest, as kubectl reads it. */
async function kubernetesSecret(options: Entries): Promise<string> {
  const manifest = exportSecret('kubernetes-secret', {
    name: 'my-secret',
    withAuth: true,
    masked: false,
    ...options,
  }).text;
  const read = ['label', '--local', '-f', '-', 'read=true', '-o', 'json'];
  const json = await runOrThrow(registry.folder, 'kubectl', read, { input: manifest });
  return manifestSchema.parse(JSON.parse(json)).stringData['.dockerconfigjson'];
}
