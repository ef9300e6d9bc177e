import { firstServiceKey, startProcess } from './stack.ts';
import { fillSecretForm } from './secret-form.ts';
import { expect, test } from './test.ts';

test('with nothing configured, three demo tenants work, and say that they are a demo', async ({ page }) => {
  const gateway = await startProcess('gateway/main.ts', []);
  try {
    await page.goto(`${gateway.url}/`);
    await expect(page.getByText('Demo', { exact: true })).toBeVisible();
    await page.getByRole('combobox', { name: 'Tenant' }).click();
    for (const name of ['Acme Forecast', 'Globex Chat', 'Acme Vision']) {
      await expect(page.getByRole('option', { name }).first()).toBeVisible();
    }
    await page.getByRole('option', { name: 'Acme Vision' }).first().click();
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Secrets', exact: true })
      .click();
    await page.getByRole('link', { name: 'Register secret' }).click();
    await fillSecretForm(page);
    await page.getByRole('button', { name: 'Register' }).click();
    await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  } finally {
    await gateway.stop();
  }
});

test('with only AICORE_SERVICE_KEY, the console works on that server', async ({ page, stack }) => {
  const key = await firstServiceKey(stack.keysDir);
  const gateway = await startProcess('gateway/main.ts', [], { AICORE_SERVICE_KEY: key.text });
  try {
    await page.goto(gateway.url);
    await expect(page).toHaveURL(new RegExp(`/${key.tenantId}/docker-registry-secrets$`));
    await expect(page.getByText('Demo', { exact: true })).toBeHidden();
    await page.getByRole('link', { name: 'Register secret' }).click();
    await fillSecretForm(page, { name: 'by-one-key' });
    await page.getByRole('button', { name: 'Register' }).click();
    await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
    expect(await stack.simulator.storedSecret(key.tenantId, 'by-one-key')).toContain('registry.example.com');
  } finally {
    await gateway.stop();
  }
});
