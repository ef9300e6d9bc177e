import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { holdRequests } from './held-code.ts';
import { tabTo } from './keyboard.ts';
import { dayFromNow, stopDate } from './secret-form.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './test.ts';

test.use({ simulatorFlags: '--tenants 30 --secrets 10' });

const shown = (count: string) => new RegExp(`^${count} of 30 tenants, `);

/** Three secrets of acme-vision in the gateway's memory: one has expired, one expires soon, one never. */
async function remember(page: Page, stack: Stack): Promise<void> {
  const registries = [{ host: 'ghcr.io', username: 'robot' }];
  const notes = [
    { name: 'docker-hub', registries, rotatedAt: `${dayFromNow(-40)}T00:00:00Z`, expiresAt: dayFromNow(9) },
    { name: 'ghcr-acme-vision', registries, expiresAt: dayFromNow(-3) },
    { name: 'harbor-training', registries },
  ];
  const taken = await page.request.post(`${stack.url}/api/tenants/acme-vision/secret-notes`, {
    data: { notes },
    headers: { origin: stack.url },
  });
  expect(taken.ok()).toBe(true);
}

async function openOverview(page: Page, address = '/overview'): Promise<void> {
  await stopDate(page);
  await page.goto(address);
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of 30 tenants/ })).toBeVisible();
}

test('the overview is the start page, with what is due on top; a heading selects one secret, with a link to tenants that lack it', async ({
  page,
  stack,
}) => {
  await remember(page, stack);
  await openOverview(page, '/');
  await expect(page).toHaveURL(/\/overview$/);
  await expect(page.getByRole('rowheader').first()).toHaveText('acme-vision');
  const row = page.getByRole('row', { name: /^acme-vision/ });
  await expect(row.getByRole('gridcell', { name: '9 d' })).toBeVisible();
  await expect(row.getByRole('gridcell', { name: 'Expired' })).toBeVisible();
  await expect(row.getByRole('gridcell', { name: 'No end' })).toBeVisible();

  await page.getByRole('button', { name: /docker-hub/ }).click();
  await expect(page).toHaveURL(/\/overview\?secret=docker-hub$/);
  await expect(page.getByRole('columnheader')).toHaveText(['Tenant', 'Free', /1 of 30\s*docker-hub/]);
  await page.getByRole('link', { name: 'Roll out to the 29 that lack it' }).click();
  await expect(page).toHaveURL(/\/rollout\?secret=docker-hub&tenant=/);
  expect(new URL(page.url()).searchParams.get('tenant')?.split(',')).toHaveLength(29);

  await page.goBack();
  // Earlier data is shown at once, while it is read again.
  const letThrough = await holdRequests(page, '**/api/overview');
  await page.reload();
  await expect(page.getByRole('progressbar', { name: 'Reading the tenants' })).toBeVisible();
  await expect(row.getByRole('gridcell', { name: '9 d' })).toBeVisible();
  await expect(page.getByText('30 tenants, updated now')).toBeVisible();
  letThrough();
  const stored = await page.evaluate(() => localStorage.getItem('overview-1') ?? '');
  expect(Object.keys(JSON.parse(stored)[0]).toSorted()).toEqual([
    'baseUrl',
    'connectionId',
    'names',
    'quota',
    'readAt',
  ]);
});

test('the address holds the filters, and Back removes them', async ({ page }) => {
  await openOverview(page, '/overview?show=missing&tenants=acme');
  await expect(page.getByRole('searchbox', { name: 'Search tenants' })).toHaveValue('acme');
  await expect(page.getByRole('button', { name: /^Missing one/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(shown('2'))).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search secret names' }).fill('docker-hub');
  await expect(page.getByRole('rowheader')).toHaveText(['acme-forecast']);
  await expect(page).toHaveURL(/secrets=docker-hub/);
  await page.getByRole('rowheader').getByRole('link').click();
  await expect(page).toHaveURL(/\/acme-forecast\/docker-registry-secrets$/);
  await page.goBack();
  await expect(page.getByRole('rowheader')).toHaveText(['acme-forecast']);
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme-vision');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText(shown('30'))).toBeVisible();
  await expect(page).toHaveURL(/\/overview$/);
  // The navigation leads to all tenants, also from a filtered overview.
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme');
  await expect(page).toHaveURL(/tenants=acme$/);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search tenants' })).toHaveValue('');
  await page.getByRole('button', { name: 'Tenant', exact: true }).click();
  await page.getByRole('button', { name: 'Tenant', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Tenant' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('rowheader').first()).toHaveText('tenant-0030');
});

test('arrow keys move from cell to cell; each shows what is known of it, and what can be done', async ({
  page,
  stack,
}) => {
  await remember(page, stack);
  await openOverview(page, '/overview?sort=tenant');
  const grid = page.getByRole('grid', { name: 'Tenants and their secrets' });
  const focused = grid.locator(':focus');
  const first = page.getByRole('row', { name: /^acme-forecast/ }).getByRole('gridcell');
  await tabTo(first.nth(1));
  const popover = page.getByRole('dialog');
  await expect(popover).toContainText('acme-forecast does not have docker-hub.');
  await expect(popover.getByRole('link', { name: 'Roll out' })).toHaveAttribute(
    'href',
    '/rollout?secret=docker-hub&tenant=acme-forecast',
  );
  await page.keyboard.press('ArrowDown');
  await expect(popover).toContainText('acme-vision: expires in 9 days');
  await expect(popover).toContainText('robot@ghcr.io');
  await expect(popover.getByRole('link', { name: 'Open' })).toHaveAttribute(
    'href',
    '/acme-vision/docker-registry-secrets/docker-hub',
  );
  await expect(focused).toHaveAttribute('aria-expanded', 'true');
  // An open cell does not block shortcuts, and the palette returns the focus to it.
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(focused).toHaveText('9 d');
  await page.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await expect(focused).toHaveText('9 d');

  // Far away and back, across rows and columns; all of it is a single tab stop.
  await page.keyboard.press('Control+End');
  await expect(page.getByRole('row', { name: /^tenant-0030/ }).locator(':focus')).toBeVisible();
  await page.keyboard.press('Control+Home');
  await expect(focused).toHaveText('acme-forecast');
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveText('Tenant');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveCount(0);

  await page
    .getByRole('row', { name: /^acme-vision/ })
    .getByText('9 d')
    .focus();
  await page.keyboard.press('Enter');
  await expect(popover.getByRole('link', { name: 'Rotate' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/acme-vision\/docker-registry-secrets\/docker-hub\/rotate$/);
});

test('what is shown is exported as CSV', async ({ page }) => {
  await openOverview(page, '/overview?tenants=acme&secret=docker-hub');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text.trimEnd().split('\r\n')).toEqual([
    '"tenant id","Tenant","state","used","quota","Free","docker-hub"',
    '"acme-forecast","acme-forecast","answers",0,50,50,"lacks"',
    '"acme-vision","acme-vision","answers",3,50,47,"has it"',
  ]);
});

test('a narrow screen scrolls the matrix inside itself, and paper holds all of it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openOverview(page);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(await wide()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(31);
  await expect(page.getByRole('grid')).toBeHidden();
});
