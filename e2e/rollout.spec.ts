import type { Page } from '@playwright/test';
import { tabTo, tabToAndPress, tabToAndType } from './keyboard.ts';
import { fillRepositoryForm, validRepository } from './repository-form.ts';
import {
  truth,
  holders,
  allAsked,
  choose,
  openTenants,
  searchTenants,
  confirmNumber,
  finished,
  statesOf,
  testWithTenants,
} from './rollout-page.ts';
import { validSecret } from './secret-form.ts';
import { expect, expectAccessible } from './test.ts';

const test = testWithTenants(60);

test('what a link names is filled in, Back goes one step back, and no address holds a credential', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('tenant-0011', 'fail-always');
  await page.goto('/overview');
  await page.goto('/rollout?secret=first,second&tenant=tenant-0010,tenant-0011,nobody');
  await expect(page.getByText('Rolling out first.')).toBeVisible();
  await expect(page.getByText('Then second.')).toBeVisible();
  const fill = async () => {
    await page.getByLabel('Registry host').fill(validSecret.host);
    await page.getByLabel('Username').fill(validSecret.username);
    await page.getByLabel('Access token', { exact: true }).fill(validSecret.token);
    await page.getByRole('button', { name: 'Choose tenants' }).click();
  };
  await fill();
  await allAsked(page);
  await expect(page).toHaveURL(/step=where$/);
  await expect(page.getByText('2 of 60 tenants selected')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  await finished(page);
  await expect(page).toHaveURL(/step=run$/);
  expect(page.url()).not.toContain(validSecret.token);
  await expect(page).toHaveTitle('1 failed · Roll out first · AI Core Registry Console');
  await expect(page.getByRole('rowheader')).toHaveText(['tenant-0011', 'tenant-0010']);

  // One square for each tenant: a click shows the tenants in the same state.
  await page.getByTitle('tenant-0010: Done').click();
  await expect(page.getByRole('rowheader')).toHaveText(['tenant-0010']);
  await page.getByRole('button', { name: /^All/ }).click();
  await stack.simulator.failTenant('tenant-0011', 'none');
  await page.getByRole('button', { name: 'Retry tenant-0011' }).click();
  await expect(page).toHaveTitle('Done · Roll out first · AI Core Registry Console');
  await expect(page.getByRole('rowheader', { name: 'tenant-0011' }).getByRole('link')).toHaveAttribute(
    'href',
    '/tenant-0011/docker-registry-secrets',
  );

  await page.getByRole('button', { name: 'Next: second' }).click();
  await expect(page.getByText('Rolling out second.')).toBeVisible();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('');
  await fill();
  await allAsked(page);
  await expect(page.getByText('2 of 60 tenants selected')).toBeVisible();
  await page.reload();
  // A reload loses the credential, so the page starts with entering it again.
  await expect(page).toHaveURL(/\/rollout\?secret=second&tenant=[^&]*$/);
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('');
});

test('a secret is removed from many tenants after typing their number', async ({ page, stack }) => {
  await openTenants(page, 'to-remove');
  await choose(page, ['tenant-002']);
  await page.getByRole('button', { name: 'Roll out to 10 tenants' }).click();
  await finished(page);
  const held = await holders(stack, 'to-remove');
  expect(held.length).toBeGreaterThan(7);

  await page.getByRole('button', { name: 'Start another' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('radio', { name: 'Delete from many' }).check();
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await expect(page.getByText('Enter the name.')).toBeVisible();
  await page.getByLabel('Name of the secret').fill('to-remove');
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  await page.getByRole('button', { name: 'Select all that have it' }).click();
  await expect(page.getByText(`Delete from ${held.length}`, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: `Delete from ${held.length} tenants` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Number of tenants').fill('3');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  await confirmNumber(page, held.length, 'Delete');
  await finished(page);
  expect((await statesOf(page, 'done')).toSorted()).toEqual(held);
  expect(await holders(stack, 'to-remove')).toEqual([]);

  // Opened again, a deletion asks for no credential, because it has none.
  await page.getByRole('button', { name: 'Start another' }).click();
  await page.getByRole('button', { name: 'Open: Delete Docker registry secret “to-remove”' }).click();
  await allAsked(page);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(
    page.getByText('Continuing the deletion of to-remove. Tenants that are done are left unchanged.'),
  ).toBeVisible();
});

test('a repository is rolled out: a different one with its name is left alone, the same one is updated', async ({
  page,
  stack,
}) => {
  const body = { name: 'shared', url: 'https://git.example.com/other/app', username: 'jo', password: 'x' };
  await createRepository(page, 'tenant-0030', body);
  const same = { ...body, name: 'elsewhere', url: 'https://git.example.com/team/APP/' };
  await createRepository(page, 'tenant-0031', same);

  await page.goto('/rollout');
  await page.getByRole('radio', { name: 'Git repository' }).check();
  await fillRepositoryForm(page, { url: 'https://git.example.com/team/app', name: 'shared' });
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  await searchTenants(page, 'tenant-003');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('radio', { name: /^Update/ }).check();
  await expect(page.getByText('Create in 8, update in 1, leave out 1')).toBeVisible();
  await expect(page.getByText('Has it as “elsewhere”')).toBeVisible();
  await expect(page.getByText('Conflicts with an existing one.')).toBeVisible();
  await page.getByRole('button', { name: 'Roll out to 9 tenants' }).click();
  await confirmNumber(page, 1, 'Rotate');
  await finished(page);

  const failed = await statesOf(page, 'failed');
  const done = await statesOf(page, 'done');
  const held = (await truth(stack)).filter(({ repositories }) => repositories.includes('shared'));
  expect([...held.map(({ tenantId }) => tenantId), 'tenant-0031'].toSorted()).toEqual(
    [...done, 'tenant-0030'].toSorted(),
  );
  expect(done.length + failed.length).toBe(9);
  const url = `${stack.simulator.url}/inspect/tenants`;
  const updated = await (await fetch(`${url}/tenant-0031/repositories/elsewhere`)).text();
  expect(updated).toContain(validRepository.token);
  const untouched = await (await fetch(`${url}/tenant-0030/repositories/shared`)).text();
  expect(untouched).not.toContain(validRepository.token);
});

/**
 * As another administrator does, outside of this console. Several attempts, because some tenants refuse their first
 * write.
 */
async function createRepository(page: Page, tenantId: string, body: object): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const path = `/api/tenants/${tenantId}/v2/admin/repositories`;
    const answer = await page.request.post(path, { data: body });
    if (answer.ok() || answer.status() === 409) return;
  }
  throw new Error(`${tenantId} did not take the repository`);
}

test('a rollout to 50 tenants works by keyboard alone, on a narrow screen too', async ({ page, stack }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/rollout');
  await expect(page.getByLabel('Secret name')).toBeVisible();
  await tabToAndType(page.getByLabel('Secret name'), 'by-keyboard');
  await tabToAndType(page.getByLabel('Registry host'), 'registry.example.com');
  await tabToAndType(page.getByLabel('Username'), 'jo');
  await tabToAndType(page.getByLabel('Access token', { exact: true }), 'not-a-real-token');
  await page.keyboard.press('Enter');
  await allAsked(page);
  await tabToAndType(page.getByRole('searchbox', { name: 'Search tenants' }), 'tenant-00');
  await expect(page.getByRole('checkbox', { name: 'Select acme-forecast' })).toBeHidden();
  await tabTo(page.getByRole('checkbox', { name: 'Select tenant-0004' }));
  await page.keyboard.press('Space');
  for (let row = 0; row < 49; row += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('50 of 60 tenants selected')).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, 'the page scrolls sideways').toBe(false);
  await tabToAndPress(page.getByRole('button', { name: 'Roll out to 50 tenants' }), 'Enter');
  await finished(page);
  await expectAccessible(page);
  await tabToAndPress(page.getByRole('button', { name: /^Retry failed/ }), 'Enter');
  await finished(page);
  const hopeless = (await truth(stack)).filter(({ failure }) => failure === 'fail-always');
  expect((await holders(stack, 'by-keyboard')).length).toBeGreaterThanOrEqual(50 - hopeless.length);
  await expect(page.getByRole('row', { name: /tenant-0020.*Create.*Done/ })).toBeVisible();
});
