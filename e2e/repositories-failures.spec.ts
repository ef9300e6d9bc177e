import type { Page } from '@playwright/test';
import {
  fillCredentials,
  fillRepositoryForm,
  openAddPage,
  submitAdd,
  validRepository,
} from './repository-form.ts';
import { expect, test } from './test.ts';
import { toldFailures } from './told-failures.ts';

async function expectNothingLost(page: Page, name: string): Promise<void> {
  await expect(page.getByLabel('Repository URL')).toHaveValue(validRepository.url);
  await expect(page.getByLabel('Repository name')).toHaveValue(name);
  await expect(page.getByLabel('Username')).toHaveValue(validRepository.username);
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validRepository.token);
}

test('adding: each failure is reported with its request id, and the form can be sent again', async ({
  page,
}) => {
  await openAddPage(page, 'acme-vision');
  for (const { name, says } of toldFailures) {
    await fillRepositoryForm(page, { name });
    await submitAdd(page);
    const alert = page.getByRole('alert').filter({ hasText: says });
    await expect(alert).toContainText('Request ID');
    await expect(alert).not.toContainText(validRepository.token);
    await expectNothingLost(page, name);
    await expect(page.getByRole('button', { name: 'Add repository' })).toBeEnabled();
  }
  await page.getByLabel('Repository name').fill(validRepository.name);
  await submitAdd(page);
  await expect(page.getByRole('alert').filter({ hasText: 'app is added' })).toBeVisible();
});

test('adding: a name that somebody else took meanwhile is reported, although AI Core only says 500', async ({
  page,
  context,
}) => {
  await openAddPage(page, 'acme-vision');
  await fillRepositoryForm(page, { name: 'raced' });
  const other = await context.newPage();
  await openAddPage(other, 'acme-vision');
  await fillRepositoryForm(other, { url: 'https://git.example.com/team/other', name: 'raced' });
  await submitAdd(other);
  await expect(other.getByRole('alert').filter({ hasText: 'raced is added' })).toBeVisible();

  await page.bringToFront();
  await submitAdd(page);
  await expect(page.getByText('This tenant already has a repository “raced”')).toBeVisible();
  await expect(page.getByLabel('Repository name')).toBeFocused();
  await expectNothingLost(page, 'raced');
});

test('adding: a repository that somebody else added meanwhile is reported at its URL', async ({
  page,
  context,
}) => {
  await openAddPage(page, 'acme-vision');
  await fillRepositoryForm(page, { name: 'mine' });
  const other = await context.newPage();
  await openAddPage(other, 'acme-vision');
  await fillRepositoryForm(other, { url: `${validRepository.url}.git`, name: 'theirs' });
  await submitAdd(other);
  await expect(other.getByRole('alert').filter({ hasText: 'theirs is added' })).toBeVisible();

  await page.bringToFront();
  await submitAdd(page);
  await expect(page.getByText('This tenant already has this repository')).toBeVisible();
  await expect(page.getByLabel('Repository URL')).toBeFocused();
  await expectNothingLost(page, 'mine');
});

test('adding: a full quota is reported before anybody types', async ({ page }) => {
  await openAddPage(page, 'globex-chat');
  await expect(page.getByText('The quota is full')).toBeVisible();
});

test('without the list the form still works, and AI Core decides', async ({ page, stack }) => {
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await openAddPage(page, 'acme-vision');
  await stack.simulator.failTenant('acme-vision', 'none');
  await fillRepositoryForm(page, { url: 'https://github.com/acme-ai/vision-pipelines.git', name: 'again' });
  await submitAdd(page);
  await expect(page.getByText('This tenant already has this repository')).toBeVisible();
});

test('rotating: a failure is reported, and nothing is lost', async ({ page }) => {
  const name = 'update-fail-429';
  await openAddPage(page, 'acme-forecast');
  await fillRepositoryForm(page, { name });
  await submitAdd(page);
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await page.getByRole('link', { name: `Rotate credentials of ${name}` }).click();
  await fillCredentials(page, { username: 'new', token: 'another-invented-token' });
  await page.getByRole('button', { name: 'Rotate credentials' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Request ID' })).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue('new');
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('another-invented-token');
});
