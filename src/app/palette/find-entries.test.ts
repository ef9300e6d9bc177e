import { expect, test } from 'vitest';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { common } from '../../ui/texts/en/common.ts';
import { shell } from '../../ui/texts/en/shell.ts';
import { findEntries, textOf } from './find-entries.ts';
import { paletteEntries } from './palette-entries.ts';

const acme: Connection = { id: 'acme', label: 'Acme Vision', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const globex: Connection = { ...acme, id: 'globex', label: 'Globex Chat' };
const now = new Date('2026-11-28T12:00:00Z');

const remembered = (name: string, expiresAt: string): [string, RememberedSecret] => [
  name,
  { connectionId: 'acme', name, registries: [{ host: 'ghcr.io' }], expiresAt },
];

const entries = paletteEntries({
  texts: shell,
  common,
  connections: [acme, globex],
  current: acme,
  secrets: ['docker-hub', 'ghcr-acme-vision', 'harbor-training'].map((name) => ({ name })),
  remembered: new Map([
    remembered('ghcr-acme-vision', '2026-12-04'),
    remembered('harbor-training', '2026-11-20'),
    remembered('docker-hub', '2027-12-04'),
  ]),
  repositories: [
    { name: 'vision-pipelines', url: 'https://github.com/acme/x', status: 'COMPLETED', readsInProgress: 0 },
  ],
  applications: [{ name: 'vision-nightly' }],
  visited: ['/acme/docker-registry-secrets/docker-hub', '/connections'],
  addressOf: ({ id }) => `/${id}`,
  now,
});

const shown = (query: string) =>
  findEntries(entries, query).map(({ group, found }) => [group, found.map(({ entry }) => textOf(entry))]);

test('without a query what is urgent comes first, the soonest on top, then what was visited and pages', () => {
  const [actions, recent, pages] = shown('');
  expect(actions?.[1]?.slice(0, 3)).toEqual([
    'Rotate harbor-training',
    'Rotate ghcr-acme-vision',
    'Register secret',
  ]);
  expect(recent).toEqual(['recent', ['docker-hub', 'Connections']]);
  expect(pages?.[0]).toBe('pages');
});

test('a query finds acts, secrets and repositories, urgent acts first', () => {
  expect(shown('rot')).toContainEqual([
    'actions',
    ['Rotate harbor-training', 'Rotate ghcr-acme-vision', 'Rotate docker-hub'],
  ]);
  expect(shown('nightl')).toEqual([['applications', ['vision-nightly']]]);
  expect(shown('pipel')).toEqual([['repositories', ['vision-pipelines']]]);
});

test('letters may be left out, and what matches is told', () => {
  const secrets = findEntries(entries, 'gcracm').find(({ group }) => group === 'secrets');
  expect(secrets?.found.map(({ entry }) => entry.name)).toEqual(['ghcr-acme-vision']);
  const [found] = findEntries(entries, 'hub').find(({ group }) => group === 'secrets')?.found ?? [];
  expect(found?.ranges).toEqual([7, 10]);
});

test('a sign finds tenants or acts alone', () => {
  expect(shown('@')).toEqual([['tenants', ['Acme Vision', 'Globex Chat']]]);
  expect(shown('@glo')).toEqual([['tenants', ['Globex Chat']]]);
  expect(shown('> dark')).toEqual([['actions', ['Colours: Dark']]]);
});

test('nothing is found for nonsense', () => {
  expect(shown('qqqqqq')).toEqual([]);
  expect(shown('-')).toEqual([]);
});
