import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addConnection, connectionRow } from './connection-form.ts';
import { expect, expectAccessible, test } from './test.ts';

async function importFile(page: Page, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  const buffer = Buffer.from(text);
  await (await chooser).setFiles({ name: 'connections.json', mimeType: 'application/json', buffer });
}

function file(...connections: object[]): string {
  return JSON.stringify({ connections });
}

const one = { id: 'one', label: 'One', baseUrl: '/api/tenants/acme-vision', auth: 'proxy' };
const two = { id: 'two', label: 'Two', baseUrl: '/elsewhere', auth: 'bearer' };

test('the list is exported without any credential, and another browser imports it', async ({
  page,
  browser,
  baseURL,
}) => {
  await addConnection(page, { label: 'One', address: one.baseUrl });
  await addConnection(page, { label: 'Two', address: two.baseUrl, token: 'not-a-real-token-4711' });
  await expect(connectionRow(page, 'Two')).toContainText('token entered');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('connections.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toEqual({ connections: [one, two] });
  expect(text).not.toContain('4711');
  await expect(page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).resolves.not.toContain(
    '4711',
  );

  const context = await browser.newContext({ ...(baseURL && { baseURL }), reducedMotion: 'reduce' });
  const other = await context.newPage();
  await other.goto('/connections');
  await expect(other.getByRole('button', { name: 'Export' })).toBeDisabled();
  await importFile(other, text);
  await expect(other.getByRole('dialog')).toContainText('One will be added');
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Import 2 connections' }).click();
  await expect(connectionRow(other, 'Two')).toContainText('no token entered');
  await other.getByRole('link', { name: 'Open One' }).click();
  await expect(other.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await context.close();
});

test('importing shows beforehand what is new, what is replaced and what exists', async ({ page }) => {
  await addConnection(page, { label: 'One', address: one.baseUrl });
  await addConnection(page, { label: 'Same', address: '/same' });
  await importFile(
    page,
    file(
      { ...one, baseUrl: '/api/tenants/globex-chat' },
      { id: 'same', label: 'Same', baseUrl: '/same', auth: 'proxy' },
      two,
      { id: 'acme-vision', label: 'Mine', baseUrl: '/mine', auth: 'proxy' },
      { ...one, id: 'acme-forecast', baseUrl: '/api/tenants/acme-forecast' },
    ),
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem').nth(0)).toContainText(/One replaces the one at .*acme-vision/);
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Same already exists');
  await expect(dialog.getByRole('listitem').nth(2)).toContainText('Two will be added');
  await expect(dialog.getByRole('listitem').nth(3)).toContainText('Mine will be added');
  await expect(dialog.getByRole('listitem').nth(4)).toContainText('already offered by this console');
  await dialog.getByRole('button', { name: 'Import 3 connections' }).click();
  await expect(connectionRow(page, 'One')).toContainText('globex-chat');
  await page.getByRole('link', { name: 'Open Mine' }).click();
  await expect(page).toHaveURL(/\/mine\/docker-registry-secrets$/);
});

const refused = [
  [
    '{\n  "connections": [,]\n}',
    'The file is not JSON: there is an unexpected character (line 2, column 19).',
  ],
  ['', 'The file is empty.'],
  ['[]', 'It must be an object with a “connections” list.'],
  [file(one, two, { ...two, id: 'one' }), 'Connections 1 and 3 both have the ID “one”.'],
  [file({ ...one, baseUrl: 'ftp://x' }), 'Connection 1: baseUrl cannot be used.'],
  [
    file({ ...two, token: 'not-a-real-token-4711' }),
    'The file contains a credential at connections[0].token.',
  ],
  ['{"clientid":"x","clientsecret":"not-a-real-4711","url":"https://a.example"}', 'This is a service key'],
] as const;

test('a file that cannot be imported is refused with the reason, and quotes no credential', async ({
  page,
}) => {
  await page.goto('/connections');
  for (const [text, says] of refused) {
    await importFile(page, text);
    const alert = page.getByRole('dialog').getByRole('alert');
    await expect(alert).toContainText('Nothing was imported from connections.json');
    await expect(alert).toContainText(says);
    await expect(page.getByRole('dialog')).not.toContainText('4711');
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('button', { name: 'Import…' })).toBeFocused();
  }
  expect(await page.evaluate(() => localStorage.getItem('connections-1'))).toBeNull();
});
