import type { Page } from '@playwright/test';
import { holdRequests } from './held-code.ts';
import { fillCredentials, fillRepositoryForm, openAddPage, submitAdd, writes } from './repository-form.ts';
import { fillSecretForm, openRegisterPage, registered, validSecret } from './secret-form.ts';
import { chooseFromRow } from './secrets-list-page.ts';
import { expect, test } from './test.ts';

const lost = (page: Page) => page.getByRole('alert').filter({ hasText: 'The answer from AI Core was lost' });
const token = (page: Page) => page.getByLabel('Access token', { exact: true });
const register = (page: Page) => page.getByRole('button', { name: 'Register' }).click();

test.describe('registering', () => {
  test('a write that took effect is found, and its registries are remembered', async ({ page, stack }) => {
    for (const name of ['reset-after-write', 'create-malformed']) {
      await openRegisterPage(page, 'acme-vision');
      await fillSecretForm(page, { name });
      await register(page);
      await registered(page);
      await page.getByRole('link', { name: 'Back to the list' }).click();
      await expect(page.getByRole('row', { name }).getByText(validSecret.host)).toBeVisible();
    }
    expect(await writes(stack)).toHaveLength(2);
  });

  test('a write without effect is reported, nothing typed is lost, and it can be sent again', async ({
    page,
    stack,
  }) => {
    await openRegisterPage(page, 'acme-vision');
    await fillSecretForm(page, { name: 'create-reset' });
    await register(page);
    await expect(lost(page)).toContainText('nothing was changed. You can send it again');
    await expect(token(page)).toHaveValue(validSecret.token);
    await register(page);
    await expect.poll(() => writes(stack)).toHaveLength(2);
  });

  test('after AI Core’s own failure the outcome is open too, and is looked up', async ({ page }) => {
    await openRegisterPage(page, 'acme-vision');
    await fillSecretForm(page, { name: 'create-fail-500' });
    await register(page);
    const failed = page
      .getByRole('alert')
      .filter({ hasText: 'AI Core failed to carry out the request (500)' });
    await expect(failed).toContainText('nothing was changed. You can send it again');
  });

  test('if looking it up fails too, this is reported, and it can be repeated', async ({ page, stack }) => {
    await openRegisterPage(page, 'acme-vision');
    await fillSecretForm(page, { name: 'reset' });
    await register(page);
    await expect(lost(page)).toContainText('It is unknown whether the change took effect');
    const again = page.waitForRequest(/dockerRegistrySecrets\/reset$/);
    await lost(page).getByRole('button', { name: 'Check again' }).click();
    await again;
    await expect(lost(page)).toContainText('It is unknown whether the change took effect');
    expect(await writes(stack)).toHaveLength(1);
  });

  test('what one’s own lost request created later is not treated as somebody else’s', async ({
    page,
    context,
    stack,
  }) => {
    await openRegisterPage(page, 'acme-vision');
    await fillSecretForm(page, { name: 'late' });
    await stack.simulator.failTenant('acme-vision', 'reset');
    await register(page);
    await expect(lost(page)).toContainText('It is unknown whether the change took effect');
    await stack.simulator.failTenant('acme-vision', 'none');
    // To this page, it looks as if its own request arrived only now.
    const other = await context.newPage();
    await openRegisterPage(other, 'acme-vision');
    await fillSecretForm(other, { name: 'late' });
    await register(other);
    await registered(other);
    await page.bringToFront();
    await register(page);
    await registered(page);
  });
});

test('a failure after the page was left is reported on the current page', async ({ page }) => {
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'create-fail-500' });
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  const release = await holdRequests(page, '**/dockerRegistrySecrets');
  await register(page);
  await sent;
  await page.getByRole('link', { name: 'Connections' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
  release();
  await expect(page.getByRole('status').filter({ hasText: 'when you left the page' })).toContainText(
    'nothing was changed',
  );
});

test('rotating: the outcome cannot be found out, and sending it again is safe', async ({ page }) => {
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { name: 'update-reset' });
  await register(page);
  await registered(page);
  await page.goto('/acme-forecast/docker-registry-secrets/update-reset/rotate');
  await token(page).fill('not-a-real-new-token');
  await page.getByRole('button', { name: 'Rotate credentials' }).click();
  await expect(lost(page)).toContainText('Sending it again is safe');
  await expect(token(page)).toHaveValue('not-a-real-new-token');
});

test('deleting: the console finds out whether the secret is gone or still exists', async ({ page }) => {
  for (const name of ['delete-reset-after-write', 'delete-reset']) {
    await openRegisterPage(page, 'acme-vision');
    await fillSecretForm(page, { name });
    await register(page);
    await registered(page);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await chooseFromRow(page, name, 'Delete…');
    const dialog = page.getByRole('dialog', { name: `Delete ${name}` });
    await dialog.getByLabel('Type the name to confirm').fill(name);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    if (name === 'delete-reset') await expect(dialog).toContainText('nothing was changed');
    else await expect(page.getByRole('row', { name })).toBeHidden();
  }
});

test('repositories: found after a lost answer, and looked up before a second try', async ({
  page,
  stack,
}) => {
  await openAddPage(page, 'acme-vision');
  await fillRepositoryForm(page, { name: 'reset-after-write' });
  await submitAdd(page);
  await expect(page.getByRole('alert').filter({ hasText: 'reset-after-write is added' })).toBeVisible();
  expect(await writes(stack)).toEqual(['POST /v2/admin/repositories']);

  await openAddPage(page, 'acme-forecast');
  await fillRepositoryForm(page, { name: 'create-reset' });
  await submitAdd(page);
  await expect(lost(page)).toContainText('nothing was changed. You can send it again');
});

test('changing an application: what AI Core returns shows whether it took effect', async ({ page }) => {
  for (const name of ['update-reset-after-write', 'update-reset']) {
    await page.goto('/acme-vision/applications/new');
    await page.getByLabel('Git repository').selectOption({ index: 1 });
    await page.getByLabel('Path').fill(`${name}-old`);
    await page.getByLabel('Application name').fill(name);
    await page.getByRole('button', { name: 'Add application' }).click();
    await expect(page.getByText(`Application ${name} is added`)).toBeVisible();
    await page.goto(`/acme-vision/applications/${name}/edit`);
    await page.getByLabel('Path').fill(`${name}-new`);
    await page.getByRole('button', { name: 'Save changes' }).click();
    if (name === 'update-reset') await expect(lost(page)).toContainText('nothing was changed');
    else await expect(page.getByText(`Application ${name} is changed`)).toBeVisible();
  }
});

test('changing what somebody else has just changed: the conflict is reported, although no name is taken', async ({
  page,
}) => {
  const name = 'update-fail-409';
  await openAddPage(page, 'acme-forecast');
  await fillRepositoryForm(page, { name });
  await submitAdd(page);
  await expect(page.getByText(`Repository ${name} is added`)).toBeVisible();
  await page.goto(`/acme-forecast/git-repositories/${name}/rotate`);
  await fillCredentials(page);
  await page.getByRole('button', { name: 'Rotate credentials' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'conflicts with what is already there' });
  await expect(conflict).toContainText('Nothing was changed');
});

/** Each form that sends something: after a failure it is still dirty, and leaving it asks first. */
const forms = [
  { path: 'docker-registry-secrets/new', fill: fillSecretForm, send: 'Register' },
  { path: 'docker-registry-secrets/docker-hub/rotate', fill: fillLogin, send: 'Rotate credentials' },
  { path: 'git-repositories/new', fill: fillRepositoryForm, send: 'Add repository' },
  { path: 'git-repositories/vision-pipelines/rotate', fill: fillCredentials, send: 'Rotate credentials' },
];

async function fillLogin(page: Page): Promise<void> {
  await page.getByLabel('Registry host').fill(validSecret.host);
  await fillCredentials(page);
}

for (const { path, fill, send } of forms) {
  test(`${path}: after a failure, leaving asks, and staying keeps what was typed`, async ({
    page,
    stack,
  }) => {
    await page.goto(`/acme-vision/${path}`);
    await fill(page);
    await stack.simulator.failTenant('acme-vision', 'fail-500');
    await page.getByRole('button', { name: send, exact: true }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'AI Core failed to carry out the request (500)' }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Connections' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(token(page)).toHaveValue(validSecret.token);
  });
}
