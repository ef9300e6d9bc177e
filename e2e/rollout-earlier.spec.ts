import { readFile } from 'node:fs/promises';
import { allAsked, openTenants, finished, statesOf, testWithTenants } from './rollout-page.ts';
import { validSecret } from './secret-form.ts';
import { expect, expectAccessible } from './test.ts';

const test = testWithTenants(60);

test('the outcome of a rollout is counted, kept with reasons but without credential, and leaving it asks first', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('tenant-0010', 'fail-always');
  await stack.simulator.failTenant('tenant-0011', 'none');
  await openTenants(page, 'kept');
  await page.getByRole('checkbox', { name: 'Select tenant-0010' }).check();
  await page.getByRole('checkbox', { name: 'Select tenant-0011' }).check();
  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  await finished(page);
  await page.getByRole('button', { name: 'Plan again' }).click();
  await allAsked(page);
  await page.getByRole('button', { name: 'Roll out to 1 tenant' }).click();
  await finished(page);

  await page.getByRole('link', { name: 'Overview' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without the report?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Start another' }).click();
  await question.getByRole('button', { name: 'Stay' }).click();
  expect(await statesOf(page, 'failed')).toEqual(['tenant-0010']);
  await page.getByRole('button', { name: 'Start another' }).click();

  await expect(page.getByText('1 of 2 tenants done')).toBeVisible();
  await page.getByRole('button', { name: /^Outcomes: / }).click();
  const outcomes = page.getByRole('dialog', { name: /“kept”/ });
  await expect(outcomes.getByRole('rowheader')).toHaveText(['tenant-0010', 'tenant-0011']);
  await expect(outcomes.getByRole('row', { name: /tenant-0010.*Failed/ })).toContainText('(500)');
  await outcomes.getByRole('searchbox', { name: 'Search outcomes' }).fill('0011');
  await expect(outcomes.getByRole('rowheader')).toHaveText(['tenant-0011']);
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    outcomes.getByRole('button', { name: 'Export CSV report' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/"tenant-0010",.*"failed",.*500/);
  await page.keyboard.press('Escape');

  // The credential is in no storage; the stored plan does not contain it.
  const stored = await page.evaluate(() =>
    JSON.stringify([...Object.entries(localStorage), ...Object.entries(sessionStorage)]),
  );
  expect(stored).toContain('kept');
  expect(stored).not.toContain(validSecret.token);
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('');
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByRole('heading', { name: 'Earlier rollouts' })).toBeHidden();
  await page.goto('/tenant-0011/docker-registry-secrets');
  await expect(page.getByRole('row', { name: /kept/ })).toContainText('registry.example.com');
});
