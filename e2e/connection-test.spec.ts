import type { Page } from '@playwright/test';
import { addConnection, connectionRow, fillConnectionForm } from './connection-form.ts';
import { answering, fetchToken, forwardingTo, refusingUrl, startServer, type TinyServer } from './proxies.ts';
import { startProcess } from './stack.ts';
import { expect, expectAccessible, test as base } from './test.ts';

interface Proxies {
  readonly refused: string;
  readonly withoutCors: string;
  readonly html: string;
  readonly unauthorized: string;
  readonly forbidden: string;
  readonly redirecting: string;
  readonly missing: string;
  readonly failing: string;
  readonly forwarding: string;
}

const error = (code: string) =>
  JSON.stringify({ error: { code, message: 'Said by the proxy.', requestId: 'r-1' } });
const json = { 'content-type': 'application/json' };

/** Proxies of every kind, and a gateway whose policy allows its page to call them. */
const test = base.extend<{ proxies: Proxies; consoleUrl: string }>({
  proxies: async ({ stack, servers }, use) => {
    const { urls } = await servers.keep(`proxies to ${stack.simulator.url}`, () =>
      startProxies(stack.simulator.url),
    );
    await use(urls);
  },
  consoleUrl: async ({ stack, proxies, servers }, use) => {
    const mayCall = Object.values(proxies).join(',');
    const start = () =>
      startProcess('gateway/main.ts', [], { AICORE_SERVICE_KEYS_DIR: stack.keysDir, CONNECT_SRC: mayCall });
    const { url } = await servers.keep(`console that may call ${mayCall}`, start);
    await use(url);
  },
  baseURL: ({ consoleUrl }, use) => use(consoleUrl),
});

async function startProxies(target: string) {
  const started: TinyServer[] = [];
  const start = async (...answer: Parameters<typeof answering>) => {
    const server = await startServer(answering(...answer));
    started.push(server);
    return server.url;
  };
  const forwarding = await startServer(forwardingTo(target));
  started.push(forwarding);
  const urls: Proxies = {
    refused: await refusingUrl(),
    withoutCors: await start(200, json, '{}', false),
    html: await start(200, { 'content-type': 'text/html' }, '<h1>It works!</h1>'),
    unauthorized: await start(401, json, error('Unauthorized')),
    forbidden: await start(403, json, error('Forbidden')),
    redirecting: await start(302, { location: 'https://login.example.com/' }, ''),
    missing: await start(404, { 'content-type': 'text/html' }, 'no such page'),
    failing: await start(503, json, error('ServiceUnavailable')),
    forwarding: forwarding.url,
  };
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
  };
  return { urls, stop };
}

async function testInForm(page: Page, address: string, token?: string): Promise<void> {
  await page.goto('/connections/new');
  await fillConnectionForm(page, { label: 'Try', address, bearer: true, ...(token && { token }) });
  await page.getByRole('button', { name: 'Test connection' }).click();
}

/** Drops the browser's own messages about failed requests; the page shows better ones. */
function dropNetworkErrors(complaints: string[]): void {
  const rest = complaints.filter((text) => !/CORS policy|Content Security Policy|ERR_|redirect/.test(text));
  complaints.splice(0, complaints.length, ...rest);
}

const verdicts = [
  { proxy: 'refused', says: 'Not reachable: nothing answered.', advises: 'that the proxy is running' },
  {
    proxy: 'withoutCors',
    says: 'Blocked by CORS',
    advises: 'Allow this origin in the proxy: http://127.0.0.1',
  },
  { proxy: 'html', says: 'Not an AI Core API: something else answered.', advises: '/v2/admin/…' },
  { proxy: 'missing', says: 'nothing exists at this address (404)', advises: 'especially its path' },
  { proxy: 'redirecting', says: 'the address redirects', advises: 'without a sign-in page' },
  { proxy: 'unauthorized', says: 'AI Core rejected the token (401)', advises: 'Enter a new one' },
  {
    proxy: 'forbidden',
    says: 'may not administer this tenant (403)',
    advises: 'that may administer the tenant',
  },
  { proxy: 'failing', says: 'AI Core failed to carry out the request (503)', advises: 'Said by the proxy.' },
] as const;

test('each failure of a proxy has its verdict and says what to do', async ({ page, proxies, complaints }) => {
  await page.goto('/connections/new');
  for (const { proxy, says, advises } of verdicts) {
    const typed = { label: 'Try', address: proxies[proxy], token: 'not-a-real-token' };
    await fillConnectionForm(page, typed);
    await page.getByRole('button', { name: 'Test connection' }).click();
    const alert = page.getByRole('alert').filter({ hasText: says });
    await expect(alert).toContainText(advises);
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(1);
  }
  dropNetworkErrors(complaints);
});

test('an address that this console’s policy forbids is reported as such, and nothing is sent to it', async ({
  page,
  complaints,
}) => {
  let requests = 0;
  const server = await startServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await testInForm(page, server.url, 'not-a-real-token');
  const alert = page.getByRole('alert').filter({ hasText: 'content security policy' });
  await expect(alert).toContainText(`CONNECT_SRC=${server.url}`);
  expect(requests).toBe(0);
  await expectAccessible(page);
  await server.stop();
  expect(complaints.join('\n')).toContain('Content Security Policy');
  dropNetworkErrors(complaints);
});

test('the test works without a token; a typed token is tried before it is kept', async ({
  page,
  stack,
  proxies,
}) => {
  await testInForm(page, proxies.forwarding);
  await expect(page.getByRole('alert')).toContainText('A token is needed (401)');
  await expect(page.getByRole('alert')).toContainText('AI Core answers at this address');

  const token = await fetchToken(stack.keysDir, 'acme-vision');
  await page.getByRole('textbox', { name: 'Bearer token' }).fill(token);
  await page.getByRole('button', { name: 'Test connection' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'The connection works.' });
  await expect(alert).toContainText(/Tenant ID[\da-f-]{36}/);
  await expect(alert).toContainText('extended');
  await expect(alert).toContainText('3 of 50 used');
});

test('a connection of the gateway is tested in the list, and its failure is explained', async ({
  page,
  stack,
}) => {
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Test connection globex-chat' }).click();
  await expect(page.getByRole('alert')).toContainText('The connection works.');
  await expect(page.getByRole('alert')).toContainText('50 of 50 used');
  await expect(connectionRow(page, 'globex-chat')).toContainText(/Works.*50 of 50/);

  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await page.getByRole('button', { name: 'Test connection acme-vision' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'may not administer this tenant (403)' });
  await expect(alert).toContainText('Request ID');
});

test('a connection on another origin registers a secret with the user’s token', async ({
  page,
  stack,
  proxies,
}) => {
  const token = await fetchToken(stack.keysDir, 'acme-forecast');
  await addConnection(page, { label: 'Elsewhere', address: proxies.forwarding, token });
  await page.getByRole('link', { name: 'Open Elsewhere' }).click();
  await expect(page).toHaveURL(/\/elsewhere\/docker-registry-secrets$/);
  await expect(page.getByRole('heading', { name: 'No Docker registry secret yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Register secret' }).click();
  await page.getByLabel('Secret name').fill('from-elsewhere');
  await page.getByLabel('Registry host').fill('registry.example.com');
  await page.getByLabel('Username').fill('jo');
  await page.getByLabel('Access token', { exact: true }).fill('not-a-real-token');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  expect(await stack.simulator.storedSecret('acme-forecast', 'from-elsewhere')).toContain('"jo');
});
