import { holdRequests } from './held-code.ts';
import { expect, test } from './test.ts';

test.use({ simulatorFlags: '--tenants 300 --secrets 10' });

test('one matrix shows all tenants and all secret names, renders only what is in sight, and does not jump', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const moved = list.getEntries().filter((entry) => !('hadRecentInput' in entry && entry.hadRecentInput));
      const sum = moved.reduce((all, entry) => all + ('value' in entry ? Number(entry.value) : 0), 0);
      document.documentElement.dataset['shift'] = String(
        Number(document.documentElement.dataset['shift'] ?? 0) + sum,
      );
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/acme-vision/docker-registry-secrets');
  const letThrough = await holdRequests(page, '**/api/overview');
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('progressbar', { name: 'Reading the tenants' })).toBeVisible();
  const before = await shift();
  letThrough();
  await expect(page.getByText(/^300 of 300 tenants, /)).toBeVisible({ timeout: 45_000 });
  expect((await shift()) - before).toBeLessThanOrEqual(0.01);
  const grid = page.getByRole('grid', { name: 'Tenants and their secrets' });
  await expect(grid).toHaveAttribute('aria-rowcount', '301');
  const row = grid.getByRole('row', { name: /^acme-vision/ });
  await expect(row).toHaveAttribute('aria-rowindex', '3');
  await expect(row).toContainText('47');
  await expect(row.getByRole('gridcell', { name: 'No record' })).toHaveCount(3);
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  expect((await row.boundingBox())?.height).toBe(32);

  await row.getByRole('gridcell').nth(1).focus();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('row', { name: /^tenant-0300/ })).toHaveAttribute('aria-rowindex', '301');
  const columns = (await grid.getAttribute('aria-colcount')) ?? '';
  await expect(grid.locator(':focus')).toHaveAttribute('aria-colindex', columns);
  await expect(grid.locator(':focus')).toBeInViewport();
  await expect(grid.getByRole('columnheader')).not.toHaveCount(Number(columns));

  async function shift(): Promise<number> {
    return page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0));
  }
});

test('among 300 tenants the first match is a few keys away', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('combobox', { name: 'Tenant' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await expect(page.getByRole('option', { name: '199 more. Type to find them.' })).toBeDisabled();
  await page.keyboard.type('0123');
  await expect(page.getByRole('option')).toHaveText(['tenant-0123']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenant-0123\/docker-registry-secrets$/);
});
