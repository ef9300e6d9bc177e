import type { Page } from '@playwright/test';
import { fillCredentials, fillRepositoryForm, openAddPage, submitAdd, writes } from './repository-form.ts';
import { tabTo } from './keyboard.ts';
import { expect, expectAccessible, test } from './test.ts';

async function openDeleteDialog(page: Page, tenant: string, name: string) {
  await page.goto(`/${tenant}/git-repositories`);
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  return page.getByRole('dialog', { name: `Delete repository ${name} from ${tenant}?` });
}

test('credentials are rotated: username and token only, and the page says so', async ({ page, stack }) => {
  await page.goto('/acme-vision/git-repositories');
  await page.getByRole('link', { name: 'Rotate credentials of vision-pipelines' }).click();
  await expect(page.getByRole('heading', { name: 'Rotate credentials', level: 1 })).toBeVisible();
  await expect(page.getByText('URL and name cannot be changed')).toBeVisible();
  await expect(page.getByRole('definition').first()).toHaveText('vision-pipelines');
  await expect(page.getByLabel('Repository URL')).toBeHidden();
  await expect(page.getByLabel('Username')).toBeFocused();
  await expect(page.getByLabel('Username')).toHaveValue('');
  await fillCredentials(page, { username: 'octo', token: 'not-a-real-token-2' });
  await page.getByRole('button', { name: 'Rotate credentials' }).click();

  await expect(
    page.getByRole('alert').filter({ hasText: 'credentials of vision-pipelines are rotated' }),
  ).toBeFocused();
  await expect(page.getByRole('status', { name: 'Status' })).toContainText('Completed');
  expect(await stack.simulator.storedRepository('acme-vision', 'vision-pipelines')).toBe(
    JSON.stringify({ username: 'octo', password: 'not-a-real-token-2' }),
  );
  expect(await writes(stack)).toEqual(['PATCH /v2/admin/repositories/vision-pipelines']);
});

test('rotating works by keyboard alone', async ({ page, stack }) => {
  await page.goto('/acme-vision/git-repositories');
  await expect(page.getByRole('rowheader', { name: 'vision-pipelines' })).toBeVisible();
  await tabTo(
    page.getByRole('link', { name: 'Rotate credentials of vision-pipelines', exact: true }).first(),
  );
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Username')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter the username.')).toBeVisible();
  // The form focuses its first error once more in a later task; nobody types that fast.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await page.keyboard.type('octo');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not-a-real-token-3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'are rotated' })).toBeFocused();
  expect(await stack.simulator.storedRepository('acme-vision', 'vision-pipelines')).toContain(
    'not-a-real-token-3',
  );
});

test('deleting says what stops working, and wants the name typed', async ({ page, stack }) => {
  const dialog = await openDeleteDialog(page, 'acme-vision', 'vision-legacy');
  await expect(dialog).toContainText('Applications that read from it stop working');
  const name = dialog.getByLabel('Type the name to confirm');
  await expect(name).toBeFocused();
  const confirm = dialog.getByRole('button', { name: 'Delete' });
  await expect(confirm).toBeDisabled();
  await name.fill('vision-pipelines');
  await expect(confirm).toBeDisabled();
  await name.fill('vision-legacy');
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('alert').filter({ hasText: '“vision-legacy” is deleted' })).toBeFocused();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(['vision-pipelines']);
  await expect(page.getByText('1 of 50 used')).toBeVisible();
  expect(await writes(stack)).toEqual(['DELETE /v2/admin/repositories/vision-legacy']);
});

test('deleting works by keyboard alone, and Escape leaves everything as it was', async ({ page, stack }) => {
  await page.goto('/acme-vision/git-repositories');
  await expect(page.getByRole('rowheader', { name: 'vision-pipelines' })).toBeVisible();
  await tabTo(page.getByRole('button', { name: 'Delete vision-pipelines', exact: true }).first());
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('vision-pip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Delete vision-pipelines' })).toBeFocused();
  expect(await writes(stack)).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('vision-pipelines');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '“vision-pipelines” is deleted' })).toBeFocused();
});

test('a failed delete is reported in the dialog, and can be tried again', async ({ page, stack }) => {
  const dialog = await openDeleteDialog(page, 'acme-vision', 'vision-legacy');
  await stack.simulator.failTenant('acme-vision', 'fail-always');
  await dialog.getByRole('textbox').fill('vision-legacy');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  const alert = dialog
    .getByRole('alert')
    .filter({ hasText: 'AI Core failed to carry out the request (500)' });
  await expect(alert).toContainText('Request ID');
  await expectAccessible(page);
  await stack.simulator.failTenant('acme-vision', 'none');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '“vision-legacy” is deleted' })).toBeVisible();
});

test('a repository that somebody else deleted meanwhile is reported, and is gone from the list', async ({
  page,
  context,
}) => {
  const dialog = await openDeleteDialog(page, 'acme-vision', 'vision-legacy');
  const other = await context.newPage();
  const otherDialog = await openDeleteDialog(other, 'acme-vision', 'vision-legacy');
  await otherDialog.getByRole('textbox').fill('vision-legacy');
  await otherDialog.getByRole('button', { name: 'Delete' }).click();
  await expect(otherDialog).toBeHidden();

  await page.bringToFront();
  await dialog.getByRole('textbox').fill('vision-legacy');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: '“vision-legacy” was already deleted' }),
  ).toBeFocused();
  await expect(page.getByRole('rowheader', { name: 'vision-legacy' })).toBeHidden();
});

test('a delete whose answer is lost is found to have happened', async ({ page }) => {
  const name = 'delete-reset-after-write';
  await openAddPage(page, 'acme-forecast');
  await fillRepositoryForm(page, { name });
  await submitAdd(page);
  const dialog = await openDeleteDialog(page, 'acme-forecast', name);
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'No Git repository yet' })).toBeVisible();
});
