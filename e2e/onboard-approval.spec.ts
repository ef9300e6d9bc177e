import type { Page } from '@playwright/test';
import { fillCredentials } from './repository-form.ts';
import { finished, writesByTenant } from './rollout-page.ts';
import { testAsPeople } from './sign-in/as-people.ts';
import { holdings } from './tenant-truth.ts';
import { expect } from './test.ts';

const test = testAsPeople({ APPROVAL_ABOVE: '1' });
test.use({ simulatorFlags: '--tenants 5' });

const token = 'not-a-real-token';

async function enterCredentials(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enter 2 credentials' }).click();
  await fillCredentials(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Registry host').fill('ghcr.io');
  await fillCredentials(page);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 45_000 });
}

test('an onboarding that needs approval waits, is approved as a whole, and runs as approved', async ({
  openAs,
  stack,
}) => {
  const page = await openAs('Robin');
  await page.goto('/onboarding?tenant=acme-forecast,tenant-0004');
  // Shown before anything is typed.
  await expect(page.getByText('For more than 1 tenant, a second person approves the plan')).toBeVisible();
  await page.getByLabel('Onboard like').selectOption('acme-vision');
  await page.getByRole('button', { name: 'Clear selection' }).click();
  for (const [kind, name] of [
    ['Git repository', 'vision-pipelines'],
    ['Application', 'vision-training'],
    ['Resource group', 'vision-training'],
    ['Docker registry secret', 'ghcr-acme-vision'],
  ] as const)
    await page.getByRole('group', { name: kind }).getByRole('checkbox', { name }).check();
  await enterCredentials(page);
  await expect(page.getByText('a second person has to approve this plan')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Onboard/ })).toBeHidden();
  await page.getByRole('button', { name: 'Ask for approval for 2 tenants' }).click();
  const row = page.getByRole('row', { name: 'Onboard like acme-vision' });
  await expect(row).toContainText('Create 4 items in 2 tenants');
  await expect(row).toContainText('Waiting');
  expect(await writesByTenant(stack)).toEqual(new Map());

  const other = await openAs('Kim');
  await other.goto('/approvals');
  await other.getByRole('button', { name: 'Review: Onboard like acme-vision' }).click();
  const dialog = other.getByRole('dialog', { name: 'Onboard like acme-vision' });
  for (const fact of ['vision-pipelines', 'ghcr.io (jo)', 'acme-forecast', 'tenant-0004', 'Robin'])
    await expect(dialog).toContainText(fact);
  await expect(dialog).not.toContainText(token);
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(other.getByRole('row', { name: 'Onboard like acme-vision' })).toContainText('Approved');

  await page.getByRole('button', { name: 'Refresh' }).click();
  await row.getByRole('link', { name: 'Run: Onboard like acme-vision' }).click();
  await expect(page.getByText(/^4 of \d+ items selected/)).toBeVisible();
  await enterCredentials(page);
  await expect(page.getByText('Approved by Kim.')).toBeVisible();
  // One more tenant makes it a different plan.
  await page.getByRole('checkbox', { name: 'Select tenant-0005' }).check();
  await expect(page.getByText('Not in the approved plan: tenant-0005.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select tenant-0005' }).uncheck();
  await page.getByRole('button', { name: 'Onboard 2 tenants' }).click();
  await finished(page);
  await expect(page.getByText(/^AI Core confirms 8 of 8 items/)).toBeVisible({ timeout: 60_000 });
  const holding = {
    repositories: ['vision-pipelines'],
    applications: ['vision-training'],
    resourceGroups: ['default', 'vision-training'],
    objectStores: [],
    secrets: ['ghcr-acme-vision'],
    genericSecrets: [],
  };
  const held = await holdings(stack);
  expect([held.get('acme-forecast'), held.get('tenant-0004')]).toEqual([holding, holding]);
  expect(held.get('tenant-0005')).toMatchObject({ repositories: [], secrets: [] });
});
