import { fillRepositoryForm, openAddPage, submitAdd, watchListReads } from './repository-form.ts';
import { expect, test } from './test.ts';
import { setVisibility } from './visibility.ts';

test('the list shows names, links, statuses in words and the quota, and filters as one types', async ({
  page,
}) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('navigation').getByRole('link', { name: 'Git repositories' }).click();
  await expect(page).toHaveURL(/\/acme-vision\/git-repositories$/);
  await expect(page.getByRole('heading', { name: 'Git repositories', level: 1 })).toBeVisible();
  await expect(page.getByText('2 of 50 used')).toBeVisible();

  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveText(['vision-legacy', 'vision-pipelines']);
  await expect(page.getByRole('row', { name: /vision-pipelines/ })).toContainText('Completed');
  const legacy = page.getByRole('row', { name: /vision-legacy/ });
  await expect(legacy).toContainText('Error');
  await expect(legacy).toContainText('AI Core needs “.git” at the end');
  await expect(page.getByText('AI Core gives no reason for an error.')).toBeVisible();
  const link = page.getByRole('link', { name: 'https://github.com/acme-ai/vision-pipelines' });
  await expect(link).toHaveAttribute('href', 'https://github.com/acme-ai/vision-pipelines');
  await expect(link).toHaveAttribute('rel', 'noreferrer');

  const search = page.getByRole('searchbox', { name: 'Search repositories' });
  await search.fill('PIPELINES');
  await expect(rows).toHaveText(['vision-pipelines']);
  await expect(page.getByText('1 of 2 repositories shown')).toBeVisible();
  await search.fill('gitlab.com');
  await expect(rows).toHaveText(['vision-legacy']);
  await expect(page).toHaveURL(/\?search=gitlab\.com$/);
  await rows.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'vision-legacy', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue('gitlab.com');
  await expect(rows).toHaveText(['vision-legacy']);
  await search.fill('nothing-like-it');
  await expect(page.getByText('No name or URL contains “nothing-like-it”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(rows).toHaveCount(2);
});

test('a repository in progress is polled until it has settled, and never while the page is hidden', async ({
  page,
}) => {
  await page.clock.install();
  const countReads = watchListReads(page);
  await openAddPage(page, 'acme-vision');
  await fillRepositoryForm(page, { url: 'https://git.example.com/team/settles', name: 'settles' });
  await setVisibility(page, 'hidden');
  await submitAdd(page);
  await page.getByRole('link', { name: 'Back to the list' }).click();
  const row = page.getByRole('row', { name: /settles/ });
  await expect(row).toContainText('In progress');
  await expect(page.getByText('1 repository in progress')).toBeVisible();
  await expect(page.getByText('3 of 50 used')).toBeVisible();
  const readsWhileHidden = await countReads();
  await page.clock.fastForward(600_000);
  expect(await countReads()).toBe(readsWhileHidden);

  await setVisibility(page, 'visible');
  await expect(row).toContainText('Completed');
  await expect(page.getByText('1 repository in progress')).toBeHidden();
  const reads = await countReads();
  await page.clock.fastForward(600_000);
  expect(await countReads()).toBe(reads);
});

test('an empty tenant says what to do, a full one that its quota is full', async ({ page }) => {
  await page.goto('/acme-forecast/git-repositories');
  await expect(page.getByRole('heading', { name: 'No Git repository yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Add repository' }).last().click();
  await expect(page.getByRole('heading', { name: 'Add a Git repository' })).toBeVisible();
  await page.goto('/globex-chat/git-repositories');
  await expect(page.getByText('50 of 50 used')).toBeVisible();
  await expect(page.getByText('The quota is full')).toBeVisible();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(50);
});
