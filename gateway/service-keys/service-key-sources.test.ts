import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scanServiceKeys, type KeyScan } from './service-key-sources.ts';
import { buildTestKey } from '../testing/fake-upstream.ts';

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

function summarize({ configured, keys, problems }: KeyScan) {
  return { configured, ids: keys.map(({ tenantId }) => tenantId), problems };
}

describe('scanServiceKeys', () => {
  test('without any source there is nothing, and nothing is configured', async () => {
    expect(await scanServiceKeys({})).toEqual({ configured: false, keys: [], problems: [], folders: [] });
  });

  test('a folder holds a key for each tenant, and a broken file costs only its own', async () => {
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
          message: 'The file name must be a tenant id: letters, digits, dots, dashes and underscores.',
        },
      ],
    });
    expect(scan.folders).toEqual([folder]);
    expect(JSON.stringify(scan.problems)).not.toContain('planted');
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

  test('an empty folder is a configuration; a missing one prevents the start', async () => {
    expect(summarize(await scanServiceKeys({ keysFolder: folder }))).toMatchObject({
      configured: true,
      ids: [],
    });
    const missing = join(folder, 'missing');
    expect((await scanServiceKeys({ keysFolder: missing })).problems).toEqual([
      { source: 'AICORE_SERVICE_KEYS_DIR', message: `The folder ${missing} cannot be read.`, fatal: true },
    ]);
  });

  test('one key is named after its identity zone; a broken one prevents the start', async () => {
    expect((await scanServiceKeys({ serviceKey: text('solo') })).keys).toEqual([
      { source: 'AICORE_SERVICE_KEY', tenantId: 'solo', key: buildKey('solo') },
    ]);
    expect((await scanServiceKeys({ serviceKey: 'planted' })).problems).toEqual([
      {
        source: 'AICORE_SERVICE_KEY',
        message: 'This service key cannot be used: it is not valid JSON.',
        fatal: true,
      },
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
          { credentials: buildKey('three') },
        ],
      },
      {
        configured: true,
        ids: ['one', 'three'],
        problems: [
          { source: 'VCAP_SERVICES bad', message: expect.stringContaining('missing or wrong: clientid') },
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
        problems: [{ source: 'VCAP_SERVICES', message: expect.any(String), fatal: true }],
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
      keys: [{ source: 'SERVICE_BINDING_ROOT my-binding', tenantId: 'x', key: buildKey('x') }],
      problems: [],
      folders: [folder, join(folder, 'my-binding')],
    });
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

describe('a second key for a tenant is refused', () => {
  test.each([
    ['with the same id', { 'k.json': text('other') }, 'k.json'],
    ['with the same id in other capitals', { 'K.json': text('other') }, 'K.json'],
    ['with the same identity zone under another id', { 'other.json': text('k') }, 'other.json'],
  ])('%s', async (_name, files, first) => {
    const scan = await scanServiceKeys({ keysFolder: await write(files), serviceKey: text('k') });
    expect(scan.keys.map(({ source }) => source)).toEqual([first]);
    expect(scan.problems).toEqual([
      {
        source: 'AICORE_SERVICE_KEY',
        message: `This is a second service key for the tenant "k"; the one from ${first} is used.`,
      },
    ]);
  });

  test('but not for the same zone in another region', async () => {
    const other = JSON.stringify({
      ...buildKey('k'),
      serviceurls: { AI_API_URL: 'https://api.other.example' },
    });
    const scan = await scanServiceKeys({
      keysFolder: await write({ 'other.json': other }),
      serviceKey: text('k'),
    });
    expect(summarize(scan)).toEqual({ configured: true, ids: ['other', 'k'], problems: [] });
  });
});
