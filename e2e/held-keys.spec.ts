import { holdBack } from './held-code.ts';
import { expect, test } from './test.ts';

test('what is typed while the palette loads goes into its search, and nowhere else', async ({ page }) => {
  const letItCome = await holdBack(page, 'command-palette');
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub/rotate');
  const token = page.getByLabel('Access token', { exact: true });
  await token.fill('not-a-real-token');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('rotat');
  letItCome();
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('rotat');
  await page.keyboard.type('e');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('rotate');
  await expect(token).toHaveValue('not-a-real-token');

  // The page of another secret starts without what was typed for this one.
  await page.keyboard.type(' ghcr');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ghcr/);
  await expect(token).toHaveValue('');
});

test('no key leads elsewhere while the requested page loads', async ({ page }) => {
  const letItCome = await holdBack(page, 'register-secret-page');
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('link', { name: 'docker-hub' }).focus();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/new$/);
  await page.keyboard.type('gtr');
  await page.keyboard.press('Enter');
  letItCome();
  await expect(page.getByLabel('Secret name')).toBeVisible();
  await expect(page).toHaveURL(/\/new$/);
});

test('the list stays usable after a menu could not be fetched', async ({ page }) => {
  await page.route('**/assets/row-menu-*.js', (route) => route.abort());
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('button', { name: 'More actions for docker-hub' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toBeFocused();
  await page.getByRole('link', { name: 'docker-hub' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'ghcr-acme-vision' })).toBeFocused();
  await alert.getByRole('button', { name: 'Close' }).click();
  await expect(alert).toBeHidden();

  await page.unroute('**/assets/row-menu-*.js');
  await page.getByRole('button', { name: 'More actions for docker-hub' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
});
