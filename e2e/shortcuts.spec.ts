import { pressInARow } from './keyboard.ts';
import { hears, listenTo } from './spoken.ts';
import { expect, test } from './test.ts';

const list = '/acme-vision/docker-registry-secrets';

test('the main job and a rotation need the keyboard alone', async ({ page, context, stack }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/acme-vision/templates');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await pressInARow(page, 'g', 's');
  await expect(page).toHaveURL(new RegExp(`${list}$`));
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByLabel('Secret name').focus();
  await page.keyboard.type('by-keys');
  await page.getByLabel('Registry host').focus();
  await page.keyboard.type('ghcr.io');
  await page.getByLabel('Username').focus();
  await page.keyboard.type('octo');
  await page.getByLabel('Access token', { exact: true }).focus();
  await page.keyboard.type('not-a-real-token');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Secret by-keys is registered')).toBeVisible();

  await pressInARow(page, 'g', 's');
  const row = page.getByRole('row', { name: /by-keys/ });
  await expect(row).toBeVisible();
  await page.getByRole('link', { name: 'by-keys' }).focus();
  const copied = await hears(page, 'Snippet of by-keys copied');
  await page.keyboard.press('c');
  await copied();
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Rotate credentials of by-keys' })).toBeVisible();
  await expect(page.getByLabel('Access token', { exact: true })).toBeFocused();
  await page.keyboard.type('not-a-real-new-token');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The credentials of by-keys are rotated')).toBeVisible();
  expect(await stack.simulator.storedSecret('acme-vision', 'by-keys')).toContain('not-a-real-new-token');
});

test('rows are reached, selected and opened by keyboard', async ({ page }) => {
  await page.goto(list);
  const link = (name: string) => page.getByRole('rowheader').getByRole('link', { name });
  await link('docker-hub').focus();
  const heard = await listenTo(page);
  await page.keyboard.press('Space');
  await expect.poll(heard).toContain('1 selected');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(link('ghcr-acme-vision')).toBeFocused();
  await expect(page.getByRole('region', { name: '2 selected' })).toBeVisible();
  // The controls of only one row are tab stops, so that Tab does not walk through the whole list.
  await expect(page.locator('tbody tr:has(a[tabindex="0"])')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: '2 selected' })).toBeHidden();
  // Leaving the bar returns the focus to the row that it came from.
  for (const key of ['Enter', 'Escape']) {
    await link('ghcr-acme-vision').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Clear selection' }).focus();
    await page.keyboard.press(key);
    await expect(page.getByRole('region', { name: '1 selected' })).toBeHidden();
    await expect(page.locator('tr:has(a:text("ghcr-acme-vision")) :focus')).toBeVisible();
  }
  // However the focus got to a row, the keys continue from there.
  await link('docker-hub').focus();
  await page.keyboard.press('ArrowDown');
  await expect(link('ghcr-acme-vision')).toBeFocused();
  await page.keyboard.press('End');
  await expect(link('harbor-training')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'harbor-training', level: 1 })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/harbor-training\/rotate$/);
});

test('in other tables the arrow keys go from a row to the same place of the next', async ({ page }) => {
  await page.goto('/acme-vision/git-repositories');
  const link = (name: string) => page.getByRole('rowheader').getByRole('link', { name });
  await link('vision-legacy').focus();
  await page.keyboard.press('ArrowDown');
  await expect(link('vision-pipelines')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(link('vision-legacy')).toBeFocused();
  await page.getByRole('link', { name: 'Rotate credentials of vision-legacy' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('link', { name: 'Rotate credentials of vision-pipelines' })).toBeFocused();
});

test('Home and End lead to the first and the last of all rows, however few are rendered', async ({
  page,
}) => {
  const link = (name: string) => page.getByRole('rowheader').getByRole('link', { name, exact: true });
  const many = Array.from({ length: 297 }, (_, index) => ({
    id: `many-${index}`,
    label: `Many ${index}`,
    baseUrl: `/api/tenants/many-${index}`,
    auth: 'proxy',
  }));
  await page.addInitScript((text) => localStorage.setItem('connections-1', text), JSON.stringify(many));
  await page.goto('/connections');
  await link('Open acme-forecast').focus();
  await page.keyboard.press('End');
  await expect(link('Open Many 296')).toBeFocused();
  await expect(link('Open Many 296')).toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await expect(link('Open Many 295')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(link('Open acme-forecast')).toBeFocused();
  // The focused row is rendered wherever the table is scrolled to.
  await page
    .getByRole('region', { name: 'Connections' })
    .evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(link('Open Many 296')).toBeVisible();
  await expect(link('Open acme-forecast')).toBeFocused();

  for (let number = 10; number < 80; number += 1) {
    const place = { bucket: 'invented', endpoint: 's3.example.com', region: 'eu-1' };
    const keys = { AWS_ACCESS_KEY_ID: 'invented', AWS_SECRET_ACCESS_KEY: 'invented' };
    const data = { name: `store-${number}`, type: 'S3', ...place, data: keys };
    await page.request.post('/api/tenants/acme-forecast/v2/admin/objectStoreSecrets', { data });
  }
  await page.goto('/acme-forecast/object-store-secrets');
  const row = (number: number) => page.getByRole('link', { name: `Rotate credentials of store-${number}` });
  await row(10).focus();
  await page.keyboard.press('End');
  await expect(row(79)).toBeFocused();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '71');
  await page.keyboard.press('Home');
  await expect(row(10)).toBeFocused();
});

test('the first key works from the moment in which the list is shown', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      const row = document.querySelector('th[scope=row]');
      if (!row) return;
      observer.disconnect();
      row.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(list);
  await expect(page.getByRole('searchbox', { name: 'Search secrets' })).toBeFocused();
});

test('nothing happens while one types, in a dialog, or once single keys are off', async ({ page }) => {
  await page.goto(list);
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search secrets' });
  await expect(search).toBeFocused();
  await page.keyboard.type('n?r');
  await expect(search).toHaveValue('n?r');
  await search.fill('');
  await search.blur();
  const pages = await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByText('Rotate the secret on this page or in this row')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Pages' }).getByRole('definition')).toHaveText(pages);
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('link', { name: 'docker-hub' }).focus();
  for (const key of ['n', 'r', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${list}$`));
});

test('keys that compose a letter belong to the field, and shortcuts work on a keyboard without Latin letters', async ({
  page,
  context,
}) => {
  await page.goto(list);
  const tenant = page.getByRole('combobox', { name: 'Tenant' });
  await tenant.click();
  const option = page.getByRole('option', { name: /globex-chat/ });
  await expect(option).toBeVisible();
  const browser = await context.newCDPSession(page);
  const press = (key: string, code: string, modifiers = 0) =>
    browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, modifiers });
  await browser.send('Input.imeSetComposition', { text: 'glo', selectionStart: 3, selectionEnd: 3 });
  await press('ArrowDown', 'ArrowDown');
  await press('Enter', 'Enter');
  await press('Escape', 'Escape');
  await browser.send('Input.insertText', { text: 'glo' });
  await expect(option).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${list}$`));
  await page.keyboard.press('Escape');
  await expect(option).toBeHidden();

  const control = 2;
  await press('л', 'KeyK', control);
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
});
