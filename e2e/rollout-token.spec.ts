import { addConnection } from './connection-form.ts';
import { test } from './forwarding-test.ts';
import { fetchToken } from './proxies.ts';
import { finished } from './rollout-page.ts';
import { fillSecretForm } from './secret-form.ts';
import { expect } from './test.ts';

test('a run pauses when a token has expired, asks for another one, and continues with it', async ({
  page,
  stack,
  forwarding,
}) => {
  await addConnection(page, {
    label: 'Mine',
    address: forwarding,
    token: await fetchToken(stack.keysDir, 'acme-forecast'),
  });
  await page.getByRole('link', { name: 'Roll out' }).click();
  await fillSecretForm(page, { name: 'with-token' });
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await page.getByRole('checkbox', { name: 'Select Mine' }).check();
  await expect(page.getByText('Create in 1', { exact: true })).toBeVisible();

  await stack.simulator.expireTokens();
  await page.getByRole('button', { name: 'Roll out to 1 tenant' }).click();
  await expect(page.getByText('A token is missing or was rejected.')).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Token for Mine' });
  const token = await fetchToken(stack.keysDir, 'acme-forecast');
  await dialog.getByRole('textbox', { name: 'Bearer token' }).fill(token);
  await dialog.getByRole('button', { name: 'Use token' }).click();

  await finished(page);
  await expect(page.getByRole('row', { name: /Mine.*Create.*Done/ })).toBeVisible();
  expect(await stack.simulator.storedSecret('acme-forecast', 'with-token')).toContain('with-token');
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(stored).not.toContain(token);
});
