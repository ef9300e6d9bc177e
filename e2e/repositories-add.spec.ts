import { heldTexts } from './heap.ts';
import { holdRequests } from './held-code.ts';
import { fillCredentials, fillRepositoryForm, openAddPage, submitAdd, writes } from './repository-form.ts';
import { tabTo } from './keyboard.ts';
import { expect, expectAccessible, test } from './test.ts';
import { setVisibility } from './visibility.ts';

test('a repository is added once by a double click, and followed until AI Core has read it', async ({
  page,
  stack,
}) => {
  const token = 'not-a-real "token" \\ with: everything äöü 🔑';
  await openAddPage(page, 'acme-vision');
  await page.getByLabel('Repository URL').fill('https://GitHub.com/Acme-AI/Vision.Models/');
  await expect(page.getByLabel('Repository name')).toHaveValue('vision-models');
  await fillCredentials(page, { username: 'octo', token });
  // If the answer came between the two clicks, the second would hit what follows the form.
  const letAnswer = await holdRequests(page, '**/v2/admin/repositories');
  await setVisibility(page, 'hidden');
  await page.getByRole('button', { name: 'Add repository' }).dblclick();
  letAnswer();

  await expect(page.getByRole('alert').filter({ hasText: 'vision-models is added' })).toBeFocused();
  const status = page.getByRole('status', { name: 'Status' });
  await expect(status).toContainText('In progress');
  await setVisibility(page, 'visible');
  await expect(status).toContainText('Completed');
  expect(JSON.parse(await stack.simulator.storedRepository('acme-vision', 'vision-models'))).toEqual({
    name: 'vision-models',
    url: 'https://github.com/Acme-AI/Vision.Models',
    username: 'octo',
    password: token,
  });
  expect(await writes(stack)).toEqual(['POST /v2/admin/repositories']);
});

test('a repository that AI Core cannot read ends in Error, with what to check', async ({ page }) => {
  await openAddPage(page, 'acme-vision');
  await fillRepositoryForm(page, { username: 'sync-error' });
  await submitAdd(page);
  const status = page.getByRole('status', { name: 'Status' });
  await expect(status).toContainText('Error');
  await expect(status).toContainText('that the token is valid');
  await expectAccessible(page);
});

test('the whole job works by keyboard alone', async ({ page, stack }) => {
  await page.goto('/acme-forecast/git-repositories');
  await tabTo(page.getByRole('link', { name: 'Add repository', exact: true }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Repository URL')).toBeFocused();
  await page.keyboard.type('git@gitlab.com:team/by-keyboard.git');
  await tabTo(
    page.getByRole('button', { name: 'Use https://gitlab.com/team/by-keyboard.git', exact: true }).first(),
  );
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Repository URL')).toHaveValue('https://gitlab.com/team/by-keyboard.git');
  await expect(page.getByLabel('Repository URL')).toBeFocused();
  await tabTo(page.getByRole('textbox', { name: 'Repository name', exact: true }).first());
  await expect(page.getByLabel('Repository name')).toHaveValue('by-keyboard');
  await page.keyboard.press('Tab');
  await page.keyboard.type('jo');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not-a-real-token');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'is added' })).toBeFocused();
  await expect(page.getByRole('status', { name: 'Status' })).toContainText('Completed');
  expect(await stack.simulator.storedRepository('acme-forecast', 'by-keyboard')).toContain(
    'https://gitlab.com/team/by-keyboard.git',
  );
  await tabTo(page.getByRole('button', { name: 'Add another', exact: true }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Repository URL')).toBeFocused();
});

test('an empty form, a name and a repository that the tenant has are refused before anything is sent', async ({
  page,
  stack,
}) => {
  await openAddPage(page, 'acme-vision');
  await submitAdd(page);
  await expect(page.getByText('Enter the repository’s URL')).toBeVisible();
  await expect(page.getByText('Enter a name for the repository.')).toBeVisible();
  await expect(page.getByText('Enter the username.')).toBeVisible();
  await expect(page.getByText('Enter the access token or password.')).toBeVisible();
  await expect(page.getByLabel('Repository URL')).toBeFocused();

  await fillRepositoryForm(page, { name: 'vision-pipelines' });
  await submitAdd(page);
  await expect(page.getByText('This tenant already has a repository “vision-pipelines”')).toBeVisible();
  await expect(page.getByLabel('Repository name')).toBeFocused();
  const existing = page.getByRole('link', { name: 'vision-pipelines', exact: true });
  await expect(existing).toHaveAttribute('href', '/acme-vision/git-repositories/vision-pipelines');
  await expectAccessible(page);

  const url = 'https://GITHUB.com/Acme-AI/Vision-Pipelines/';
  await fillRepositoryForm(page, { url, name: 'another-name' });
  await submitAdd(page);
  await expect(page.getByText('This tenant already has this repository: “vision-pipelines”')).toBeVisible();
  await expect(page.getByLabel('Repository URL')).toBeFocused();
  await expect(existing).toBeVisible();
  expect(await writes(stack)).toEqual([]);
});

test('the form recognises the kind of a token, whether it fits the host, and white space around it', async ({
  page,
}) => {
  await openAddPage(page, 'acme-vision');
  const token = page.getByLabel('Access token', { exact: true });
  await page.getByLabel('Repository URL').fill('https://github.com/team/app');
  await token.fill('github_pat_notARealToken');
  await expect(page.getByText('This looks like a fine-grained GitHub personal access token.')).toBeVisible();
  await token.fill('glpat-notARealToken');
  await expect(page.getByText('this host does not belong to GitLab')).toBeVisible();
  await page.getByLabel('Repository URL').fill('https://gitlab.com/team/app.git');
  await expect(page.getByText('This looks like a GitLab access token.')).toBeVisible();

  await token.fill(' not-a-real-token ');
  await expect(page.getByText('Starts or ends with a space')).toBeVisible();
  await expect(token).toHaveValue(' not-a-real-token ');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(token).toHaveValue('not-a-real-token');
});

test('after success the token is in no storage, no address and nowhere on the page', async ({ page }) => {
  const token = 'not-a-real-token-0815';
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openAddPage(page, 'acme-vision');
  await page.getByLabel('Repository URL').fill(`https://jo:${token}@git.example.com/team/no-trace`);
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(token);
  await submitAdd(page);
  await expect(page.getByRole('status', { name: 'Status' })).toContainText('Completed');
  const traces = await page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      document.documentElement.outerHTML,
    ]),
  );
  expect(traces).not.toContain(token);
  expect(requests.join('\n')).not.toContain(token);
  expect(page.url()).not.toContain(token);

  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('rowheader', { name: 'no-trace' })).toBeVisible();
  expect(await heldTexts(page, [token, 'no-trace'])).toEqual(['no-trace']);
});

test('a long suggestion stays within a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openAddPage(page, 'acme-vision');
  await page.getByLabel('Repository URL').fill(`git@gitlab.com:team/${'deep-group/'.repeat(8)}app.git`);
  await expect(page.getByRole('button', { name: /^Use https:/ })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
