import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { fillConnectionForm } from '../connection-form.ts';
import { fetchToken } from '../proxies.ts';
import { fillSecretForm } from '../secret-form.ts';
import { SimulatorInspection, startProcess } from '../stack.ts';
import { watch } from '../test.ts';
import { startNginx } from './nginx.ts';

interface Host {
  readonly url: string;
  readonly keysDir: string;
  readonly simulator: SimulatorInspection;
}

/** The documented static host in front of a simulator, with `config` served as /config.json. */
async function startHost(config: string, changes: Record<string, string> = {}) {
  const keysDir = await mkdtemp(path.join(tmpdir(), 'service-keys-'));
  const simulator = await startProcess('simulator/main.ts', ['--inspect', '--keys-dir', keysDir]);
  const token = await fetchToken(keysDir, 'acme-forecast');
  const tokenFile = path.join(keysDir, 'token.conf');
  await writeFile(tokenFile, `proxy_set_header Authorization "Bearer ${token}";\n`, { mode: 0o600 });
  const nginx = await startNginx('docs/deploy/nginx-static.conf', (port) => ({
    'listen 8080;': `listen 127.0.0.1:${port};`,
    'listen 8080 default_server;': `listen 127.0.0.1:${port} default_server;`,
    'server_name console.example.com;': 'server_name 127.0.0.1;',
    '/srv/aicore-console/web': path.resolve('dist/web'),
    '/etc/aicore-console/config.json': path.resolve(config),
    '/etc/aicore-console/acme-forecast.token.conf': tokenFile,
    'https://console.example.com': `http://127.0.0.1:${port}`,
    'https://api.ai.prod.eu-central-1.aws.ml.hana.ondemand.com': simulator.url,
    ...changes,
  }));
  const host: Host = {
    url: `http://127.0.0.1:${nginx.port}`,
    keysDir,
    simulator: new SimulatorInspection(simulator.url),
  };
  const stop = async () => {
    await Promise.all([nginx.stop(), simulator.stop()]);
    await rm(keysDir, { recursive: true, force: true });
  };
  return { host, stop };
}

const test = base.extend<{ complaints: string[] }, { host: Host }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const { host, stop } = await startHost('docs/deploy/config.json');
      await use(host);
      await stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ host }, use) => {
    await use(host.url);
  },
  complaints: [
    async ({ page, host }, use) => {
      await host.simulator.reset();
      const complaints: string[] = [];
      watch(page, complaints);
      await use(complaints);
      expect(complaints, 'unexpected errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

async function enterToken(page: Page, host: Host): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Token for Acme Vision' });
  const token = await fetchToken(host.keysDir, 'acme-vision');
  await dialog.getByRole('textbox', { name: 'Bearer token' }).fill(token);
  await dialog.getByRole('button', { name: 'Use token' }).click();
  await expect(dialog).toBeHidden();
}

async function register(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Register secret' }).first().click();
  await fillSecretForm(page, { name });
  await page.getByRole('button', { name: 'Register' }).click();
}

test('with the user’s own token a secret is registered, and an expired token is asked for again', async ({
  page,
  host,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/overview$/);
  await page.goto('/acme-vision/docker-registry-secrets');
  await enterToken(page, host);
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await register(page, 'behind-nginx');
  const snippet = page.getByRole('region', { name: 'Image pull secret snippet' });
  await expect(snippet).toBeVisible();
  expect(await host.simulator.storedSecret('acme-vision', 'behind-nginx')).toContain('behind-nginx');

  await page.getByRole('button', { name: 'Register another' }).click();
  await fillSecretForm(page, { name: 'after-expiry' });
  await host.simulator.expireTokens();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('dialog')).toContainText('AI Core rejected the token (401)');
  await enterToken(page, host);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(snippet).toBeVisible();
  expect(await host.simulator.storedSecret('acme-vision', 'after-expiry')).toContain('after-expiry');
});

test('a connection is added and tested on the static host too', async ({ page, host }) => {
  await page.goto('/connections/new');
  // Features that need a gateway have no link here.
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.getByRole('link', { name: 'Connections' })).toBeVisible();
  await expect(navigation.getByRole('link', { name: /^(?:Audit log|Approvals)$/ })).toHaveCount(0);
  const token = await fetchToken(host.keysDir, 'globex-chat');
  await fillConnectionForm(page, { label: 'By hand', address: '/aicore/acme-vision', token });
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The connection works.' })).toContainText(
    '50 of 50 used',
  );
  await page.getByRole('button', { name: 'Add connection' }).click();
  await page.getByRole('link', { name: 'Open By hand' }).click();
  await expect(page.getByRole('rowheader', { name: 'team-registry-01' })).toBeVisible();
});

test('each page load has a new nonce, in the policy and in the page', async ({ request }) => {
  const nonces: string[] = [];
  for (const address of ['/', '/acme-vision/docker-registry-secrets']) {
    const response = await request.get(address);
    const nonce =
      /'nonce-([0-9a-f]{32})'/.exec(response.headers()['content-security-policy'] ?? '')?.[1] ?? '';
    expect(nonce).not.toBe('');
    const html = await response.text();
    expect(html).toContain(`nonce="${nonce}"`);
    expect(html).not.toContain('__CSP_NONCE__');
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(2);
});

test('files are compressed and cached by the browser, and missing files are not answered with a page', async ({
  request,
}) => {
  const html = await (await request.get('/')).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const headers = (await request.get(script)).headers();
  expect(headers['content-encoding']).toBe('gzip');
  expect(headers['cache-control']).toBe('max-age=31536000');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect((await request.get('/assets/missing.js')).status()).toBe(404);
  expect((await request.get('/.vite/manifest.json')).status()).toBe(404);
});

for (const [method, address, status] of [
  ['PUT', '/dockerRegistrySecrets/a', 404],
  ['DELETE', '/dockerRegistrySecrets', 404],
  ['POST', '/tenantInfo', 404],
  ['GET', '/dockerRegistrySecrets?$top=5&$skip=0&$count=true', 200],
  ['GET', '/dockerRegistrySecrets?%24top=5', 200],
  ['GET', '/resourceQuota/repositories?quotaOnly=true', 200],
  ['GET', '/applications/vision-training/status', 200],
  ['GET', '/applications/vision-training/refresh', 404],
  ['GET', '/resourceGroups?$top=5', 200],
  ['GET', '/objectStoreSecrets?$top=5', 200],
  ['DELETE', '/resourceGroups', 404],
  ['GET', '/dockerRegistrySecrets?$filter=a', 400],
  ['GET', '/tenantInfo?access_token=not-a-real-token', 400],
] as const) {
  test(`${method} ${address} is answered with ${status}`, async ({ request, host }) => {
    const token = await fetchToken(host.keysDir, 'acme-vision');
    const response = await request.fetch(`/aicore/acme-vision/v2/admin${address}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status()).toBe(status);
    if (status !== 200) expect(await host.simulator.journal()).toEqual([]);
  });
}

test.describe('with a token that nginx adds', () => {
  const admin = '/aicore/acme-forecast/v2/admin';

  test('a secret is registered without any token in the browser', async ({ page, host }) => {
    // nginx has the token from its start, which was withdrawn with all others; another host has a fresh one.
    const { host: fresh, stop } = await startHost('docs/deploy/config.json');
    await page.goto(`${fresh.url}/acme-forecast/docker-registry-secrets`);
    await register(page, 'by-nginx');
    await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
    expect(await fresh.simulator.storedSecret('acme-forecast', 'by-nginx')).toContain('by-nginx');
    expect(fresh.url).not.toBe(host.url);
    await stop();
  });

  for (const address of [
    '/v2/admin/mtlsCertificateSecrets',
    '/v2/lm/deployments',
    '/v2/admin/../lm/deployments',
    '/v2/admin/dockerRegistrySecrets/a/b',
    '/inspect/tenants',
  ]) {
    test(`${address} stays closed`, async ({ request }) => {
      const response = await request.get(`/aicore/acme-forecast${address}`);
      expect(response.status()).toBe(404);
    });
  }

  test('an answer is never cached, and its headers are nginx’s own', async ({ request }) => {
    const headers = (await request.get(`${admin}/tenantInfo`)).headers();
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).not.toHaveProperty('www-authenticate');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('a page of another site cannot write', async ({ request, host }) => {
    const response = await request.post(`${admin}/dockerRegistrySecrets`, {
      headers: { origin: 'https://evil.example' },
      data: { name: 'evil', data: { '.dockerconfigjson': '{"auths":{}}' } },
    });
    expect(response.status()).toBe(403);
    expect(await host.simulator.journal()).toEqual([]);
  });
});

test('nothing is answered under a host name that is not the console’s', async ({ host }) => {
  const answer = await new Promise((resolve) => {
    get(`${host.url}/config.json`, { headers: { host: 'rebound.example' } }, resolve).once('error', () =>
      resolve('no answer'),
    );
  });
  expect(answer).toBe('no answer');
});

test('without a config.json the console starts empty, and connections can be added', async ({ page }) => {
  const { host, stop } = await startHost('docs/deploy/no-such-file.json');
  await page.goto(`${host.url}/`);
  await expect(page.getByRole('heading', { name: 'No tenant is connected' })).toBeVisible();
  await page.getByRole('link', { name: 'Open connections' }).click();
  await page.getByRole('link', { name: 'Add connection' }).click();
  await fillConnectionForm(page, { label: 'Mine', address: '/aicore/acme-forecast' });
  await page.getByRole('button', { name: 'Add connection' }).click();
  await page.getByRole('link', { name: 'Open Mine' }).click();
  await expect(page.getByRole('heading', { name: 'No Docker registry secret yet' })).toBeVisible();
  await stop();
});

test('a server that cannot insert a nonce can serve the console too', async ({ page, complaints }) => {
  const { host, stop } = await startHost('docs/deploy/config.json', {
    "script-src 'self' 'nonce-$request_id'": "script-src 'self'",
    "style-src 'self' 'nonce-$request_id'": "style-src 'self' 'unsafe-inline'",
    'sub_filter __CSP_NONCE__ $request_id;': '',
  });
  await page.goto(`${host.url}/acme-forecast/docker-registry-secrets`);
  await register(page, 'without-nonce');
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  await stop();
  // The only inline script: it sets a chosen colour scheme before the first paint.
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain('inline script');
  complaints.splice(0);
});
