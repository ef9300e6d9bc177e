import type { Page } from '@playwright/test';
import { holdBack } from './held-code.ts';
import { tabTo, tabToAndPress, tabToAndType } from './keyboard.ts';
import { openRegisterPage, validSecret } from './secret-form.ts';
import { hears } from './spoken.ts';
import { expect, test } from './test.ts';

// The whole life of a secret without a mouse: no click anywhere in this file.

async function typeSecret(page: Page, changes: Partial<typeof validSecret> = {}): Promise<void> {
  const secret = { ...validSecret, ...changes };
  await tabToAndType(page.getByLabel('Secret name'), secret.name);
  await tabToAndType(page.getByLabel('Registry host'), secret.host);
  await tabToAndType(page.getByLabel('Username'), secret.username);
  await tabToAndType(page.getByLabel('Access token', { exact: true }), secret.token);
}

test.beforeEach(async ({ page }) => {
  await openRegisterPage(page, 'acme-forecast');
});

test('several registries, found again in the list', async ({ page, stack }) => {
  await page.goto('/acme-forecast/docker-registry-secrets');
  await tabToAndPress(page.getByRole('link', { name: 'Register secret' }), 'Enter');
  await expect(page.getByLabel('Secret name')).toBeFocused();
  await typeSecret(page, { name: 'several', host: 'ghcr.io' });
  await tabToAndPress(page.getByRole('button', { name: 'Add registry' }), 'Enter');
  const second = page.getByRole('group', { name: 'Registry 2' });
  await expect(second.getByLabel('Registry host')).toBeFocused();
  await page.keyboard.type('quay.io');
  await tabToAndType(second.getByLabel('Username'), 'team+puller');
  await tabToAndType(second.getByLabel('Access token', { exact: true }), 'not-a-real-token');
  await tabToAndPress(page.getByRole('button', { name: 'Move registry 2 up' }), 'Enter');
  await tabToAndPress(page.getByRole('button', { name: 'Register', exact: true }), 'Enter');
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  expect(await stack.simulator.storedSecret('acme-forecast', 'several')).toMatch(/quay\.io.*ghcr\.io/);
  await tabToAndPress(page.getByRole('link', { name: 'Back to the list' }), 'Enter');
  await expect(page.getByRole('row', { name: /several/ })).toContainText('quay.io');
  await tabToAndPress(page.getByRole('button', { name: 'Expires' }), 'Enter');
  await expect(page.getByRole('columnheader', { name: 'Expires' })).toHaveAttribute('aria-sort', 'ascending');
});

test('a provider, and what a token reveals', async ({ page }) => {
  await tabTo(page.getByLabel('Registry provider'));
  // A letter that no other option begins with: the browser combines several only if they follow each other quickly.
  await page.keyboard.press('N');
  await expect(page.getByLabel('Registry host')).toHaveValue('nvcr.io');
  await expect(page.getByLabel('Username')).toHaveValue('$oauthtoken');
  await tabToAndType(page.getByLabel('Registry host'), 'ghcr.io');
  await tabToAndType(page.getByLabel('Access token', { exact: true }), `github_pat_${'A1b2'.repeat(20)}`);
  await expect(page.getByText('This host does not accept it.')).toBeVisible();
});

test('import', async ({ page }) => {
  const auths = { 'quay.io': { username: 'team+puller', password: 'not-a-real-token' } };
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify({ auths }));
  await tabToAndPress(page.getByRole('button', { name: 'Import…' }), 'Enter');
  await expect(page.getByLabel('Text to import')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+V');
  await tabToAndPress(page.getByRole('button', { name: 'Add 1 registry' }), 'Enter');
  await expect(page.getByLabel('Registry host')).toHaveValue('quay.io');
});

test('rotate', async ({ page, stack }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await tabTo(page.getByRole('link', { name: 'docker-hub' }));
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Rotate credentials of docker-hub' })).toBeVisible();
  await tabToAndType(page.getByLabel('Registry host'), 'https://index.docker.io');
  await tabToAndType(page.getByLabel('Username'), 'jo');
  await tabToAndType(page.getByLabel('Access token', { exact: true }), 'not-a-real-new-token');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The credentials of docker-hub are rotated')).toBeVisible();
  expect(await stack.simulator.storedSecret('acme-vision', 'docker-hub')).toContain('not-a-real-new-token');
});

test('delete, one and several', async ({ page }) => {
  const letMenuCome = await holdBack(page, 'row-menu');
  await page.goto('/acme-vision/docker-registry-secrets');
  await tabToAndPress(page.getByRole('button', { name: 'More actions for docker-hub' }), 'Enter');
  // While the menu is loading, keys do not move to another row.
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  letMenuCome();
  await expect(page.getByRole('menu', { name: 'More actions for docker-hub' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('docker-hub');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeHidden();

  await tabToAndPress(page.getByRole('checkbox', { name: 'Select all secrets shown' }), 'Space');
  await tabToAndPress(
    page.getByRole('region', { name: '2 selected' }).getByRole('button', { name: 'Delete…' }),
    'Enter',
  );
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^2 secrets in .* deleted$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'No Docker registry secret yet' })).toBeVisible();
});

test('export', async ({ page }) => {
  await typeSecret(page, { host: 'ghcr.io', username: 'octo' });
  await tabToAndPress(page.getByRole('button', { name: 'Request preview' }), 'Enter');
  await tabToAndPress(page.getByRole('button', { name: 'Export…' }), 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await tabTo(dialog.getByRole('tab', { name: 'Request body' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tabToAndPress(dialog.getByRole('checkbox', { name: 'Include credentials' }), 'Space');
  const copied = await hears(page, 'Copied');
  await tabToAndPress(dialog.getByRole('button', { name: 'Copy' }), 'Enter');
  await copied();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('kind: Secret');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export…' })).toBeFocused();
});
