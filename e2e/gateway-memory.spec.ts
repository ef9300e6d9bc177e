import type { Page } from '@playwright/test';
import { dayFromNow, fillSecretForm, openRegisterPage, registered, stopDate } from './secret-form.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './test.ts';

async function remember(page: Page, stack: Stack, tenant: string, name: string, days: number) {
  const notes = [{ name, registries: [{ host: 'ghcr.io' }], expiresAt: dayFromNow(days) }];
  const answer = await page.request.post(`${stack.url}/api/tenants/${tenant}/secret-notes`, {
    data: { notes },
    headers: { origin: stack.url },
  });
  expect(answer.ok()).toBe(true);
}

test('shows what expires soon in all tenants, as far ahead as the address says, and as a calendar', async ({
  page,
  stack,
}) => {
  await remember(page, stack, 'acme-vision', 'docker-hub', 4);
  await remember(page, stack, 'acme-forecast', 'docker-hub', 10);
  await remember(page, stack, 'globex-chat', 'docker-hub', 20);
  await remember(page, stack, 'globex-chat', 'docker-hub-2', 60);
  await stopDate(page);
  await page.goto('/overview');
  await page.getByRole('link', { name: 'Expiring' }).click();
  await expect(page).toHaveURL(/ends=30/);
  const rows = page.getByRole('row', { name: /docker-hub/ });
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('acme-vision');
  await expect(rows.first()).toContainText('Expires in 4 days');
  for (const [days, count] of [
    [90, 4],
    [14, 2],
    [7, 1],
  ] as const) {
    await page.getByRole('radio', { name: `${days} days`, exact: true }).check();
    await expect(page).toHaveURL(new RegExp(`ends=${days}`));
    await expect(rows).toHaveCount(count);
  }
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked();

  await page.getByRole('button', { name: 'Calendar…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calendar of expiry dates' });
  await dialog.getByRole('button', { name: 'Create an address' }).click();
  const address = await dialog.getByRole('group', { name: 'Calendar address' }).innerText();
  expect(await (await page.request.get(address)).text()).toContain(
    'SUMMARY:docker-hub expires (acme-vision)',
  );
  await dialog.getByRole('button', { name: /^Withdraw/ }).click();
  await expect(dialog.getByText('None yet.')).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
  await page.keyboard.press('Escape');

  await expect(rows.getByRole('link', { name: 'docker-hub', exact: true })).toHaveAttribute(
    'href',
    '/acme-vision/docker-registry-secrets/docker-hub',
  );
  await rows.getByRole('link', { name: 'Rotate docker-hub in acme-vision' }).click();
  await expect(page).toHaveURL(/\/acme-vision\/docker-registry-secrets\/docker-hub\/rotate$/);
});

test('a list that is left open overnight shows the days left in the morning', async ({ page, stack }) => {
  await page.clock.install({ time: `${dayFromNow(0)}T12:00:00Z` });
  await remember(page, stack, 'acme-vision', 'docker-hub', 4);
  await page.goto('/acme-vision/docker-registry-secrets');
  const row = page.getByRole('row', { name: /docker-hub/ });
  await expect(row).toContainText('4 days');
  await expect(page.getByText('Updated now')).toBeVisible();
  await page.clock.fastForward('24:00:00');
  await expect(row).toContainText('3 days');
  await expect(page.getByText(/^Updated [\d,]+ min ago$/)).toBeVisible();
});

test('what a browser remembered before is offered for sharing once', async ({ page, stack }) => {
  const earlier = [
    {
      connectionId: 'acme-vision',
      name: 'docker-hub',
      registries: [{ host: 'earlier.example', username: 'robot' }],
      registeredAt: '2026-01-01T00:00:00.000Z',
    },
  ];
  await page.addInitScript((text) => {
    if (sessionStorage.getItem('planted') !== null) return;
    sessionStorage.setItem('planted', 'yes');
    localStorage.setItem('remembered-secrets-1', text);
  }, JSON.stringify(earlier));
  await page.goto('/acme-vision/docker-registry-secrets');
  const notice = page.getByText('Only this browser knows details of 1 secret.');
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByRole('row', { name: /docker-hub/ })).toContainText('earlier.example');
  const notes = await page.request.get(`${stack.url}/api/tenants/acme-vision/secret-notes`);
  expect(await notes.json()).toMatchObject({
    notes: [{ name: 'docker-hub', registries: earlier[0]?.registries }],
  });
  await page.reload();
  await expect(page.getByRole('row', { name: /docker-hub/ })).toContainText('earlier.example');
  await expect(notice).toBeHidden();
});

test('a failure to store a saved secret’s expiry is reported', async ({ page }) => {
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { name: 'forgotten' });
  await page.getByLabel('Expires on (optional)').fill(dayFromNow(30));
  // The write itself succeeds; everything after it is lost, as when the gateway goes away.
  await page.route('**/secret-notes/**', async (route) => {
    await page.route('**/assets/**', (asset) => asset.abort());
    await route.abort();
  });
  await page.getByRole('button', { name: 'Register' }).click();
  await registered(page);
  // The code of the message may be missing too; a status in its place says so.
  const status = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Try again' }) });
  await expect(status).toBeVisible();
  await page.unroute('**/assets/**');
  await status.getByRole('button').click();
  await expect(page.getByText('its registries and expiry date were not recorded')).toBeVisible();
});
