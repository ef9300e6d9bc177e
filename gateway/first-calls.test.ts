import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestKey } from './testing/fake-upstream.ts';
import { buildTestApp, openTestTenants } from './testing/test-app.ts';

let folder: string;
let app: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'first-calls-'));
  await writeFile(join(folder, 'index.html'), '<body><div id="root"></div></body>');
  const accessFile = join(folder, 'access.yaml');
  await writeFile(accessFile, 'groups:\n  vision: { role: viewer, tenants: [acme-*] }\n');
  const keys = {
    'acme-vision': buildTestKey('https://auth.example'),
    globex: buildTestKey('https://auth.example', { identityzoneid: 'g' }),
  };
  app = await buildTestApp(await openTestTenants(keys), {
    signIn: { mode: 'header', user: 'x-user', name: 'x-name', groups: 'x-groups', signOutUrl: undefined },
    trustedProxies: ['127.0.0.1'],
    accessFile,
    distFolder: folder,
  });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function readPreloads(url: string, headers: Record<string, string>): Promise<string[]> {
  const { body } = await app.inject({ url, headers: { accept: 'text/html', ...headers } });
  return [...body.matchAll(/<link rel="preload" href="([^"]+)" as="fetch" crossorigin \/>/g)].map(
    ([, address = '']) => address.replaceAll('&amp;', '&'),
  );
}

const jo = { 'x-user': 'jo', 'x-groups': 'vision' };

test.each(['/acme-vision/docker-registry-secrets', '/acme-vision/docker-registry-secrets?provider=ghcr'])(
  'the list page %s preloads the list and its quota',
  async (url) => {
    const admin = '/api/tenants/acme-vision/v2/admin';
    expect(await readPreloads(url, jo)).toEqual([
      `${admin}/dockerRegistrySecrets?$top=100&$skip=0&$count=true`,
      `${admin}/resourceQuota/dockerRegistrySecrets`,
    ]);
  },
);

test.each([
  ['another page', '/acme-vision/docker-registry-secrets/new', jo],
  ['a page of all tenants', '/overview', jo],
  ['a tenant that nobody has', '/unknown/docker-registry-secrets', jo],
  ['a tenant that this person may not see', '/globex/docker-registry-secrets', jo],
  ['somebody of no group', '/acme-vision/docker-registry-secrets', { 'x-user': 'jo' }],
  ['nobody', '/acme-vision/docker-registry-secrets', {}],
  ['what would end the attribute', '/acme-vision%22onload=x/docker-registry-secrets', jo],
])('nothing is preloaded for %s', async (_name, url, headers) => {
  expect(await readPreloads(url, headers)).toEqual([]);
});
