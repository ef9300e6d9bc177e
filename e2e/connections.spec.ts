import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { addConnection, connectionRow as row, fillConnectionForm } from './connection-form.ts';
import { holdBack, holdRequests } from './held-code.ts';
import { hears } from './spoken.ts';
import { startProcess } from './stack.ts';
import { expect, expectAccessible, test } from './test.ts';

const acme = { label: 'Acme by hand', address: '/api/tenants/acme-vision' };

function stored(page: Page): Promise<unknown> {
  return page.evaluate((): unknown => JSON.parse(localStorage.getItem('connections-1') ?? 'null'));
}

test('the gateway’s connections are listed with the full address of their calls', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Connections' }).click();
  await expect(page.getByRole('heading', { name: 'Connections', level: 1 })).toBeVisible();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(3);
  await expect(row(page, 'acme-vision').getByText('/api/tenants/acme-vision')).toHaveAttribute(
    'title',
    /^http:\/\/127\.0\.0\.1:\d+\/api\/tenants\/acme-vision\/v2\/admin\/…$/,
  );
  await expect(row(page, 'acme-vision')).toContainText('Proxy');
  await expect(row(page, 'acme-vision').getByRole('link', { name: 'Edit' })).toBeHidden();
});

test('a connection is added, serves every page as a tenant, and is there after a reload', async ({
  page,
  stack,
}) => {
  await addConnection(page, acme);
  expect(await stored(page)).toEqual([
    { id: 'acme-by-hand', label: 'Acme by hand', baseUrl: '/api/tenants/acme-vision', auth: 'proxy' },
  ]);
  await page.reload();
  await row(page, 'Acme by hand').getByRole('link', { name: 'Open Acme by hand' }).click();
  await expect(page).toHaveURL(/\/acme-by-hand\/docker-registry-secrets$/);
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Tenant' })).toHaveValue('Acme by hand');
  await page.getByRole('combobox', { name: 'Tenant' }).click();
  await expect(page.getByRole('option', { name: /Acme by hand/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/acme-by-hand/docker-registry-secrets/new');
  await page.getByLabel('Secret name').fill('by-hand');
  await page.getByLabel('Registry host').fill('registry.example.com');
  await page.getByLabel('Username').fill('jo');
  await page.getByLabel('Access token', { exact: true }).fill('not-a-real-token');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  expect(await stack.simulator.storedSecret('acme-vision', 'by-hand')).toContain('registry.example.com');
});

test('the form reports errors before it saves, and leaving it half-filled asks first', async ({ page }) => {
  await page.goto('/connections/new');
  await page.getByRole('button', { name: 'Add connection' }).click();
  await expect(page.getByText('Enter a label.')).toBeVisible();
  await expect(page.getByText('Enter the proxy’s address')).toBeVisible();
  await expect(page.getByLabel('Label')).toBeFocused();

  await fillConnectionForm(page, { label: 'ACME-vision', address: 'http://proxy.example.com/v2/admin' });
  await page.getByRole('button', { name: 'Add connection' }).click();
  await expect(page.getByText('Another connection has the label “ACME-vision”.')).toBeVisible();
  await page.getByRole('button', { name: 'Use https://proxy.example.com/v2/admin' }).click();
  await page.getByRole('button', { name: 'Use https://proxy.example.com', exact: true }).click();
  await expect(page.getByLabel('Proxy address')).toHaveValue('https://proxy.example.com');
  await expect(page.getByText('https://proxy.example.com/v2/admin/…')).toBeVisible();
  await page.getByLabel('Proxy address').fill('https://api.ai.prod.eu-central-1.aws.ml.hana.ondemand.com');
  await expect(page.getByText('This is AI Core itself.')).toBeVisible();

  await page.getByRole('radio', { name: 'Bearer token' }).check();
  await page.getByRole('textbox', { name: 'Bearer token' }).fill('{"clientid":"x","clientsecret":"y"}');
  await page.getByRole('button', { name: 'Add connection' }).click();
  await expect(page.getByText('This is a service key.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Label')).toHaveValue('ACME-vision');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: 'Connections', level: 1 })).toBeVisible();
  expect(await stored(page)).toBeNull();
});

test('a new label keeps the id; a new address shows its own content, and nothing from before', async ({
  page,
}) => {
  await addConnection(page, acme);
  await page.getByRole('link', { name: 'Open Acme by hand' }).click();
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Edit Acme by hand' }).click();
  await fillConnectionForm(page, { label: 'Globex by hand', address: '/api/tenants/globex-chat' });
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await stored(page)).toEqual([
    { id: 'acme-by-hand', label: 'Globex by hand', baseUrl: '/api/tenants/globex-chat', auth: 'proxy' },
  ]);
  // Records every name that is ever rendered, so that not even a flash of the other tenant's list is missed.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const note = () => seen.push(...[...document.querySelectorAll('tbody th')].map((th) => th.textContent));
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('link', { name: 'Open Globex by hand' }).click();
  await expect(page.getByRole('rowheader', { name: 'team-registry-01' })).toBeVisible();
  const seen = await page.evaluate((): unknown => Reflect.get(window, 'seen'));
  expect(seen).toContain('team-registry-01');
  expect(seen).not.toContain('docker-hub');
});

test('Undo restores a removed connection; otherwise its addresses lead nowhere', async ({ page }) => {
  await page.goto('/connections/new');
  await fillConnectionForm(page, acme);
  const added = await hears(page, 'Added Acme by hand.');
  await page.getByRole('button', { name: 'Add connection' }).click();
  await added();
  const removed = await hears(page, 'Removed Acme by hand.');
  await page.getByRole('button', { name: 'Remove Acme by hand' }).click();
  await removed();
  await expect(row(page, 'Acme by hand')).toBeHidden();
  expect(await stored(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Acme by hand')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Acme by hand' }).press('Enter');
  await expect(row(page, 'Acme by hand')).toBeHidden();
  // The Undo button would be far away by Tab. In a field the keys belong to the field.
  await page.getByRole('searchbox', { name: 'Search connections' }).press('ControlOrMeta+Z');
  await page.getByRole('button', { name: 'Refresh' }).focus();
  await expect(row(page, 'Acme by hand')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(row(page, 'Acme by hand')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Acme by hand' }).click();
  await expect(row(page, 'Acme by hand')).toBeHidden();
  await page.goto('/acme-by-hand/docker-registry-secrets');
  await expect(page.getByRole('heading', { name: 'Unknown tenant' })).toBeVisible();
  await page.goto('/connections/acme-by-hand/edit');
  await expect(page.getByRole('heading', { name: 'Connection not found' })).toBeVisible();
});

test('another tab shows changes at once', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('/connections');
  await addConnection(page, acme);
  await expect(row(other, 'Acme by hand')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Acme by hand' }).click();
  await expect(row(other, 'Acme by hand')).toBeHidden();
});

test('if another tab removes its connection, a form keeps what was typed until it is left', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await addConnection(other, acme);
  const release = await holdBack(page, 'tenant-banners');
  await page.goto('/acme-by-hand/docker-registry-secrets/new');
  const name = page.getByLabel('Secret name');
  await name.pressSequentially('half');
  await other.getByRole('button', { name: 'Remove Acme by hand' }).click();
  // The message appears even if its code comes late, and typing is not interrupted.
  release();
  await expect(page.getByText('The connection Acme by hand was removed.')).toBeVisible();
  await page.keyboard.type('-typed');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('half-typed');

  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('was removed.')).toBeHidden();
  await expect(page.getByLabel('Secret name')).toHaveValue('half-typed');

  await other.getByRole('button', { name: 'Remove Acme by hand' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: 'Unknown tenant' })).toBeVisible();
});

for (const [what, text] of [
  ['no JSON', '{"half'],
  ['another shape', '[{"id":1}]'],
] as const) {
  test(`a stored list that is ${what} is ignored with a notice, and nothing else suffers`, async ({
    page,
  }) => {
    await page.addInitScript((damaged) => {
      if (sessionStorage.getItem('damaged-once') === null) localStorage.setItem('connections-1', damaged);
      sessionStorage.setItem('damaged-once', 'yes');
    }, text);
    await page.goto('/acme-vision/docker-registry-secrets');
    await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
    await page.goto('/connections');
    await expect(page.getByText('The connections stored in this browser cannot be read')).toBeVisible();
    await expect(row(page, 'acme-vision')).toBeVisible();
    await page.getByRole('button', { name: 'Remove them' }).click();
    await expect(page.getByText('The connections stored in this browser cannot be read')).toBeHidden();
    await addConnection(page, acme);
    await page.reload();
    await expect(row(page, 'Acme by hand')).toBeVisible();
  });
}

test('an unusable service key is reported until it is fixed, and the others work', async ({
  page,
  stack,
}) => {
  const keysDir = await mkdtemp(path.join(tmpdir(), 'broken-keys-'));
  await cp(stack.keysDir, keysDir, { recursive: true });
  const good = await readFile(path.join(keysDir, 'globex-chat.json'), 'utf8');
  await writeFile(path.join(keysDir, 'globex-chat.json'), '{"clientid":');
  const gateway = await startProcess('gateway/main.ts', [], { AICORE_SERVICE_KEYS_DIR: keysDir });
  await page.goto(`${gateway.url}/connections`);
  const alert = page.getByRole('alert').filter({ hasText: '1 service key cannot be used' });
  await expect(alert).toContainText('globex-chat.json');
  await expect(row(page, 'acme-vision')).toBeVisible();
  await expect(row(page, 'globex-chat')).toBeHidden();

  await writeFile(path.join(keysDir, 'globex-chat.json'), good);
  await page.getByRole('link', { name: 'Secrets', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Docker registry secrets', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Connections' }).click();
  await expect(row(page, 'globex-chat')).toBeVisible();
  await expect(alert).toBeHidden();
  await gateway.stop();
  await rm(keysDir, { recursive: true });
});

test('a service key that expires within seven days is shown with its expiry', async ({ page, stack }) => {
  const keysDir = await mkdtemp(path.join(tmpdir(), 'ending-keys-'));
  await cp(stack.keysDir, keysDir, { recursive: true });
  const { clientsecret: _secret, ...rest } = JSON.parse(
    await readFile(path.join(keysDir, 'globex-chat.json'), 'utf8'),
  );
  const make = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key.pem -out cert.pem';
  execFileSync('openssl', `req -x509 ${make} -days 3 -subj /CN=test`.split(' '), {
    cwd: keysDir,
    stdio: 'pipe',
  });
  const [certificate, key] = await Promise.all(
    ['cert.pem', 'key.pem'].map((name) => readFile(path.join(keysDir, name), 'utf8')),
  );
  const ending = { ...rest, certificate, key, certurl: rest.url };
  await writeFile(path.join(keysDir, 'globex-chat.json'), JSON.stringify(ending));
  const gateway = await startProcess('gateway/main.ts', [], { AICORE_SERVICE_KEYS_DIR: keysDir });
  await page.goto(`${gateway.url}/connections`);
  await expect(page.getByRole('alert')).toHaveText(
    /^The service key of “globex-chat” expires on .*202\d.*\. Give the gateway a new one before then\.$/,
  );
  await gateway.stop();
  await rm(keysDir, { recursive: true });
});

test('300 connections are searched, and tested as a whole', async ({ page, stack }) => {
  await stack.simulator.failTenant('globex-chat', 'fail-403');
  const many = Array.from({ length: 297 }, (_, index) => ({
    id: `many-${index}`,
    label: `Many ${index}`,
    baseUrl: `/api/tenants/many-${index}`,
    auth: 'proxy',
  }));
  await page.addInitScript((list) => localStorage.setItem('connections-1', list), JSON.stringify(many));
  await page.goto('/connections');
  await page.getByRole('searchbox', { name: 'Search connections' }).fill('many-11');
  await expect(page.getByRole('status').filter({ hasText: / of \d+ connections shown/ })).toBeVisible();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(11);
  await expect(row(page, 'Many 11')).toBeVisible();
  await page.getByRole('button', { name: 'Test all' }).click();
  await expect(page.getByText('11 connections tested, 11 need attention')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search connections' }).fill('');
  expect(await page.getByRole('table').getByRole('row').count()).toBeLessThan(60);

  const letThrough = await holdRequests(page, '**/api/tenants/acme-vision/**');
  await page.getByRole('button', { name: 'Test all' }).click();
  await expect(page.getByRole('progressbar', { name: 'Testing connections' })).toBeVisible();
  letThrough();
  await expect(page.getByText('300 connections tested, 298 need attention')).toBeVisible({ timeout: 45_000 });
  await page.getByRole('searchbox', { name: 'Search connections' }).fill('a');
  await expect(row(page, 'acme-vision')).toContainText(/Works.*3 of 50/);
  await expect(row(page, 'globex-chat')).toContainText('Forbidden');
  await page.getByRole('button', { name: /^Need attention/ }).click();
  await expect(row(page, 'acme-vision')).toBeHidden();
  await expect(page.getByRole('alert').first()).toContainText('may not administer this tenant (403)');
  // The address contains the filter, so that going back restores it.
  await expect(page).toHaveURL(/\/connections\?show=failed&search=a$/);
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: /^Need attention/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('searchbox', { name: 'Search connections' })).toHaveValue('a');
  await page.getByRole('button', { name: /^All/ }).click();
  await expect(page).toHaveURL(/\/connections\?search=a$/);
});

test('all of it works by keyboard alone', async ({ page }) => {
  const tabTo = async (target: Locator) => {
    while (!(await target.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Tab');
    }
  };
  await page.goto('/connections');
  await expect(row(page, 'acme-vision')).toBeVisible();
  await tabTo(page.getByRole('link', { name: 'Add connection' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Label')).toBeFocused();
  await page.keyboard.type('Typed');
  await page.keyboard.press('Tab');
  await page.keyboard.type('/api/tenants/acme-forecast');
  await tabTo(page.getByRole('button', { name: 'Test connection' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The connection works.')).toBeVisible();
  await page.getByLabel('Label').focus();
  await page.keyboard.press('Enter');
  await expect(row(page, 'Typed')).toBeVisible();
  await tabTo(page.getByRole('button', { name: 'Remove Typed' }));
  await page.keyboard.press('Enter');
  await expect(row(page, 'Typed')).toBeHidden();
});

test('at 390 px nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const label = 'A long label without any breaks_in_it_at_all_whatever';
  await addConnection(page, { label, address: `https://proxy.example.com/${'very-long-path/'.repeat(8)}` });
  for (const address of ['/connections', '/connections/new']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
  await page.goto('/connections');
  const more = page.getByRole('button', { name: `More actions for ${label}` });
  expect((await page.getByRole('row').filter({ has: more }).boundingBox())?.height).toBe(64);
  await more.click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(more).toBeHidden();
});
