import type { Page } from '@playwright/test';
import { dayFromNow } from './secret-form.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './test.ts';

const secretPath = '/acme-vision/docker-registry-secrets/docker-hub';

/** Somebody else changes the secret's note. */
async function noteOfOther(page: Page, stack: Stack, note: string): Promise<void> {
  const answer = await page.request.put(`${stack.url}/api/tenants/acme-vision/secret-notes/docker-hub`, {
    data: { registries: [{ host: 'ghcr.io' }], expiresAt: null, note, ofWrite: false },
    headers: { origin: stack.url },
  });
  expect(answer.ok()).toBe(true);
}

test('somebody else’s note about a secret is neither lost nor overwritten silently', async ({
  page,
  stack,
}) => {
  await noteOfOther(page, stack, 'Ask Jo');
  await page.goto(secretPath);
  await expect(page.getByText('Ask Jo')).toBeVisible();

  await page.getByRole('button', { name: 'Change expiry…' }).click();
  await noteOfOther(page, stack, 'Ask Kim');
  await page.getByLabel('Expires on (optional)').fill(dayFromNow(40));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Ask Kim')).toBeVisible();

  await page.getByRole('button', { name: 'Change details' }).click();
  const dialog = page.getByRole('dialog');
  await noteOfOther(page, stack, 'Ask Lou');
  await dialog.getByLabel('Note (optional)').fill('Ask me');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('have changed since you opened them');
  await expect(dialog.getByLabel('Note (optional)')).toHaveValue('Ask me');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Ask me')).toBeVisible();
});

test('a credential stays in its form although the secret is deleted elsewhere', async ({ page, stack }) => {
  await page.clock.install();
  await page.goto(`${secretPath}/rotate`);
  await page.getByLabel('Registry host').fill('ghcr.io');
  await page.getByLabel('Username').fill('octo');
  const token = page.getByLabel('Access token', { exact: true });
  await token.fill('not-a-real-token');
  const path = '/api/tenants/acme-vision/v2/admin/dockerRegistrySecrets';
  const origin = stack.url;
  await page.request.delete(`${origin}${path}/docker-hub`, { headers: { origin } });
  const read = page.waitForResponse((response) => response.url().includes(`${path}?`));
  await page.clock.fastForward('01:00');
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await (await read).finished();
  await expect(token).toHaveValue('not-a-real-token');
  await token.press('Enter');
  await expect(page.getByRole('alert')).toContainText('404');
  await expect(token).toHaveValue('not-a-real-token');
});
