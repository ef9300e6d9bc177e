import type { Page } from '@playwright/test';
import { addConnection, connectionRow } from './connection-form.ts';
import { test } from './forwarding-test.ts';
import { holdRequests } from './held-code.ts';
import { fetchToken } from './proxies.ts';
import { fillSecretForm } from './secret-form.ts';
import { expect, expectAccessible } from './test.ts';

function tokenDialog(page: Page, label = 'Mine') {
  return page.getByRole('dialog', { name: `Token for ${label}` });
}

async function enterToken(page: Page, token: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Token for' });
  await dialog.getByRole('textbox', { name: 'Bearer token' }).fill(token);
  await dialog.getByRole('button', { name: 'Use token' }).click();
}

test('a page that needs a token asks for it, tries it, and shows what it was asked for', async ({
  page,
  stack,
  forwarding,
}) => {
  await addConnection(page, { label: 'Mine', address: forwarding, bearer: true });
  await expect(tokenDialog(page)).toBeHidden();
  await page.getByRole('link', { name: 'Open Mine' }).press('Enter');
  const dialog = tokenDialog(page);
  await expect(dialog).toContainText('None has been entered in this tab yet');
  await expect(dialog).toContainText(`${forwarding}/v2/admin/…`);
  await expect(dialog.getByRole('textbox', { name: 'Bearer token' })).toBeFocused();
  await expectAccessible(page);

  await enterToken(page, '');
  await expect(dialog).toContainText('Enter the token.');
  await enterToken(page, 'not a token');
  await expect(dialog).toContainText('Not a token.');
  await enterToken(page, 'not-a-real-token');
  await expect(dialog).toContainText('AI Core rejected this token (401).');

  const token = await fetchToken(stack.keysDir, 'acme-vision');
  await dialog.getByRole('textbox', { name: 'Bearer token' }).press('ControlOrMeta+A');
  await page.keyboard.insertText(
    JSON.stringify({ access_token: token, token_type: 'bearer', expires_in: 43_199 }),
  );
  await expect(dialog).toContainText('This token expires');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
});

test('a token is kept only in this tab’s memory, its expiry is shown, and it can be forgotten', async ({
  page,
  stack,
  forwarding,
}) => {
  const token = await fetchToken(stack.keysDir, 'acme-vision');
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await addConnection(page, { label: 'Mine', address: forwarding, token });
  const row = connectionRow(page, 'Mine');
  await expect(row).toContainText(/token expires on \d+ \w+ \d{4}, \d\d:\d\d/);
  await page.getByRole('button', { name: 'Test connection Mine' }).click();
  await expect(row).toContainText('Works');
  const traces = await page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      document.body.innerHTML,
    ]),
  );
  expect(traces).not.toContain(token);
  expect(urls.join('\n')).not.toContain(token);

  await page.getByRole('button', { name: 'Remove token of Mine' }).click();
  await expect(row).toContainText('no token entered');
  await page.getByRole('button', { name: 'Enter token of Mine' }).click();
  await enterToken(page, `Bearer ${token}`);
  await expect(row).toContainText('token expires');
  await page.reload();
  await expect(row).toContainText('no token entered');
});

test('if a token expires while a form is filled in, a new one is asked for, and nothing typed is lost', async ({
  page,
  stack,
  forwarding,
}) => {
  await addConnection(page, {
    label: 'Mine',
    address: forwarding,
    token: await fetchToken(stack.keysDir, 'acme-vision'),
  });
  await page.getByRole('link', { name: 'Open Mine' }).click();
  await page.getByRole('link', { name: 'Register secret' }).click();
  await fillSecretForm(page, { name: 'after-expiry' });
  await stack.simulator.expireTokens();
  // Sends the form from a field just after the token has expired; the page asks for a new one at once.
  await page.getByLabel('Username').press('Enter');
  await expect(tokenDialog(page)).toContainText('AI Core rejected the token (401)');

  await page.keyboard.press('Escape');
  const reminder = page.getByRole('alert').filter({ hasText: '“Mine” needs a token.' });
  await expect(reminder).toBeVisible();
  await expect(page.getByLabel('Secret name')).toHaveValue('after-expiry');
  await reminder.getByRole('button', { name: 'Enter token' }).click();
  await enterToken(page, await fetchToken(stack.keysDir, 'acme-vision'));
  await expect(reminder).toBeHidden();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  expect(await stack.simulator.storedSecret('acme-vision', 'after-expiry')).toContain('after-expiry');
});

test('reads in the background do not ask for a token while somebody types', async ({
  page,
  stack,
  forwarding,
}) => {
  await addConnection(page, { label: 'Mine', address: forwarding, bearer: true });
  await page.getByRole('link', { name: 'Open Mine' }).click();
  await enterToken(page, await fetchToken(stack.keysDir, 'acme-vision'));
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  // A read that is still under way would ask for the token here.
  await expect(page.getByText(/of 50 used/)).toBeVisible();
  await stack.simulator.expireTokens();
  const release = await holdRequests(page, '**/v2/admin/**');
  await page.getByRole('button', { name: 'Refresh' }).click();
  const search = page.getByRole('searchbox', { name: 'Search secrets' });
  await search.pressSequentially('docker');
  const rejected = page.waitForResponse((response) => response.status() === 401);
  release();
  await (await rejected).finished();
  await expect(page.getByRole('alert').filter({ hasText: '(401)' })).toBeVisible();
  await page.keyboard.type('-hub');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('docker-hub');
  await expect(tokenDialog(page)).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(tokenDialog(page)).toContainText('AI Core rejected the token (401)');
});

test('a token is sent only to the address it was entered for', async ({ page, stack, forwarding }) => {
  const sentTo: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['authorization'] !== undefined) sentTo.push(request.url());
  });
  const token = await fetchToken(stack.keysDir, 'acme-vision');
  await addConnection(page, { label: 'Mine', address: forwarding, token });
  await page.getByRole('link', { name: 'Edit Mine' }).click();
  await page.getByLabel('Proxy address').fill('/elsewhere');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(connectionRow(page, 'Mine')).toContainText('no token entered');
  await page.getByRole('link', { name: 'Open Mine' }).click();
  await expect(tokenDialog(page)).toContainText('/elsewhere/v2/admin/…');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Connections' }).click();
  await page.getByRole('button', { name: 'Test connection Mine' }).click();
  await expect(page.getByText('Not an AI Core API')).toBeVisible();
  expect(sentTo.filter((url) => url.includes('/elsewhere/'))).toEqual([]);
});

test('a new token for another tenant is not accepted silently', async ({ page, stack, forwarding }) => {
  const token = await fetchToken(stack.keysDir, 'acme-vision');
  await addConnection(page, { label: 'Mine', address: forwarding, token });
  await page.getByRole('link', { name: 'Open Mine' }).click();
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  // A read that is still under way would ask for the token here.
  await expect(page.getByText(/of 50 used/)).toBeVisible();
  await stack.simulator.expireTokens();
  await page.getByRole('link', { name: 'Connections' }).click();
  await page.getByRole('button', { name: 'Test connection Mine' }).click();
  await enterToken(page, await fetchToken(stack.keysDir, 'globex-chat'));
  await expect(tokenDialog(page)).toContainText('This token belongs to a different tenant');
  await tokenDialog(page).getByRole('button', { name: 'Use it anyway' }).click();
  await expect(tokenDialog(page)).toBeHidden();
  await page.getByRole('link', { name: 'Open Mine' }).click();
  await expect(page.getByRole('rowheader', { name: 'team-registry-01' })).toBeVisible();
});
