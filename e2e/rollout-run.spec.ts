import { holdRequests } from './held-code.ts';
import { choose, holders, openTenants, finished, statesOf, testWithTenants } from './rollout-page.ts';
import { expect } from './test.ts';

const test = testWithTenants(60);

const writes = '**/v2/admin/dockerRegistrySecrets';
/** The highest number of requests that a run sends to one server at a time. */
const atOnce = 6;

test('a run is paused, resumed, cancelled and continued', async ({ page, stack }) => {
  await openTenants(page, 'paused');
  await choose(page, ['tenant-000', 'tenant-001']);
  const letThrough = await holdRequests(page, writes);
  await page.getByRole('button', { name: 'Roll out to 16 tenants' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Nothing more starts until you resume.')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Cancel run' }).click();
  letThrough();
  await finished(page);
  const done = await statesOf(page, 'done');
  expect(done.toSorted()).toEqual(await holders(stack, 'paused'));
  expect(done.length).toBeLessThanOrEqual(atOnce);
  await page.getByRole('button', { name: /^Resume cancelled/ }).click();
  await finished(page);
  const failed = await statesOf(page, 'failed');
  expect((await holders(stack, 'paused')).length).toBe(16 - failed.length);
});

test('the time left includes a requested wait, and is not shown while a tenant hangs', async ({
  page,
  stack,
}) => {
  await openTenants(page, 'timed');
  await choose(page, ['tenant-001']);
  await stack.simulator.failTenant('tenant-0010', 'fail-429');
  const letThrough = await holdRequests(page, '**/tenant-0011/v2/admin/dockerRegistrySecrets');
  await page.getByRole('button', { name: 'Roll out to 10 tenants' }).click();
  const left = page.getByText(/^About .+ left$/);
  // AI Core asks for a wait of two seconds again and again, longer than the pace of the others suggests.
  await expect(page.getByText(/^About (?!1 s).+ left$/)).toBeVisible();
  await stack.simulator.failTenant('tenant-0010', 'none');
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute(
    'aria-valuetext',
    '9 of 10',
  );
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('9/10');
  await expect(left).toBeHidden();
  letThrough();
  await finished(page);
});

test('leaving during a run asks first, and stops the run', async ({ page, stack }) => {
  await openTenants(page, 'left');
  await choose(page, ['tenant-00']);
  const letThrough = await holdRequests(page, writes);
  await page.getByRole('button', { name: 'Roll out to 57 tenants' }).click();
  await page.getByRole('link', { name: 'Overview' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave while it runs?' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByRole('button', { name: 'Cancel run' })).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await dialog.getByRole('button', { name: 'Stop and leave' }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  // Running requests end, and no others follow.
  letThrough();
  await expect(page.getByText('60 of 60 tenants, ')).toBeVisible({ timeout: 45_000 });
  const sent = (await stack.simulator.journal()).filter(({ method }) => method === 'POST');
  expect(sent.length).toBeLessThanOrEqual(atOnce);
});
