import { tabTo } from './keyboard.ts';
import {
  allAsked,
  choose,
  confirmNumber,
  finished,
  openTenants,
  searchTenants,
  statesOf,
  testWithTenants,
  writesByTenant,
} from './rollout-page.ts';
import { fillSecretForm, validSecret } from './secret-form.ts';
import { listenTo } from './spoken.ts';
import { expect, expectAccessible } from './test.ts';

const test = testWithTenants(60);

test('the plan follows the policy; replacing credentials names the tenants and requires typing their number', async ({
  page,
  stack,
}) => {
  await openTenants(page, 'docker-hub');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  await choose(page, ['acme']);
  await expect(page.getByText('Create in 1, skip 1')).toBeVisible();
  await page.getByRole('radio', { name: /^Stop/ }).check();
  await expect(page.getByText('One tenant already has it, so nothing starts.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Roll out to/ })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('radio', { name: /^Update/ }).check();
  await expect(page.getByText('Create in 1, update in 1')).toBeVisible();

  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rotate the credentials of “docker-hub” in 1 tenant?' });
  await expect(dialog.getByText('In acme-vision.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Rotate' })).toBeDisabled();
  await expectAccessible(page);
  expect((await writesByTenant(stack)).size).toBe(0);
  await confirmNumber(page, 1, 'Rotate');
  await finished(page);
  expect(await statesOf(page, 'done')).toEqual(['acme-forecast', 'acme-vision']);
});

test('changing the kind asks before it discards what was typed', async ({ page }) => {
  await page.goto('/rollout');
  await fillSecretForm(page, { name: 'docker-hub' });
  const repository = page.getByRole('radio', { name: 'Git repository' });
  await repository.click();
  await page.getByRole('button', { name: 'Keep typing' }).click();
  const chosen = page.getByRole('radio', { name: 'Docker registry secret' });
  await expect(chosen).toBeChecked();
  // The focus is on the selected radio button, not on the one that was clicked but not selected.
  await expect(chosen).toBeFocused();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);
  await repository.click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(repository).toBeChecked();
  await expect(repository).toBeFocused();
  // Nothing is typed now, so nothing is asked.
  await page.getByRole('radio', { name: 'Delete from many' }).check();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('tenants are selected by arrow keys, ranges, states and pasted names', async ({ page }) => {
  await page.goto('/rollout');
  await fillSecretForm(page, { name: 'docker-hub' });
  const heard = await listenTo(page);
  await page.getByRole('button', { name: 'Choose tenants' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Steps' }).getByText('2. Where')).toBeFocused();
  await allAsked(page);
  await expect.poll(heard).toContain('60 of 60 tenants read');
  const selected = (count: number) => expect(page.getByText(`${count} of 60 tenants selected`)).toBeVisible();
  const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
  const head = page.getByRole('checkbox', { name: 'Select all shown' });

  // A single tab stop, wherever the table is scrolled to.
  await tabTo(box('acme-forecast'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await selected(2);
  await page.keyboard.press('End');
  await expect(box('tenant-0060')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(head).toBeFocused();
  await expect(head).toHaveJSProperty('indeterminate', true);
  await page.keyboard.press('Space');
  await selected(60);
  await page.keyboard.press('Space');
  await selected(0);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('table').getByRole('checkbox').and(page.locator(':focus'))).toHaveCount(0);

  await box('tenant-0004').check();
  await box('tenant-0008').click({ modifiers: ['Shift'] });
  await selected(5);

  // Adds to the selection.
  await searchTenants(page, 'acme');
  await page.getByRole('button', { name: 'Select all that lack it' }).click();
  await selected(6);
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('');
  await page.getByLabel('Show', { exact: true }).selectOption('Have it');
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(['acme-vision']);
  await page.getByLabel('Show', { exact: true }).selectOption('All tenants');

  await page.getByRole('button', { name: 'Paste names' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('tenant-0020, TENANT-0021\nzebra');
  await expect(dialog.getByText('No tenant is called zebra.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Select 2 tenants' }).click();
  await selected(8);
});

test('a full quota and a silent tenant are left out of the plan, with the reason', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('tenant-0010', 'fail-500');
  await openTenants(page, 'left-out');
  await searchTenants(page, 'globex');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(page.getByText('Quota full.')).toBeVisible();
  await searchTenants(page, '0010');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(page.getByText('No answer. Nothing is written there.')).toBeVisible();
  await expect(page.getByText('Leave out 2')).toBeVisible();
  await stack.simulator.failTenant('tenant-0010', 'none');
  await page.getByRole('button', { name: 'Try again (1)' }).click();
  await expect(page.getByText('Create in 1, leave out 1')).toBeVisible();
});
