import { expect, test } from './test.ts';

const list = '/acme-vision/docker-registry-secrets';

test.beforeEach(async ({ page }) => {
  await page.goto(list);
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
});

test('finds what the tenant holds, by letters in order, and Escape returns the focus', async ({ page }) => {
  const search = page.getByRole('searchbox', { name: 'Search secrets' });
  await search.focus();
  await page.keyboard.press('ControlOrMeta+K');
  const field = page.getByRole('combobox', { name: 'Search or run a command' });
  await expect(field).toBeFocused();
  await page.keyboard.type('harb');
  await expect(page.getByRole('dialog', { name: 'Search or run a command' })).toBeVisible();
  const secrets = page.getByRole('group', { name: 'Secrets' });
  await expect(secrets.getByRole('option')).toHaveText(['harbor-training']);
  await expect(secrets.locator('mark')).toHaveText('harb');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(search).toBeFocused();
});

test('rotating a secret, changing the tenant and the colour scheme, all by keyboard', async ({ page }) => {
  const field = page.getByRole('combobox', { name: 'Search or run a command' });
  await page.keyboard.press('ControlOrMeta+K');
  await expect(field).toBeFocused();
  await page.keyboard.type('rotate harb');
  await expect(page.getByRole('option', { name: 'Rotate harbor-training' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Rotate credentials of harbor-training' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+K');
  await expect(field).toBeFocused();
  await page.keyboard.type('@glo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/globex-chat\/docker-registry-secrets$/);

  await page.keyboard.press('ControlOrMeta+K');
  await expect(field).toBeFocused();
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText(
    'Rotate',
  );
  await page.keyboard.type('>dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
});
