import { expect, expectAccessible, test } from './test.ts';

test.use({ simulatorFlags: '--tenants 300 --secrets 10' });

test('all tenants and all secret names stand in one table, and only what is in sight exists', async ({
  page,
}) => {
  await page.goto('/overview');
  await expect(page.getByRole('progressbar', { name: 'Reading the tenants' })).toBeVisible();
  await expect(page.getByText(/^300 of 300 tenants, /)).toBeVisible({ timeout: 45_000 });
  const table = page.getByRole('table', { name: 'Tenants and their secrets' });
  await expect(table).toHaveAttribute('aria-rowcount', '301');
  const row = table.getByRole('row', { name: /^acme-vision/ });
  await expect(row).toHaveAttribute('aria-rowindex', '3');
  await expect(row).toContainText('47');
  await expect(row.getByRole('cell', { name: 'has it' })).toHaveCount(3);
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await expectAccessible(page);

  await page.getByRole('region', { name: 'Tenants and their secrets' }).focus();
  await page.keyboard.press('End');
  await expect(table.getByRole('row', { name: /^tenant-0300/ })).toHaveAttribute('aria-rowindex', '301');

  const columns = (await table.getAttribute('aria-colcount')) ?? '';
  const last = table.locator(`[aria-colindex="${columns}"]`);
  await expect(last).toHaveCount(0);
  await page.getByRole('region', { name: 'Tenants and their secrets' }).evaluate((box) => {
    box.scrollLeft = box.scrollWidth;
  });
  await expect(last.first()).toBeInViewport();
  await expect(table.getByRole('columnheader')).not.toHaveCount(Number(columns));
});

test('among 300 tenants the first match is a few keys away', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('combobox', { name: 'Tenant' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await expect(page.getByRole('option')).toHaveCount(300);
  await page.keyboard.type('0123');
  await expect(page.getByRole('option')).toHaveText(['tenant-0123']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenant-0123\/docker-registry-secrets$/);
});
