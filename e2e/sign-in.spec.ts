import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestProvider, testClientId } from '../gateway/testing/test-provider.ts';
import { refusingUrl } from './proxies.ts';
import {
  choose,
  finished,
  holders,
  openTenants,
  statesOf,
  writesAnswered,
  writesByTenant,
} from './rollout-page.ts';
import { fillSecretForm, registered, validSecret } from './secret-form.ts';
import { hears } from './spoken.ts';
import { startStack, type Stack } from './stack.ts';
import { expect, test as base } from './test.ts';

const list = '/acme-vision/docker-registry-secrets';

const signedIn = base.extend({
  stack: [
    async ({ servers }, use) => {
      await use(await servers.keep('signs in by OpenID', () => startWithProvider()));
    },
    { scope: 'test', timeout: 60_000 },
  ],
});

const signedInToMany = base.extend({
  stack: [
    async ({ servers }, use) => {
      await use(
        await servers.keep('signs in by OpenID to many', () => startWithProvider(['--tenants', '40'])),
      );
    },
    { scope: 'test', timeout: 60_000 },
  ],
});

async function startWithProvider(simulatorFlags: string[] = []): Promise<Stack> {
  const url = await refusingUrl();
  const provider = await startTestProvider(url);
  const stack = await startStack(simulatorFlags, {
    PORT: new URL(url).port,
    PUBLIC_URL: url,
    CONSOLE_AUTH: 'oidc',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: testClientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_SCOPES: 'openid profile groups',
  });
  const stop = async () => {
    await Promise.all([stack.stop(), provider.stop()]);
  };
  return { ...stack, url, stop };
}

signedIn(
  'a deep link leads through the sign-in to its page, which says that everybody is an editor and lets one sign out',
  async ({ page, stack }) => {
    await page.goto('/acme-vision/templates?secret=docker-hub');
    await expect(page).toHaveURL(`${stack.url}/acme-vision/templates?secret=docker-hub`);
    await page.goto('/connections');
    await expect(page.getByText('Everyone who signs in is an editor of every tenant.')).toBeVisible();
    await page.getByRole('button', { name: 'Jo Weber, Settings' }).click();
    const menu = page.getByRole('dialog', { name: 'Settings' });
    await expect(menu).toContainText('Jo Weber');
    await expect(menu).toContainText('Editor');
    await menu.getByRole('link', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /sign me out/i }).click();
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    const config = await page.request.get('/config.json');
    expect(config.status()).toBe(401);
  },
);

signedIn(
  'when a session ends, nothing typed is lost: after the sign-in the write continues, once',
  async ({ page, stack, context }) => {
    await page.goto(`${list}/new`);
    await fillSecretForm(page);
    await context.clearCookies({ name: /-session$/ });
    await page.getByRole('button', { name: 'Register' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
    await dialog.getByRole('button', { name: 'Not now' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'a sign-in page answered' })).toBeVisible();
    await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);

    await page.getByRole('button', { name: 'Register' }).click();
    await dialog.getByRole('link', { name: 'Sign in' }).click();
    await registered(page);
    await expect(dialog).toBeHidden();
    const writes = (await stack.simulator.journal()).filter(({ method }) => method === 'POST');
    expect(writes.filter(({ path: called }) => called.includes('dockerRegistrySecrets'))).toHaveLength(1);
  },
);

signedInToMany(
  'a session that ends during a rollout stops it, and after the sign-in it continues with the rest',
  async ({ page, stack, context }) => {
    await openTenants(page, 'over-the-end');
    await choose(page, ['tenant-']);
    const some = writesAnswered(page, 3);
    await page.getByRole('button', { name: 'Roll out to 37 tenants' }).click();
    await some;
    await context.clearCookies({ name: /-session$/ });
    const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
    await dialog.getByRole('button', { name: 'Not now' }).click();
    await expect(page.getByText('You are signed out. Resume to sign in again.')).toBeVisible();
    const written = (await holders(stack, 'over-the-end')).length;
    expect(written).toBeGreaterThanOrEqual(3);
    expect(written).toBeLessThan(37);

    await page.getByRole('button', { name: 'Resume' }).click();
    await dialog.getByRole('link', { name: 'Sign in' }).click();
    await finished(page);
    const all = await holders(stack, 'over-the-end');
    expect(all).toHaveLength(37);
    expect((await statesOf(page, 'done')).toSorted()).toEqual(all);
    for (const [tenantId, writes] of await writesByTenant(stack))
      expect([tenantId, writes]).toEqual([tenantId, ['POST 202']]);
  },
);

signedIn('reads in the background do not interrupt typing with the sign-in', async ({ page, context }) => {
  await page.goto(list);
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await context.clearCookies({ name: /-session$/ });
  const search = page.getByLabel('Search secrets');
  await search.focus();
  const refused = page.waitForResponse((answer) => answer.status() === 401);
  // Without a real click, which would move the focus.
  await page.getByRole('button', { name: 'Refresh' }).dispatchEvent('click');
  await refused;
  await search.pressSequentially('docker');
  const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
  await expect(search).toHaveValue('docker');
  await expect(dialog).toBeHidden();
  await search.blur();
  await dialog.getByRole('link', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
});

const viewing = base.extend({
  stack: [
    async ({ servers }, use) => {
      await use(await servers.keep('with an access file', startWithAccessFile));
    },
    { scope: 'test', timeout: 60_000 },
  ],
  extraHTTPHeaders: { 'x-forwarded-user': 'al', 'x-forwarded-groups': 'readers,builders' },
});

async function startWithAccessFile(): Promise<Stack> {
  const folder = await mkdtemp(path.join(tmpdir(), 'access-file-'));
  const file = path.join(folder, 'access.yaml');
  await writeFile(
    file,
    `groups:\n  readers: { role: viewer, tenants: ['acme-vision'] }\n  builders: { role: editor, tenants: ['acme-forecast'] }\n`,
  );
  const stack = await startStack([], {
    CONSOLE_AUTH: 'header',
    TRUSTED_PROXIES: '127.0.0.1',
    CONSOLE_ACCESS_FILE: file,
  });
  const stop = async () => {
    await stack.stop();
    await rm(folder, { recursive: true });
  };
  return { ...stack, stop };
}

const reason = 'Your role is read-only: you can view and copy.';

viewing(
  'a viewer reaches every disabled action by keyboard, and hears why it does nothing',
  async ({ page }) => {
    await page.goto(list);
    await expect(page.getByRole('note')).toHaveText(reason);
    const register = page.getByRole('link', { name: 'Register secret' });
    await expect(register).toHaveAttribute('aria-disabled', 'true');
    await expect(register).toHaveAccessibleDescription(reason);
    await register.focus();
    const told = await hears(page, reason);
    await page.keyboard.press('Enter');
    await told();
    await expect(page).toHaveURL(list);

    await page.getByRole('button', { name: 'More actions for docker-hub' }).focus();
    await page.keyboard.press('Enter');
    const remove = page.getByRole('menuitem', { name: 'Delete' });
    await expect(remove).toHaveAccessibleDescription(reason);
    await page.keyboard.press('End');
    await expect(remove).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(page.getByRole('dialog')).toBeHidden();

    // Shortcuts and addresses lead to a page with the reason instead of the form.
    await page.keyboard.press('n');
    await expect(page).toHaveURL(`${list}/new`);
    await expect(page.getByRole('heading', { name: 'Your role does not allow' })).toBeVisible();
    await expect(page.getByLabel('Access token')).toBeHidden();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('combobox', { name: 'Search or run' });
    await palette.fill('docker-hub');
    await expect(page.getByRole('option')).toHaveText(['docker-hub']);
    await palette.fill('register');
    await expect(page.getByRole('option', { name: 'Register secret' })).toBeHidden();

    // The shared details of a secret cannot be changed either, nor completed from what this browser knows.
    const earlier = [
      { connectionId: 'acme-vision', name: 'harbor-training', registries: [{ host: 'ghcr.io' }] },
    ];
    await page.evaluate(
      (text) => localStorage.setItem('remembered-secrets-1', text),
      JSON.stringify(earlier),
    );
    await page.goto(list);
    const details = page.getByRole('button', { name: 'Add details of docker-hub' });
    const share = page.getByRole('button', { name: 'Share', exact: true });
    for (const button of [details, share]) await expect(button).toHaveAccessibleDescription(reason);
    await page.goto(`${list}/docker-hub`);
    const own = page.getByRole('main').getByRole('button', { name: 'Add details', exact: true });
    const expiry = page.getByRole('main').getByRole('button', { name: 'Change expiry…', exact: true });
    for (const button of [own, expiry]) await expect(button).toHaveAccessibleDescription(reason);
    const toldAgain = await hears(page, reason);
    await expiry.press('Enter');
    await toldAgain();
    await expect(page.getByRole('dialog')).toBeHidden();
  },
);

viewing('the read-only banner is fetched before a read-only tenant is opened', async ({ page }) => {
  await page.goto('/acme-forecast/docker-registry-secrets');
  await expect(page.getByRole('link', { name: 'Register secret' })).toBeVisible();
  const scripts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(' '),
    );
  await expect.poll(scripts).toContain('tenant-banners');
  await expect(page.getByRole('note')).toBeHidden();
});

viewing('a rollout goes only to tenants where one may write', async ({ page }) => {
  await page.goto('/rollout');
  await fillSecretForm(page);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  const rows = page.getByRole('row');
  const locked = rows.filter({ hasText: 'Your role is read-only here.' });
  await expect(locked).toHaveCount(1);
  await locked.getByRole('checkbox').click({ force: true });
  await expect(locked.getByRole('checkbox')).not.toBeChecked();
  const all = page.getByRole('checkbox', { name: 'Select all shown' });
  await all.check();
  await expect(page.getByRole('checkbox', { name: 'Select acme-forecast' })).toBeChecked();
  await expect(locked.getByRole('checkbox')).not.toBeChecked();
  await all.uncheck();
  await expect(page.getByRole('checkbox', { name: 'Select acme-forecast' })).not.toBeChecked();
});

viewing('a tenant that one may not see looks like one that does not exist', async ({ page }) => {
  const texts: string[] = [];
  for (const tenant of ['globex-chat', 'nonsuch']) {
    await page.goto(`/${tenant}/git-repositories`);
    await expect(page.getByRole('heading', { name: 'Unknown tenant' })).toBeVisible();
    texts.push((await page.getByRole('main').innerText()).replaceAll(tenant, '…'));
  }
  expect(texts[0]).toBe(texts[1]);
});

viewing(
  'people without any rights are told whom to ask, before they enter anything',
  async ({ browser, baseURL }) => {
    const visit = async (groups: string, address: string) => {
      const headers = { 'x-forwarded-user': 'kim', 'x-forwarded-groups': groups };
      const context = await browser.newContext({ extraHTTPHeaders: headers, ...(baseURL && { baseURL }) });
      const page = await context.newPage();
      await page.goto(address);
      return page;
    };
    const stranger = await visit('others', '/');
    await expect(stranger.getByRole('heading', { name: 'No tenant for you yet' })).toBeVisible();
    await expect(stranger.getByRole('main')).not.toContainText('AICORE_SERVICE_KEY');
    const reader = await visit('readers', '/rollout');
    await expect(reader.getByRole('heading', { name: 'Your role is read-only' })).toBeVisible();
    await expect(reader.getByLabel('Access token')).toBeHidden();
    await Promise.all([stranger, reader].map((page) => page.context().close()));
  },
);
