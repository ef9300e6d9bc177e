import { expect, test } from './test.ts';

// Separate servers: their gateway does not know the tenant yet.
test.use({ simulatorFlags: '--tenants 5' });

test('a tenant that does not answer is one row with the reason, can be asked again, and does not affect others', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await page.goto('/overview');
  const silent = page.getByRole('gridcell', { name: /This connection lacks the permission \(403\)/ });
  await expect(silent.getByRole('link', { name: 'Open connection' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'No answer 1' })).toBeEnabled();
  await expect(page.getByRole('row', { name: /^acme-forecast 50/ })).toBeVisible();
  await silent.focus();
  await expect(page.getByRole('dialog')).toContainText('Request ID');
  await stack.simulator.failTenant('acme-vision', 'none');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Try again: acme-vision' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /^acme-vision 47/ })).toBeVisible();

  // Data that could not be renewed stays, with its age.
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('button', { name: 'No answer 1' })).toBeEnabled({ timeout: 45_000 });
  await page
    .getByRole('row', { name: /^acme-vision 47/ })
    .getByRole('gridcell', { name: '47' })
    .focus();
  await expect(page.getByRole('dialog')).toContainText('What is shown is less than a minute old.');
});
