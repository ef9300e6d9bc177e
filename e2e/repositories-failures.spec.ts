import type { Page } from '@playwright/test';
import {
  fillCredentials,
  fillRepositoryForm,
  openAddPage,
  submitAdd,
  validRepository,
} from './repository-form.ts';
import { startProcess } from './stack.ts';
import { expect, test } from './test.ts';
import { toldFailures } from './told-failures.ts';

async function expectNothingLost(page: Page, name: string): Promise<void> {
  await expect(page.getByLabel('Repository URL')).toHaveValue(validRepository.url);
  await expect(page.getByLabel('Repository name')).toHaveValue(name);
  await expect(page.getByLabel('Username')).toHaveValue(validRepository.username);
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validRepository.token);
}

test('adding: each failure is told with its request id, and nothing typed is lost', async ({ page }) => {
  await openAddPage(page, 'acme-vision');
  for (const { name, says } of toldFailures) {
    await fillRepositoryForm(page, { name });
    await submitAdd(page);
    const alert = page.getByRole('alert').filter({ hasText: says });
    await expect(alert).toContainText('Request id');
    await expect(alert).not.toContainText(validRepository.token);
    await expectNothingLost(page, name);
    await expect(page.getByRole('button', { name: 'Add repository' })).toBeEnabled();
  }
});

test('adding: a slow answer is announced while it runs, and then arrives', async ({ page }) => {
  await page.clock.install();
  await openAddPage(page, 'acme-vision');
  await fillRepositoryForm(page, { name: 'slow' });
  await submitAdd(page);
  await expect(page.locator('form')).toHaveAttribute('aria-busy', 'true');
  await page.clock.fastForward(2500);
  await expect(page.getByText('AI Core is taking longer than usual')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'slow is added' })).toBeVisible();
});

test('adding: a name that somebody else took meanwhile is told, though AI Core only says 500', async ({
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

test('adding: a repository that somebody else added meanwhile is told at its URL', async ({
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

test('adding: an unreachable proxy is told, and the same form succeeds when it is back', async ({ page }) => {
  const gateway = await startProcess('gateway/main.ts', []);
  await page.goto(`${gateway.url}/acme-vision/git-repositories/new`);
  await fillRepositoryForm(page);
  await gateway.stop();
  await submitAdd(page);
  await expect(page.getByText('The console could not reach the gateway.')).toBeVisible();
  await expectNothingLost(page, validRepository.name);

  const again = await startProcess('gateway/main.ts', [], { PORT: new URL(gateway.url).port });
  await submitAdd(page);
  await expect(page.getByRole('alert').filter({ hasText: 'app is added' })).toBeVisible();
  await again.stop();
});

test('adding: a full quota is said before anybody types', async ({ page }) => {
  await openAddPage(page, 'globex-chat');
  await expect(page.getByText('The quota is full')).toBeVisible();
});

test('without the list the form works all the same, and AI Core decides', async ({ page, stack }) => {
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await openAddPage(page, 'acme-vision');
  await stack.simulator.failTenant('acme-vision', 'none');
  await fillRepositoryForm(page, { url: 'https://github.com/acme-ai/vision-pipelines.git', name: 'again' });
  await submitAdd(page);
  await expect(page.getByText('This tenant already has this repository')).toBeVisible();
});

for (const word of ['fail-401', 'fail-500', 'fail-429', 'reset']) {
  test(`rotating: the failure ${word} is told, and nothing is lost`, async ({ page }) => {
    const name = `update-${word}`;
    await openAddPage(page, 'acme-forecast');
    await fillRepositoryForm(page, { name });
    await submitAdd(page);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.getByRole('link', { name: `Rotate credentials of ${name}` }).click();
    await fillCredentials(page, { username: 'new', token: 'another-invented-token' });
    await page.getByRole('button', { name: 'Rotate credentials' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Request id' })).toBeVisible();
    await expect(page.getByLabel('Username')).toHaveValue('new');
    await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('another-invented-token');
  });
}
