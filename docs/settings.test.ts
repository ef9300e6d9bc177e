import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sdkVariables } from '../gateway/service-keys/sdk-variables.ts';
import { envSchema } from '../gateway/settings/config.ts';
import { secretSettings } from '../gateway/settings/file-settings.ts';

const readme = readFileSync('README.md', 'utf8');
const quoted = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The rows of the README's tables of variables: names and defaults. */
const rows = [...readme.matchAll(/^\| variable[^]*?\n\n/gm)]
  .flatMap(([table]) => table.trim().split('\n').slice(2))
  .map((row) => row.split(' | '))
  .map(([names, , defaults]) => ({ names: quoted(names), defaults: quoted(defaults) }));

const readByNode = 'NODE_EXTRA_CA_CERTS';
const known = [...Object.keys(envSchema.shape), ...Object.values(sdkVariables), readByNode];

test('the README names each variable exactly once, and no others', () => {
  expect(rows.flatMap(({ names }) => names).toSorted()).toEqual(known.toSorted());
});

const preset = z.record(z.string(), z.unknown()).parse(envSchema.parse({}));
const presetOf = (names: readonly string[]) =>
  names.map((name) => preset[name]).filter((value) => typeof value === 'number' || isName(value));
const isName = (value: unknown) => typeof value === 'string' && value !== '';
const withPreset = rows.filter(({ names }) => presetOf(names).length > 0);

test.each(withPreset)('the README has the defaults of $names', ({ names, defaults }) => {
  expect(defaults).toEqual(presetOf(names).map(String));
});

test('the README names the variables that can also be files', () => {
  const [sentence = ''] = /^`AICORE_SERVICE_KEY`, .* can also be files/m.exec(readme) ?? [];
  const named = quoted(sentence).flatMap((name) =>
    name === 'OIDC_…' ? ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] : [name],
  );
  expect(named.toSorted()).toEqual(secretSettings.toSorted());
});

/** Names that look like variables of the gateway but belong to a database, a buildpack, or SAP's key. */
const foreign =
  'NODE_ENV NODE_IMAGE RUNTIME_IMAGE POSTGRES_USER POSTGRES_DB POSTGRES_PASSWORD_FILE OPTIMIZE_MEMORY ' +
  'SEND_XFRAMEOPTIONS AI_API_URL CLIENT_ID CLIENT_SECRET TOKEN_URL';
const all = new Set([...known, ...secretSettings.map((name) => `${name}_FILE`), ...foreign.split(' ')]);
const documents = 'Containerfile compose.yaml docs/deploy.md docs/scale.md docs/threat-model.md SECURITY.md';
const folders = ['docs/deploy', 'deploy/cloud-foundry', 'deploy/helm'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => `${entry.parentPath}/${entry.name}`),
);

test.each([...documents.split(' '), ...folders])('%s names only existing variables', (file) => {
  const text = readFileSync(file, 'utf8');
  const named = text.match(/(?<![A-Za-z_])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\w)/g) ?? [];
  expect(named.filter((name) => !all.has(name))).toEqual([]);
});
