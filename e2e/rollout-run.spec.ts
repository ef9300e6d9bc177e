import { choose, holders, openTenants, finished, statesOf, testWithTenants } from './rollout-page.ts';
import type { Stack } from './stack.ts';
import { expect } from './test.ts';

const test = testWithTenants(60);

test('a run is paused, resumed, cancelled and gone on with', async ({ page, stack }) => {
  await slowDown(stack, 12);
  await openTenants(page, 'paused');
  await choose(page, ['tenant-000', 'tenant-001']);
  await page.getByRole('button', { name: 'Roll out to 16 tenants' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Nothing more starts until you resume.')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Cancel run' }).click();
  await finished(page);
  const done = await statesOf(page, 'done');
  expect(done.toSorted()).toEqual(await holders(stack, 'paused'));
  expect(done.length).toBeLessThan(16);
  await page.getByRole('button', { name: /^Resume cancelled/ }).click();
  await finished(page);
  const failed = await statesOf(page, 'failed');
  expect((await holders(stack, 'paused')).length).toBe(16 - failed.length);
});

async function slowDown(stack: Stack, count: number): Promise<void> {
  for (let number = 4; number < 4 + count; number += 1) {
    await stack.simulator.failTenant(`tenant-${String(number).padStart(4, '0')}`, 'slow');
  }
}

test('leaving while it runs is asked about, and stops the run', async ({ page, stack }) => {
  await openTenants(page, 'left');
  await choose(page, ['tenant-00']);
  // So slow that it would take half a minute.
  await slowDown(stack, 57);
  await page.getByRole('button', { name: 'Roll out to 57 tenants' }).click();
  await page.getByRole('link', { name: 'Overview' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave while it runs?' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByRole('button', { name: 'Cancel run' })).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await dialog.getByRole('button', { name: 'Stop and leave' }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await stack.simulator.reset();
  await expect(page.getByText('60 of 60 tenants, ')).toBeVisible({ timeout: 45_000 });
  const writes = (await stack.simulator.journal()).filter(({ method }) => method === 'POST');
  expect(writes).toEqual([]);
});

test('a token of the gateway that expires meanwhile is renewed, and no tenant notices', async ({
  page,
  stack,
}) => {
  await openTenants(page, 'expired');
  await choose(page, ['acme']);
  await stack.simulator.expireTokens();
  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  await finished(page);
  expect(await holders(stack, 'expired')).toEqual(['acme-forecast', 'acme-vision']);
});
