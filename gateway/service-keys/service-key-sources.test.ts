import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeyScan } from './key-scan.ts';
import { scanServiceKeys } from './service-key-sources.ts';
import { settleKeys } from './settle-keys.ts';
import { buildTestKey, parseTestKey } from '../testing/fake-upstream.ts';
import { createTestAuthority } from '../testing/test-certificates.ts';

const api = 'https://api.ai.example';
const buildKey = (name: string) => buildTestKey(api, { identityzone: name, identityzoneid: `${name}-zone` });
const text = (name: string) => JSON.stringify(buildKey(name));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'service-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Record<string, string>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}

function summarize(scan: KeyScan) {
  const { keys, problems } = settleKeys([], scan);
  return { configured: scan.configured, ids: keys.map(({ tenantId }) => tenantId), problems };
}

describe('scanServiceKeys', () => {
  test('without any source there is nothing, and nothing is configured', async () => {
    expect(await scanServiceKeys({})).toEqual({ configured: false, readings: [], problems: [], folders: [] });
  });

  test('a folder holds a key for each tenant, and a broken file affects only its own', async () => {
    const keysFolder = await write({
      'b.json': text('b'),
      'a.json': text('a'),
      'broken.json': '{"clientsecret":"planted',
      'incomplete.json': JSON.stringify({ ...buildKey('i'), clientid: undefined }),
      'no id.json': text('n'),
      'README.md': 'planted',
      '.hidden.json': 'planted',
    });
    const scan = await scanServiceKeys({ keysFolder });
    expect(summarize(scan)).toEqual({
      configured: true,
      ids: ['a', 'b'],
      problems: [
        { source: 'broken.json', message: 'This service key cannot be used: it is not valid JSON.' },
        {
          source: 'incomplete.json',
          message: 'This service key cannot be used: these properties are missing or wrong: clientid.',
        },
        {
          source: 'no id.json',
          message:
            'This service key cannot be used: its file name must be a tenant ID (letters, digits, dots, dashes and underscores) followed by .json.',
        },
      ],
    });
    expect(scan.folders).toEqual([folder]);
    expect(JSON.stringify(summarize(scan))).not.toContain('planted');
  });

  test('a folder mounted by Kubernetes is full of links', async () => {
    await write({ '..2026_01/a.json': text('a') });
    await symlink(join(folder, '..2026_01'), join(folder, '..data'));
    await symlink(join(folder, '..data', 'a.json'), join(folder, 'a.json'));
    expect(summarize(await scanServiceKeys({ keysFolder: folder }))).toEqual({
      configured: true,
      ids: ['a'],
      problems: [],
    });
  });

  test('an empty folder is a configuration; a missing one is a problem', async () => {
    expect(summarize(await scanServiceKeys({ keysFolder: folder }))).toMatchObject({
      configured: true,
      ids: [],
    });
    const missing = join(folder, 'missing');
    expect((await scanServiceKeys({ keysFolder: missing })).problems).toEqual([
      { source: 'AICORE_SERVICE_KEYS_DIR', message: `The folder ${missing} cannot be read.` },
    ]);
  });

  test('one key is named after its identity zone', async () => {
    const scan = await scanServiceKeys({ serviceKey: text('solo') });
    expect(settleKeys([], scan).keys).toEqual([
      {
        source: 'AICORE_SERVICE_KEY',
        setting: 'AICORE_SERVICE_KEY',
        tenantId: 'solo',
        key: parseTestKey(api, { identityzone: 'solo', identityzoneid: 'solo-zone' }),
      },
    ]);
    expect(summarize(await scanServiceKeys({ serviceKey: 'planted' })).problems).toEqual([
      { source: 'AICORE_SERVICE_KEY', message: 'This service key cannot be used: it is not valid JSON.' },
    ]);
  });

  test.each([
    [{ xsuaa: [{ credentials: {} }] }, { configured: false, ids: [], problems: [] }],
    [{ aicore: [] }, { configured: false, ids: [], problems: [] }],
    [
      {
        aicore: [
          { name: 'one', credentials: buildKey('one') },
          { name: 'bad', credentials: {} },
          { name: null, credentials: buildKey('three') },
          'planted',
        ],
      },
      {
        configured: true,
        ids: ['one', 'three'],
        problems: [
          { source: 'VCAP_SERVICES bad', message: expect.stringContaining('missing or wrong: clientid') },
          { source: 'VCAP_SERVICES #4', message: expect.stringContaining('not a JSON object') },
        ],
      },
    ],
    [
      { aicore: 'x' },
      { configured: true, ids: [], problems: [{ source: 'VCAP_SERVICES', message: expect.any(String) }] },
    ],
    [
      [],
      {
        configured: true,
        ids: [],
        problems: [{ source: 'VCAP_SERVICES', message: 'It is not a JSON object.' }],
      },
    ],
  ])('VCAP_SERVICES %#', async (services, expected) => {
    expect(summarize(await scanServiceKeys({ vcapServices: JSON.stringify(services) }))).toEqual(expected);
  });

  const perProperty = (name: string) =>
    Object.fromEntries(
      Object.entries(buildKey(name)).map(([property, value]) => [
        property,
        typeof value === 'string' ? `${value}\n` : JSON.stringify(value),
      ]),
    );
  test.each([
    ['a file for each property', { type: 'aicore\n', ...perProperty('x') }],
    ['a label in the place of a type', { label: 'aicore', ...perProperty('x') }],
    ['one JSON property', { type: 'aicore', credentials: text('x') }],
    ['JSON under any name', { type: 'aicore', 'service-key.json': text('x'), plan: 'extended' }],
  ])('SERVICE_BINDING_ROOT: %s', async (_name, files) => {
    const named = Object.entries(files).map(([name, content]) => [`my-binding/${name}`, content]);
    const bindingRoot = await write({
      ...Object.fromEntries(named),
      'database/type': 'postgresql',
      'database/password': 'planted',
    });
    const scan = await scanServiceKeys({ bindingRoot });
    expect(scan).toEqual({
      configured: true,
      readings: [
        {
          source: 'SERVICE_BINDING_ROOT my-binding',
          setting: 'SERVICE_BINDING_ROOT',
          result: { ok: true, key: parseTestKey(api, { identityzone: 'x', identityzoneid: 'x-zone' }) },
        },
      ],
      problems: [],
      folders: [folder, join(folder, 'my-binding')],
    });
  });

  test('Kyma mounts each instance below the name of its service', async () => {
    const files = Object.entries(perProperty('x')).map(([name, content]) => [
      `aicore/instance/${name}`,
      content,
    ]);
    const kymaRoot = await write({
      ...Object.fromEntries(files),
      'aicore/broken/clientid': 'planted',
      'xsuaa/instance/clientid': 'planted',
    });
    expect(summarize(await scanServiceKeys({ kymaRoot }))).toEqual({
      configured: true,
      ids: ['x'],
      problems: [{ source: 'Kyma broken', message: expect.stringContaining('missing or wrong: url') }],
    });
    expect(summarize(await scanServiceKeys({ kymaRoot: join(folder, 'missing') }))).toMatchObject({
      configured: false,
    });
  });

  const variables = {
    AICORE_CLIENT_ID: 'test-client',
    AICORE_CLIENT_SECRET: 'planted-client-secret',
    AICORE_AUTH_URL: 'https://acme.authentication.eu10.example/oauth/token',
    AICORE_BASE_URL: 'https://api.example/v2',
  };
  const assembled = {
    clientId: 'test-client',
    credential: { secret: 'planted-client-secret' },
    tokenUrl: 'https://acme.authentication.eu10.example/oauth/token',
    apiUrl: 'https://api.example',
    zone: 'acme',
    zoneId: undefined,
    appName: undefined,
  };

  test('the variables of SAP’s SDKs are parts of one key', async () => {
    const scan = await scanServiceKeys({ sdkVariables: variables });
    expect(settleKeys([], scan).keys).toMatchObject([{ tenantId: 'acme', key: assembled }]);
  });

  test.each([
    [{ AICORE_CLIENT_ID: 'test-client' }, 'AICORE_AUTH_URL, AICORE_BASE_URL, AICORE_CLIENT_SECRET'],
    [
      { ...variables, AICORE_CLIENT_SECRET: undefined, AICORE_CERT_STR: 'planted' },
      'AICORE_CERT_URL, AICORE_CERT_STR, AICORE_KEY_STR',
    ],
    [{ ...variables, AICORE_BASE_URL: 'planted' }, 'AICORE_BASE_URL'],
  ])('the wrong ones of variables %# are named', async (sdkVariables, names) => {
    expect(summarize(await scanServiceKeys({ sdkVariables })).problems).toEqual([
      {
        source: 'AICORE_…',
        message: `This service key cannot be used: these properties are missing or wrong: ${names}.`,
      },
    ]);
  });

  test('an x509 key can be in variables too', async () => {
    const authority = createTestAuthority();
    const { cert, key } = authority.issue('test-client');
    authority.remove();
    const sdkVariables = {
      AICORE_CLIENT_ID: 'test-client',
      AICORE_CERT_URL: 'https://acme.authentication.cert.eu10.example',
      AICORE_CERT_STR: cert.replaceAll('\n', String.raw`\n`),
      AICORE_KEY_STR: key,
      AICORE_BASE_URL: 'https://api.example',
    };
    expect(summarize(await scanServiceKeys({ sdkVariables }))).toMatchObject({ ids: ['acme'], problems: [] });
  });

  test.each([
    ['the variables', variables, ['acme']],
    ['a whole key', buildKey('whole'), ['whole']],
  ])('the file of SAP’s SDKs may hold %s', async (_name, content, ids) => {
    const sdkFolder = await write({ 'config.json': JSON.stringify(content) });
    const scan = await scanServiceKeys({ sdkFolder });
    expect(summarize(scan)).toEqual({ configured: true, ids, problems: [] });
    expect(scan.folders).toEqual([folder]);
  });

  test('the file of SAP’s SDKs is only used if nothing else is configured', async () => {
    const sdkFolder = await write({ 'config.json': JSON.stringify(variables) });
    expect(summarize(await scanServiceKeys({ sdkFolder, serviceKey: text('k') })).ids).toEqual(['k']);
    expect((await scanServiceKeys({ sdkFolder: join(folder, 'missing') })).configured).toBe(false);
    await write({ 'config.json': '[planted' });
    expect(summarize(await scanServiceKeys({ sdkFolder })).problems).toMatchObject([
      { source: join(folder, 'config.json'), message: expect.stringContaining('not valid JSON') },
    ]);
  });

  test('bindings of other services, or none at all, configure nothing', async () => {
    const bindingRoot = await write({ 'database/type': 'postgresql' });
    expect(summarize(await scanServiceKeys({ bindingRoot }))).toMatchObject({ configured: false });
    expect(summarize(await scanServiceKeys({ bindingRoot: join(folder, 'missing') }))).toMatchObject({
      configured: false,
    });
  });

  test('all sources are combined in their order', async () => {
    await write({
      'keys/from-folder.json': text('f'),
      'bindings/b/type': 'aicore',
      'bindings/b/key': text('b'),
    });
    const scan = await scanServiceKeys({
      keysFolder: join(folder, 'keys'),
      serviceKey: text('k'),
      vcapServices: JSON.stringify({ aicore: [{ credentials: buildKey('v') }] }),
      bindingRoot: join(folder, 'bindings'),
    });
    expect(summarize(scan)).toEqual({ configured: true, ids: ['from-folder', 'k', 'v', 'b'], problems: [] });
  });
});
