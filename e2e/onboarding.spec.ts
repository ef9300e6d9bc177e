import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { holdRequests } from './held-code.ts';
import { fillRepositoryForm, submitAdd } from './repository-form.ts';
import { hears } from './spoken.ts';
import { expect, expectAccessible, test } from './test.ts';

function step(page: Page, title: string) {
  return page.getByRole('list', { name: 'Steps' }).getByRole('listitem', { name: title });
}

const titles = {
  connection: 'The connection works',
  quota: 'There is quota left',
  repository: 'A Git repository is added and read',
  application: 'An application syncs the templates',
  group: 'A resource group is ready',
  objectStore: 'Each resource group has its default object store',
  genericSecret: 'Generic secrets are registered',
  secret: 'A Docker registry secret is registered',
  template: 'The templates use the secret',
};

test('a tenant’s objects are shown step by step, as AI Core reports them', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('navigation').getByRole('link', { name: 'Onboard tenant' }).click();
  await expect(page).toHaveURL(/\/acme-vision\/onboarding$/);
  await expect(page.getByRole('heading', { name: 'Onboard tenant', level: 1 })).toBeVisible();
  await expect(page.getByText('4 of 9 steps done')).toBeVisible();

  await expect(step(page, titles.connection)).toContainText('Done');
  await expect(step(page, titles.connection)).toContainText('Service plan: extended');
  await expect(step(page, titles.connection)).toContainText('Status: Provisioned');
  await expect(step(page, titles.quota)).toContainText('Docker registry secrets: 3 of 50 used');
  await expect(step(page, titles.quota)).toContainText('Git repositories: 2 of 50 used');
  await expect(step(page, titles.repository)).toContainText('vision-pipelines: Completed');
  await expect(step(page, titles.repository)).toContainText('vision-legacy: Error');
  await expect(step(page, titles.repository)).toContainText('Needs attention');
  await expect(step(page, titles.application)).toContainText('vision-training: Synced');
  await expect(step(page, titles.application)).toContainText('Needs attention');
  await expect(step(page, titles.application)).toContainText(
    'vision-serving: Failed. The path does not exist in the repository.',
  );
  await expect(step(page, titles.application).getByRole('link', { name: 'vision-serving' })).toHaveAttribute(
    'href',
    '/acme-vision/applications/vision-serving',
  );
  await expect(step(page, titles.group)).toContainText('vision-training: Ready');
  await expect(step(page, titles.objectStore)).toContainText('Needs attention');
  await expect(step(page, titles.objectStore)).toContainText(
    'Without an object store “default”: vision-legacy and vision-training.',
  );
  await expect(step(page, titles.genericSecret)).toContainText('huggingface-token');
  await expect(step(page, titles.secret)).toContainText('ghcr-acme-vision');
  await expect(step(page, titles.template)).toContainText('To do');
  await expect(step(page, titles.template)).toContainText('confirm this step yourself');
});

test('changes from elsewhere appear after checking that step, or all steps', async ({ page, context }) => {
  await page.goto('/acme-forecast/onboarding');
  await expect(page.getByText('3 of 8 steps done')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/acme-forecast/git-repositories/new');
  await fillRepositoryForm(other);
  await submitAdd(other);
  await expect(other.getByRole('status', { name: 'Status' })).toContainText('Completed');

  await page.bringToFront();
  await page.getByRole('button', { name: `Check again: ${titles.repository}` }).click();
  await expect(step(page, titles.repository)).toContainText('app: Completed');
  await page.getByRole('button', { name: 'Check all again' }).click();
  await expect(step(page, titles.quota)).toContainText('Git repositories: 1 of 50 used');
});

test('a full quota needs attention', async ({ page }) => {
  await page.goto('/globex-chat/onboarding');
  await expect(step(page, titles.quota)).toContainText('Needs attention');
  await expect(step(page, titles.quota)).toContainText('Git repositories: 50 of 50 used');
  await expect(step(page, titles.secret)).toContainText('and 40 more');
  await expectAccessible(page);
  // Of many resource groups, the first ten are read, the others on request.
  const so = step(page, titles.objectStore).getByText('Checked 10 of 50 resource groups so far.');
  await expect(so).toBeVisible();
  await step(page, titles.objectStore).getByRole('button', { name: 'Check the other 40' }).click();
  await expect(so).toBeHidden();
  await expect(page.getByRole('button', { name: /^Check the other/ })).toHaveCount(0);
});

test('a tenant that does not answer says so once, with one next step, and can be checked again', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await page.goto('/acme-vision/onboarding');
  await expect(page.getByText('0 of 9 steps done')).toBeVisible();
  for (const title of [
    titles.connection,
    titles.quota,
    titles.repository,
    titles.application,
    titles.secret,
  ]) {
    await expect(step(page, title)).toContainText('Could not be checked');
    await expect(step(page, title)).not.toContainText('403');
  }
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText('This connection lacks the permission (403)');
  await expect(alert).toContainText('Request ID');
  const facts = page.getByRole('region', { name: 'Tenant', exact: true }).getByRole('definition');
  await expect(facts.nth(1)).toHaveText('Not known');
  await expect(facts.nth(2)).toHaveText('Not known');
  await expect(step(page, titles.connection).getByRole('link', { name: 'Connections' })).toHaveAttribute(
    'href',
    '/connections',
  );
  await stack.simulator.failTenant('acme-vision', 'none');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('4 of 9 steps done')).toBeVisible();
  await expect(alert).toBeHidden();
  await expect(facts.nth(2)).toHaveText('extended');
});

test('while a step is being checked, it says so', async ({ page }) => {
  const letThrough = await holdRequests(page, '**/v2/admin/tenantInfo');
  await page.goto('/acme-vision/onboarding');
  await expect(step(page, titles.connection)).toContainText('Checking…');
  letThrough();
  await expect(step(page, titles.connection)).toContainText('Done');
});

test('the checklist is copied and downloaded as the same Markdown, without any credential', async ({
  page,
}) => {
  await page.goto('/acme-vision/onboarding');
  await expect(page.getByText('4 of 9 steps done')).toBeVisible();
  const said = await hears(page, 'Copied');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await said();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('- [x] **The connection works**: Done');
  expect(copied).toContain('- vision-pipelines: Completed, <https://github.com/acme-ai/vision-pipelines>');
  expect(copied).toContain('- [ ] **The templates use the secret**: To do');
  expect(copied).not.toContain('not-a-real-token');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Markdown' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('onboarding-acme-vision.md');
  expect(await readFile(await download.path(), 'utf8')).toBe(copied);
});

test('on paper only the checklist remains, black on white in either scheme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/acme-vision/onboarding');
  await expect(page.getByText('4 of 9 steps done')).toBeVisible();
  const printed = page.evaluate(
    () => new Promise<void>((resolve) => addEventListener('beforeprint', () => resolve(), { once: true })),
  );
  await page.getByRole('button', { name: 'Print' }).click();
  await printed;

  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(page.getByRole('heading', { name: titles.connection })).toBeVisible();
  await expect(page.getByText('tenant “acme-vision”')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Register secret' })).toBeHidden();
  await expect(page.getByRole('heading', { name: titles.connection })).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});
