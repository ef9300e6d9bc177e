import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDockerConfigJson } from './docker-config.ts';
import { exportSecret } from './export.ts';
import { importCredentials } from './import/import-credentials.ts';
import { shellQuote } from '../text/shell-quote.ts';

const searchPath = process.env['PATH'] ?? '';
const hasKubectl = searchPath
  .split(path.delimiter)
  .some((folder) => existsSync(path.join(folder, 'kubectl')));
// In CI nobody looks at the output, so skipped tests must not pass for proof.
const mustRun = hasKubectl || process.env['CI'] !== undefined;
if (!mustRun) process.stderr.write('kubectl is not installed: what is compared with it is not tested.\n');
const registryHost = 'https://index.docker.io';
const dryRun = ['--dry-run=client', '-o'];

const credentials: readonly (readonly [string, string, string])[] = [
  ['plain', 'john', 'not-a-real-token'],
  ['quotes and backslashes', 'jo"hn', `p'"\\\\"'`],
  ['colons', 'john', 'a:b::c'],
  ['line breaks', 'john', 'line 1\nline 2\r\n'],
  ['characters that Go escapes', 'john>&<', '&<>\u2028\u2029\u007f'],
  ['characters beyond ASCII', 'jürgen', 'пароль-密碼-😀'],
  ['JSON', '_json_key', '{"type":"service_account","private_key":"-----BEGIN\\n"}'],
  ['shell characters', '$oauthtoken', '$(id) `id` !! ; *'],
];

/** What kubectl creates without a cluster, compared with what is built, exported and imported here. */
describe.runIf(mustRun)('kubectl', () => {
  let home = '';

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'kubectl-'));
  });

  afterAll(() => {
    rmSync(home, { recursive: true });
  });

  it.each(credentials)('makes the same docker-registry secret: %s', (_, username, password) => {
    const secret: { data: { '.dockerconfigjson': string } } = JSON.parse(
      createSecret(username, password, 'json'),
    );
    const made: unknown = JSON.parse(Buffer.from(secret.data['.dockerconfigjson'], 'base64').toString());
    const built = buildDockerConfigJson([{ host: registryHost, username, password }], { withAuth: true });
    expect(JSON.parse(built)).toEqual(made);
  });

  it.each(credentials)('writes what is imported as the same entry: %s', async (_, username, password) => {
    const found = { ok: true, format: 'kubernetes-secret', secretName: 'x', leftOut: [], notices: [] };
    const expected = { ...found, entries: [{ host: registryHost, username, password }] };
    expect(await importCredentials(createSecret(username, password, 'json'))).toEqual(expected);
    expect(await importCredentials(createSecret(username, password, 'yaml'))).toEqual(expected);
  });

  it.each(credentials)('its command line has the same meaning: %s', async (_, username, password) => {
    const command = [
      'kubectl create secret docker-registry regcred \\',
      `  --docker-server=${shellQuote(registryHost)} --docker-username ${shellQuote(username)} \\`,
      `  --docker-password=${shellQuote(password)} --docker-email="jane@example.com" --dry-run=client -o json`,
    ].join('\n');
    const output = run('bash', ['--norc', '-c', command]);
    const [imported, written] = [await importCredentials(command), await importCredentials(output)];
    expect(imported).toMatchObject({ ok: true, secretName: 'regcred', entries: [{ username, password }] });
    expect({ ...imported, format: 'any' }).toEqual({ ...written, format: 'any' });
  });

  it('reads the exported manifest as intended', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    const random = fc.sample(fc.record({ host: text, username: text, password: text }), 20);
    const known = credentials.map(([host, username, password]) => ({ host, username, password }));
    const entries = [
      ...random,
      ...known,
      { host: '\u0085\u2028\uFEFF\uFFFF\u007f', username: "it's", password: '\0' },
    ];
    const manifest = exportSecret('kubernetes-secret', { name: '1e3', entries, withAuth: true }).text;
    const output = run('kubectl', ['label', '--local', '-f', '-', 'a=b', '-o', 'json'], manifest);
    const secret: { metadata: { name: string }; stringData: { '.dockerconfigjson': string } } =
      JSON.parse(output);
    expect(secret.metadata.name).toBe('1e3');
    expect(JSON.parse(secret.stringData['.dockerconfigjson'])).toEqual(
      JSON.parse(buildDockerConfigJson(entries, { withAuth: true })),
    );
  });

  function createSecret(username: string, password: string, format: 'json' | 'yaml'): string {
    const flags = [
      `--docker-server=${registryHost}`,
      `--docker-username=${username}`,
      `--docker-password=${password}`,
    ];
    return run('kubectl', ['create', 'secret', 'docker-registry', 'x', ...flags, ...dryRun, format]);
  }

  function run(program: string, args: readonly string[], input = ''): string {
    return execFileSync(program, args, {
      env: { HOME: home, PATH: searchPath, SHLVL: '1' },
      encoding: 'utf8',
      input,
    });
  }
});
