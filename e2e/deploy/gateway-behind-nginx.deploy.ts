import { request as httpsRequest } from 'node:https';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { freePort } from '../../gateway/testing/free-port.ts';
import { fillSecretForm } from '../secret-form.ts';
import { startStack, type Stack } from '../stack.ts';
import { watch } from '../test.ts';
import { createCertificate } from './certificate.ts';
import { startNginx } from './nginx.ts';

// Chromium resolves every name below .localhost to this machine.
const name = 'console.localhost';

interface Host {
  readonly url: string;
  readonly port: number;
  readonly stack: Stack;
}

const test = base.extend<{ complaints: string[] }, { host: Host }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const port = await freePort();
      const stack = await startStack([], {
        ALLOWED_HOSTS: `${name}:${port}`,
        TRUSTED_PROXIES: '127.0.0.1',
      });
      const changes = (_port: number, folder: string) => {
        createCertificate(folder, name);
        return {
          'listen 443 ssl http2;': `listen 127.0.0.1:${port} ssl http2;`,
          '/etc/ssl/console.example.com.pem': path.join(folder, 'cert.pem'),
          '/etc/ssl/console.example.com.key': path.join(folder, 'key.pem'),
          'console.example.com': name,
          '127.0.0.1:8080': new URL(stack.url).host,
        };
      };
      const nginx = await startNginx('docs/deploy/nginx-gateway.conf', changes, port);
      await use({ url: `https://${name}:${port}`, port, stack });
      await Promise.all([nginx.stop(), stack.stop()]);
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ host }, use) => {
    await use(host.url);
  },
  ignoreHTTPSErrors: true,
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      watch(page, complaints);
      await use(complaints);
      expect(complaints, 'unexpected errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

test('over TLS and HTTP/2 a secret is registered', async ({ page, host }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('link', { name: 'Register secret' }).first().click();
  await fillSecretForm(page, { name: 'over-tls' });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  expect(await host.stack.simulator.storedSecret('acme-vision', 'over-tls')).toContain('over-tls');
  const protocols = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry.name.includes('/v2/admin/'))
      .map((entry): unknown => Reflect.get(entry, 'nextHopProtocol')),
  );
  expect(new Set(protocols)).toEqual(new Set(['h2']));
});

test('a host name that is not allowed is refused', async ({ host }) => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: host.port,
      path: '/config.json',
      headers: { host: 'rebound.example' },
      rejectUnauthorized: false,
    };
    httpsRequest(options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

test('the origin of a call is the address that nginx saw, not the one that the caller claims', async ({
  page,
}) => {
  await page.goto('/overview');
  const log: unknown = await page.evaluate(async () => {
    const data = { '.dockerconfigjson': '{"auths":{"ghcr.io":{"username":"a","password":"invented"}}}' };
    await fetch('/api/tenants/acme-vision/v2/admin/dockerRegistrySecrets', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.66' },
      body: JSON.stringify({ name: 'from-afar', data }),
    });
    return (await fetch('/api/audit.json?name=from-afar')).json();
  });
  expect(log).toEqual([expect.objectContaining({ address: '127.0.0.1' })]);
});
