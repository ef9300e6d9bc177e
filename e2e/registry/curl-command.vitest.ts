import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildDockerConfigJson } from '../../src/domain/pull-secret/docker-config.ts';
import { exportSecret } from '../../src/domain/pull-secret/export.ts';
import type { ExportOptions } from '../../src/domain/pull-secret/export.ts';
import { firstServiceKey, SimulatorInspection, startProcess } from '../stack.ts';
import { testAccounts, plain } from './accounts.ts';
import { runProgram } from './run-program.ts';
import { startTestRegistry } from './test-registry.ts';
import type { TestRegistry } from './test-registry.ts';

const keySchema = z.object({
  clientid: z.string(),
  clientsecret: z.string(),
  url: z.string(),
  serviceurls: z.object({ AI_API_URL: z.string() }),
});
const tokenSchema = z.object({ access_token: z.string() });
const storedSchema = z.object({ name: z.string(), data: z.object({ '.dockerconfigjson': z.string() }) });

interface Tenant {
  readonly tenantId: string;
  readonly baseUrl: string;
  readonly token: string;
}

let simulator: SimulatorInspection;
let registry: TestRegistry;
let tenant: Tenant;

beforeAll(async () => {
  registry = await startTestRegistry();
  return registry.stop;
});

beforeAll(async () => {
  const keysDir = path.join(registry.folder, 'keys');
  const options = ['--port', '0', '--inspect', '--keys-dir', keysDir];
  const running = await startProcess('simulator/main.ts', options);
  const abandon = () => void running.stop();
  process.once('exit', abandon);
  simulator = new SimulatorInspection(running.url);
  tenant = await openTenant(keysDir);
  return async () => {
    await running.stop();
    process.off('exit', abandon);
  };
});

describe('the curl command, run by bash', () => {
  it.each(testAccounts)('registers a secret that pulls: %s', async (label, account) => {
    const options = {
      name: `pulls-${label.replaceAll(' ', '-').toLowerCase()}`,
      entries: [{ host: registry.host, ...account }],
      withAuth: true,
    };
    expect(await runCurl(options)).toHaveProperty('message');
    const stored = await storedConfig(options.name);
    expect(JSON.parse(stored)).toEqual(JSON.parse(buildDockerConfigJson(options.entries, options)));
    expect(await registry.skopeo.pull(registry.image, stored)).toEqual({
      verdict: 'pulled',
      digest: registry.digest,
    });
  });

  it('registers every registry with its own password, and replaces them all', async () => {
    const entries = testAccounts.map(([, account], at) => {
      return Object.assign({ host: `registry-${at}.example.com` }, account);
    });
    const replaced = entries.slice(2, 4).toReversed();
    expect(await runCurl({ name: 'several', entries })).toHaveProperty('message');
    expect(JSON.parse(await storedConfig('several'))).toEqual(JSON.parse(buildDockerConfigJson(entries)));
    expect(await runCurl({ name: 'several', entries: replaced, method: 'PATCH' })).toHaveProperty('message');
    expect(JSON.parse(await storedConfig('several'))).toEqual(JSON.parse(buildDockerConfigJson(replaced)));
  });

  it('registers nothing with a token that is not valid', async () => {
    const entries = [{ host: registry.host, ...plain }];
    expect(await runCurl({ name: 'refused', entries }, 'not-a-real-bearer')).toBe('Jwt verification fails');
    await expect(storedConfig('refused')).rejects.toThrow('has no secrets/refused');
  });
});

/** A token from the simulator's OAuth server, with the service key that it wrote. */
async function openTenant(keysDir: string): Promise<Tenant> {
  const { tenantId, text } = await firstServiceKey(keysDir);
  const { clientid, clientsecret, url, serviceurls } = keySchema.parse(JSON.parse(text));
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientid,
    client_secret: clientsecret,
  });
  const response = await fetch(`${url}/oauth/token`, { method: 'POST', body });
  const { access_token: token } = tokenSchema.parse(await response.json());
  return { tenantId, baseUrl: serviceurls.AI_API_URL, token };
}

/** Runs the exported command as a user would, with its variables set; the answer may be plain text. */
async function runCurl(options: ExportOptions, token = tenant.token): Promise<unknown> {
  const { text, variables } = exportSecret('curl', { baseUrl: tenant.baseUrl, ...options });
  const passwords = variables.map(({ name }, index) => [name, options.entries[index]?.password ?? '']);
  const { exitCode, stdout } = await runProgram(registry.folder, 'bash', ['--norc', '-c', text], {
    env: { TOKEN: token, ...Object.fromEntries(passwords) },
  });
  expect(exitCode).toBe(0);
  return stdout.startsWith('{') ? JSON.parse(stdout) : stdout.trim();
}

async function storedConfig(name: string): Promise<string> {
  const stored = await simulator.storedSecret(tenant.tenantId, name);
  const body = storedSchema.parse(JSON.parse(stored));
  expect(body.name).toBe(name);
  return body.data['.dockerconfigjson'];
}
