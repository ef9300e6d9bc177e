import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { freePort } from '../../gateway/testing/free-port.ts';
import { startStack, type Stack } from '../stack.ts';
import { startNginx } from './nginx.ts';

interface Host {
  /** Behind nginx, which signs people in. */
  readonly url: string;
  readonly stack: Stack;
}

const accessFile = `groups:
  administrators: { role: editor, tenants: ['*'] }
  readers: { role: viewer, tenants: ['acme-*'] }
`;

const test = base.extend<object, { host: Host }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'header-sign-in-'));
      await writeFile(path.join(folder, 'access.yaml'), accessFile);
      await writeFile(
        path.join(folder, 'passwords'),
        ['jo', 'al'].map((user) => `${user}:${hash()}`).join('\n'),
      );
      const port = await freePort();
      const stack = await startStack([], {
        CONSOLE_AUTH: 'header',
        // The test itself calls from 127.0.0.1, nginx from a different address.
        TRUSTED_PROXIES: '127.0.0.9',
        CONSOLE_ACCESS_FILE: path.join(folder, 'access.yaml'),
        ALLOWED_HOSTS: `http://127.0.0.1:${port}`,
      });
      const changes = () => ({
        'listen 80;': `listen 127.0.0.1:${port};`,
        'server_name console.example.com;': 'proxy_bind 127.0.0.9;',
        '/etc/aicore-console/passwords': path.join(folder, 'passwords'),
        '127.0.0.1:8080': new URL(stack.url).host,
      });
      const nginx = await startNginx('docs/deploy/nginx-sign-in.conf', changes, port);
      await use({ url: `http://127.0.0.1:${port}`, stack });
      await Promise.all([nginx.stop(), stack.stop()]);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

/** The hash of an invented password, as htpasswd writes it. */
function hash(): string {
  return spawnSync('openssl', ['passwd', '-apr1', 'invented-password']).stdout.toString().trim();
}

const basic = (user: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:invented-password`).toString('base64')}`,
});
const secrets = '/api/tenants/acme-vision/v2/admin/dockerRegistrySecrets';

test('people are who nginx says, with the roles of their groups', async ({ request, host }) => {
  const config: unknown = await (
    await request.get(`${host.url}/config.json`, { headers: basic('jo') })
  ).json();
  expect(config).toMatchObject({ signIn: { mode: 'header', person: { name: 'jo' } } });
  const ofReader: unknown = await (
    await request.get(`${host.url}/config.json`, { headers: basic('al') })
  ).json();
  expect(ofReader).toMatchObject({ connections: [{ access: { write: [] } }, { access: { write: [] } }] });
  const write = await request.post(`${host.url}${secrets}`, { headers: basic('al'), data: {} });
  expect(write.status()).toBe(403);
  expect((await request.get(`${host.url}${secrets}`)).status()).toBe(401);
});

test('made-up headers are overwritten by nginx, and not believed past it', async ({ request, host }) => {
  const forged = { 'X-Forwarded-User': 'jo', 'X-Forwarded-Groups': 'administrators' };
  const past = await request.get(`${host.stack.url}${secrets}`, { headers: forged });
  expect(past.status()).toBe(401);
  const through = await request.post(`${host.url}${secrets}`, {
    headers: { ...forged, ...basic('al') },
    data: {},
  });
  expect(through.status()).toBe(403);
  expect(await host.stack.simulator.journal()).not.toContainEqual(
    expect.objectContaining({ method: 'POST' }),
  );
});
