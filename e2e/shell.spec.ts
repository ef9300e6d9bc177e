import { holdBack, holdRequests } from './held-code.ts';
import { expect, expectAccessible, test } from './test.ts';

test('the tenant is in the address, selected from the list, and Back returns to the last one', async ({
  page,
}) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  const tenant = page.getByRole('combobox', { name: 'Tenant' });
  await tenant.click();
  await page.getByRole('option', { name: 'Globex' }).click();
  await expect(page).toHaveURL(/\/globex-chat\/docker-registry-secrets$/);
  await expect(page.getByRole('rowheader', { name: 'team-registry-01' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/acme-vision\/docker-registry-secrets$/);
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'team-registry-01' })).toBeHidden();
});

test('the first match is highlighted, Enter goes there, Escape restores', async ({ page }) => {
  await page.goto('/acme-vision/templates');
  const tenant = page.getByRole('combobox', { name: 'Tenant' });
  await tenant.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('a');
  await expect(page.getByRole('option').first()).toHaveClass(/Mui-focused/);
  await page.keyboard.press('Escape');
  await expect(tenant).toHaveValue('acme-vision');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(tenant).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('nobody');
  await expect(page.getByText('No tenant matches')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('globex');
  await expect(page.getByRole('option', { name: 'globex-chat' })).toHaveClass(/Mui-focused/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/globex-chat\/templates$/);
});

test('the tenant is kept on pages of all tenants, in the navigation, the title and for the next visit', async ({
  page,
}) => {
  await page.goto('/globex-chat/docker-registry-secrets');
  await expect(page).toHaveTitle('Docker registry secrets · globex-chat · AI Core Registry Console');
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Tenant' })).toHaveValue('globex-chat');
  const ofTenant = page.getByRole('region', { name: 'Tenant globex-chat' });
  await expect(ofTenant.getByRole('link', { name: 'Templates' })).toHaveAttribute(
    'href',
    '/globex-chat/templates',
  );
  // Recently visited tenants come first, with their known problems.
  await page.getByRole('combobox', { name: 'Tenant' }).click();
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText(
    /^globex-chatFull/,
  );
  await page.keyboard.press('Escape');
  // The current tenant can be selected too.
  await page.getByRole('combobox', { name: 'Tenant' }).click();
  await page.getByRole('option', { name: 'globex-chat' }).click();
  await expect(page).toHaveURL(/\/globex-chat\/docker-registry-secrets$/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/overview$/);
  await expect(page.getByRole('combobox', { name: 'Tenant' })).toHaveValue('globex-chat');
});

test('what is typed while the list of tenants still loads is not lost', async ({ page }) => {
  const release = await holdBack(page, 'tenant-combobox');
  await page.goto('/acme-vision/docker-registry-secrets');
  const tenant = page.getByRole('combobox', { name: 'Tenant' });
  await tenant.click();
  await page.keyboard.type('glob');
  release();
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option', { name: 'globex-chat' })).toBeVisible();
  await expect(tenant).toHaveValue('glob');
  await page.keyboard.type('ex');
  await expect(tenant).toHaveValue('globex');
});

test('onboarding several tenants has its own entry, and an unused page leads on', async ({ page }) => {
  await page.goto('/onboarding');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.locator('[aria-current=page]')).toHaveText('Onboard several');
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('listitem')).toHaveText([
    'All tenants',
    'Onboard several',
  ]);
  await page.goto('/approvals');
  await page.getByRole('main').getByRole('link', { name: 'Roll out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Roll out' })).toBeVisible();
});

test('an unknown tenant and an unknown page say so', async ({ page }) => {
  await page.goto('/nobody/docker-registry-secrets');
  await expect(page.getByRole('heading', { name: 'Unknown tenant' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/acme-vision/no/such/page');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});

test('the colour scheme is chosen, kept, and there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/acme-vision/docker-registry-secrets');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-color-scheme', 'light');
  await page.getByRole('button', { name: 'Colour scheme: System' }).click();
  await page.getByRole('button', { name: 'Colour scheme: Light' }).click();
  await expect(html).toHaveAttribute('data-color-scheme', 'dark');
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await expect(html).toHaveAttribute('data-color-scheme', 'dark');
  await expect(page.getByText('AI Core Registry Console')).toBeVisible();
});

test('on a narrow screen the navigation opens in sight at any scroll position, and closes after a click', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/acme-vision/docker-registry-secrets/new');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation).toBeHidden();
  await page.getByRole('button', { name: 'Import…' }).waitFor();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Menu' }).click();
  const secrets = navigation.getByRole('link', { name: 'Secrets', exact: true });
  await expect(secrets).toBeInViewport({ ratio: 1 });
  await secrets.click();
  await expect(navigation).toBeHidden();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('on a page of all tenants, a new browser selects the first tenant everywhere', async ({ page }) => {
  await page.goto('/overview');
  await expect(page.getByRole('combobox', { name: 'Tenant' })).toHaveValue('acme-forecast');
  await expect(page.getByRole('region', { name: 'Tenant acme-forecast' })).toBeVisible();
});

test('the row height is chosen, kept, and forgotten on request', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  const row = page.getByRole('row', { name: /docker-hub/ });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Compact' }).check();
  await page.keyboard.press('Escape');
  await expect(row).toHaveCSS('height', '32px');
  await page.reload();
  await expect(row).toHaveCSS('height', '32px');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'What this console remembers' }).click();
  const secrets = page.getByRole('listitem').filter({ hasText: 'Registries, usernames and dates' });
  await expect(secrets).toContainText('Stored by the gateway');
  await expect(secrets.getByRole('button', { name: 'Forget' })).toBeDisabled();
  const tenants = page.getByRole('listitem').filter({ hasText: 'Recently visited tenants' });
  await expect(tenants).toContainText('1 tenant');
  await tenants.getByRole('button', { name: 'Forget' }).click();
  await expect(tenants).toContainText('0 tenants');
  await page.getByRole('button', { name: 'Forget: Language, rows, colours and shortcuts' }).click();
  await page.keyboard.press('Escape');
  await expect(row).toHaveCSS('height', '40px');
});

test('on paper there is only the sheet, in light, with tenant and time first', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByText(/^acme-vision · .*20\d\d/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'light');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('combobox')).toHaveCount(0);
  // The printed page still says to which resource group a list belongs.
  await page.goto('/acme-vision/object-store-secrets');
  await expect(page.getByRole('combobox', { name: 'Resource group' })).toHaveValue('default');
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
});

test('nothing moves for people who prefer reduced motion', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  const letThrough = await holdRequests(page, '**/v2/admin/*?*');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('button', { name: 'More actions for docker-hub' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await page.evaluate(longestMotion)).toBeGreaterThan(0.1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.evaluate(longestMotion)).toBe(0);
  letThrough();
});

test('bars are visible in forced colours too', async ({ page, stack }) => {
  const registries = [{ host: 'ghcr.io', username: 'octo' }];
  const noted = await page.request.put(`${stack.url}/api/tenants/acme-vision/secret-notes/docker-hub`, {
    data: { registries, expiresAt: '2035-03-31', note: '' },
    headers: { origin: stack.url },
  });
  expect(noted.ok()).toBe(true);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/acme-vision/docker-registry-secrets');
  const quota = page.getByText('3 of 50 used').locator('[aria-hidden] > *');
  const fuse = page.getByRole('row', { name: /docker-hub/ }).locator('[data-kind=valid] > *');
  await expect(quota).toHaveAttribute('style', /width: ?6%/);
  await expect(fuse).toHaveAttribute('style', /width: ?100%/);
  for (const bar of [quota, fuse]) {
    const [ofBar, ofGround] = await bar.evaluate(coloursOf);
    expect(ofBar).not.toBe(ofGround);
  }
  await page.goto('/overview');
  const cell = page.getByRole('row', { name: /^acme-vision/ }).getByRole('gridcell', { name: /\d d$/ });
  const [ofBar, ofGround] = await cell.evaluate(coloursOf);
  expect(ofBar).not.toBe(ofGround);
});

/** The longest animation or transition, in seconds. */
function longestMotion(): number {
  const all = [...document.querySelectorAll('*')].flatMap((element) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
    return animationName === 'none' ? [transitionDuration] : [transitionDuration, animationDuration];
  });
  return Math.max(...all.flatMap((list) => list.split(',')).map((one) => Number.parseFloat(one)));
}

/** The colours of a bar, which the matrix draws in `::after` of its cell, and of the ground below it. */
function coloursOf(bar: Element): [string, string] {
  const drawn = getComputedStyle(bar, bar.matches('[role=gridcell]') ? '::after' : undefined);
  return [drawn.backgroundColor, getComputedStyle(document.body).backgroundColor];
}
