import type { Page } from '@playwright/test';
import type { Stack } from './stack.ts';
import { expect } from './test.ts';

export const validRepository = {
  url: 'https://git.example.com/team/app',
  name: 'app',
  username: 'jo',
  token: 'not-a-real-token',
};

export async function openAddPage(page: Page, tenant: string): Promise<void> {
  await page.goto(`/${tenant}/git-repositories/new`);
  await expect(page.getByRole('heading', { name: 'Add a Git repository' })).toBeVisible();
  await expect(page.getByLabel('Repository URL')).toBeFocused();
}

/** Fills in all fields of a repository, some of them with the given values. */
export async function fillRepositoryForm(
  page: Page,
  changes: Partial<typeof validRepository> = {},
): Promise<void> {
  const repository = { ...validRepository, ...changes };
  await page.getByLabel('Repository URL').fill(repository.url);
  await page.getByLabel('Repository name').fill(repository.name);
  await fillCredentials(page, repository);
}

export async function fillCredentials(
  page: Page,
  { username, token }: { username: string; token: string } = validRepository,
): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Access token', { exact: true }).fill(token);
}

export async function submitAdd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add repository' }).click();
}

export async function writes(stack: Stack): Promise<string[]> {
  const journal = await stack.simulator.journal();
  return journal.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

/** Counts how often the page reads the list of repositories. */
export function watchListReads(page: Page): () => Promise<number> {
  let reads = 0;
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/admin/repositories?')) reads += 1;
  });
  return async () => {
    // Requests sent before this answer have been counted before it.
    await page.evaluate(() => fetch('/healthz'));
    return reads;
  };
}
