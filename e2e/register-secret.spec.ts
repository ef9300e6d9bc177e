import { heldTexts } from './heap.ts';
import { fillSecretForm, openPreview, openRegisterPage } from './secret-form.ts';
import { hears } from './spoken.ts';
import { expect, expectAccessible, test } from './test.ts';

const password = 'not-a-real "token" \\ with: everything äöü 🔑';

test('a secret is registered, and the simulator holds exactly the bytes that the preview showed', async ({
  page,
  stack,
}) => {
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'ghcr-models', host: 'ghcr.io', username: 'octo', token: password });

  const preview = await openPreview(page);
  await expect(preview).toContainText('POST /api/tenants/acme-vision/v2/admin/dockerRegistrySecrets');
  await expect(preview).toContainText('"password": "••••••••"');
  await expect(preview).not.toContainText('not-a-real');

  await page.getByRole('button', { name: 'Register' }).click();

  const snippet = page.getByRole('region', { name: 'Image pull secret snippet' });
  await expect(snippet).toContainText('- name: ghcr-models');
  await expect(page.getByRole('alert').getByRole('link', { name: 'ghcr-models' })).toHaveAttribute(
    'href',
    '/acme-vision/docker-registry-secrets/ghcr-models',
  );
  const config = JSON.stringify({ auths: { 'ghcr.io': { username: 'octo', password } } });
  const body = JSON.stringify({ name: 'ghcr-models', data: { '.dockerconfigjson': config } });
  expect(await stack.simulator.storedSecret('acme-vision', 'ghcr-models')).toBe(body);
});

test('the snippets for both kinds of templates are copied, and the button says so', async ({ page }) => {
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'quay-models' });
  await page.getByRole('button', { name: 'Register' }).click();

  const snippet = page.getByRole('region', { name: 'Image pull secret snippet' });
  for (const kind of ['WorkflowTemplate', 'ServingTemplate']) {
    await snippet.getByRole('tab', { name: kind }).click();
    const said = await hears(page, 'Copied');
    await snippet.getByRole('button', { name: 'Copy' }).click();
    await said();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`kind: ${kind}`);
    expect(copied).toContain('- name: quay-models');
  }
  await expectAccessible(page);
});

test('a double click sends one request', async ({ page, stack }) => {
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'only-once' });
  await page.getByRole('button', { name: 'Register' }).dblclick();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  const posts = (await stack.simulator.journal()).filter(({ method }) => method === 'POST');
  expect(posts).toHaveLength(1);
});

test('the token can be shown, and is a password field until then', async ({ page }) => {
  await openRegisterPage(page, 'acme-vision');
  const token = page.getByLabel('Access token', { exact: true });
  await expect(token).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show access token' }).click();
  await expect(token).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide access token' }).click();
  await expect(token).toHaveAttribute('type', 'password');
});

test('after success the token is in no storage, no address and nowhere on the page', async ({ page }) => {
  const token = 'not-a-real-token-4711';
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'leaves-no-trace', token });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();

  const traces = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const cacheNames = await caches.keys();
    const stored = [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
    return JSON.stringify({
      stored,
      databases,
      cacheNames,
      cookie: document.cookie,
      page: document.documentElement.outerHTML,
    });
  });
  expect(traces).not.toContain(token);
  expect(requests.join('\n')).not.toContain(token);
  expect(page.url()).not.toContain(token);

  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('row', { name: /leaves-no-trace/ })).toBeVisible();
  expect(await heldTexts(page, [token, 'leaves-no-trace'])).toEqual(['leaves-no-trace']);
});
