import type { Page } from '@playwright/test';
import { freePort } from '../gateway/testing/free-port.ts';
import { holdRequests } from './held-code.ts';
import { startProcess } from './stack.ts';
import { fillSecretForm, openRegisterPage, validSecret } from './secret-form.ts';
import { expect, expectAccessible, test } from './test.ts';
import { toldFailures } from './told-failures.ts';

async function expectNothingLost(page: Page, name: string): Promise<void> {
  await expect(page.getByLabel('Secret name')).toHaveValue(name);
  await expect(page.getByLabel('Registry host')).toHaveValue(validSecret.host);
  await expect(page.getByLabel('Username')).toHaveValue(validSecret.username);
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);
}

test('each failure is reported with its request id, and nothing typed is lost', async ({ page }) => {
  await openRegisterPage(page, 'acme-vision');
  for (const { name, says } of toldFailures) {
    await fillSecretForm(page, { name });
    await page.getByRole('button', { name: 'Register' }).click();
    const alert = page.getByRole('alert').filter({ hasText: says });
    await expect(alert).toBeVisible();
    await expect(alert).toContainText('Request ID');
    await expect(alert).toContainText(/Nothing was changed|It is unknown whether the change took effect/);
    await expect(alert).not.toContainText(validSecret.token);
    await expectNothingLost(page, name);
    await expect(page.getByRole('button', { name: 'Register' })).toBeEnabled();
  }
  await expectAccessible(page);
});

test('a slow answer is announced while it runs, and then arrives', async ({ page }) => {
  await page.clock.install();
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'slow-answer' });
  const letThrough = await holdRequests(page, '**/v2/admin/dockerRegistrySecrets');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  await page.clock.fastForward(2600);
  await expect(page.getByText('AI Core is taking longer than usual')).toBeVisible();
  letThrough();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
});

test('a name that exists is refused at the field before anything is sent', async ({ page, stack }) => {
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'docker-hub' });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('This tenant already has a secret “docker-hub”')).toBeVisible();
  await expect(page.getByRole('link', { name: 'docker-hub' })).toHaveAttribute(
    'href',
    '/acme-vision/docker-registry-secrets/docker-hub',
  );
  await expect(page.getByLabel('Secret name')).toBeFocused();
  expect((await stack.simulator.journal()).filter(({ method }) => method === 'POST')).toEqual([]);
});

test('a name that somebody else took meanwhile is reported at its field, although AI Core only says 400', async ({
  page,
  context,
}) => {
  const name = 'taken-400';
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name });
  const other = await context.newPage();
  await openRegisterPage(other, 'acme-vision');
  await fillSecretForm(other, { name });
  await other.getByRole('button', { name: 'Register' }).click();
  await expect(other.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();

  await page.bringToFront();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText(`This tenant already has a secret “${name}”`)).toBeVisible();
  await expect(page.getByLabel('Secret name')).toBeFocused();
  await expectNothingLost(page, name);
});

test('a list that fails, and is read again later, does not clear what was typed', async ({ page, stack }) => {
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'kept' });
  const again = page.waitForResponse(/dockerRegistrySecrets\?/);
  // The event that the console gets when the user returns to its tab.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await again;
  await expectNothingLost(page, 'kept');
});

test('an unreachable proxy is reported, and the same form succeeds when it is back', async ({ page }) => {
  const env = { PORT: String(await freePort()) };
  const gateway = await startProcess('gateway/main.ts', [], env);
  await page.goto(`${gateway.url}/acme-vision/docker-registry-secrets`);
  await page.getByRole('link', { name: 'Register secret' }).click();
  await fillSecretForm(page);
  await gateway.stop();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('The console could not reach the gateway.')).toBeVisible();
  await expectNothingLost(page, validSecret.name);

  const again = await startProcess('gateway/main.ts', [], env);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  await again.stop();
});

test('an expired token of the gateway is renewed without the user noticing', async ({ page, stack }) => {
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'after-expiry' });
  await stack.simulator.expireTokens();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
});
