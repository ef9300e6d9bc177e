import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, test } from './test.ts';

test.use({ simulatorFlags: '--tenants 30 --secrets 10' });

const shown = (count: string) => new RegExp(`^${count} of 30 tenants, `);

test('it is filtered by tenant, by secret name and by what is lacking', async ({ page }) => {
  await page.goto('/overview');
  await expect(page.getByText(shown('30'))).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('ACME');
  await expect(page.getByText(shown('2'))).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search secret names' }).fill('docker-hub');
  await expect(page.getByRole('columnheader')).toHaveText(['Tenant', 'Free', 'docker-hub']);
  await page.getByRole('checkbox', { name: 'Only tenants that lack a secret shown' }).check();
  await expect(page.getByRole('rowheader')).toHaveText(['acme-forecast']);
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme-vision');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText(shown('30'))).toBeVisible();
});

test('what is shown is exported as CSV', async ({ page }) => {
  await page.goto('/overview');
  await expect(page.getByText(shown('30'))).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme');
  await page.getByRole('searchbox', { name: 'Search secret names' }).fill('docker-hub');
  await expect(page.getByRole('columnheader', { name: 'docker-hub' })).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text.trimEnd().split('\r\n')).toEqual([
    '"tenant id","Tenant","state","used","quota","Free","docker-hub"',
    '"acme-forecast","acme-forecast","answers",0,50,50,"lacks"',
    '"acme-vision","acme-vision","answers",3,50,47,"has it"',
  ]);
});

test('a tenant that does not answer says why, can be asked again, and disturbs no other', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await stack.simulator.failTenant('tenant-0007', 'fail-503');
  await page.goto('/overview');
  const alert = page.getByRole('alert').filter({ hasText: '2 tenants do not answer' });
  await expect(alert).toBeVisible();
  await expect(alert).toContainText('acme-vision: This connection lacks the permission (403)');
  await expect(alert).toContainText('Request id');
  await expect(page.getByRole('row', { name: /^acme-vision does not answer/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^acme-forecast 50/ })).toBeVisible();
  await expectAccessible(page);
  await stack.simulator.failTenant('acme-vision', 'none');
  await alert.getByRole('button', { name: 'Try again: acme-vision' }).click();
  await expect(page.getByRole('row', { name: /^acme-vision 47/ })).toBeVisible();
  await expect(page.getByText('1 tenant does not answer')).toBeVisible();
});

test('a refresh asks all again; what could not be renewed stays, with its age', async ({ page, stack }) => {
  await page.goto('/overview');
  await expect(page.getByText(shown('30'))).toBeVisible();
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await page.getByRole('button', { name: 'Refresh' }).click();
  const alert = page.getByRole('alert').filter({ hasText: '1 tenant does not answer' });
  await expect(alert).toContainText('Its row is less than a minute old.', { timeout: 45_000 });
  await expect(page.getByRole('row', { name: /^acme-vision 47/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toBeVisible({ timeout: 45_000 });
  await stack.simulator.failTenant('acme-vision', 'none');
  await alert.getByRole('button', { name: 'Try again: acme-vision' }).click();
  await expect(alert).toBeHidden();
});

test('a narrow screen shows it without scrolling the page sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/overview');
  await expect(page.getByText(shown('30'))).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
  await expectAccessible(page);
});
