import { holdRequests } from './held-code.ts';
import { dayFromNow, fillSecretForm, jwt, openRegisterPage, registered, stopDate } from './secret-form.ts';
import { hears, listenTo } from './spoken.ts';
import { keepNote } from './secret-note.ts';
import { expect, expectAccessible, test } from './test.ts';

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await stopDate(page);
});

test('the secret’s page shows what was registered here, with both snippets a click away', async ({
  page,
}) => {
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { name: 'known', host: 'ghcr.io', username: 'octo' });
  await page.getByLabel('Expires on (optional)').fill(dayFromNow(5));
  await page.getByRole('button', { name: 'Register' }).click();
  await registered(page);
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await page.getByRole('rowheader').getByRole('link', { name: 'known' }).click();

  await expect(page.getByRole('heading', { name: 'known', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Expiry' })).toContainText('Expires in 5 days on');
  const registries = page.getByRole('table', { name: 'Registries' });
  await expect(registries.getByRole('row', { name: /ghcr\.io/ })).toContainText('octo');
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem')).toHaveText([
    /^Registered/,
  ]);
  await expect(page.getByRole('region', { name: 'History' }).getByRole('link')).toHaveAttribute(
    'href',
    '/audit?q=known&tenant=acme-forecast',
  );

  await page.getByLabel('Image to pull').fill('ghcr.io/acme/train:1');
  await expect(page.getByText('Pulled with ghcr.io as octo')).toBeVisible();
  await expectAccessible(page);

  const snippet = page.getByRole('region', { name: 'Image pull secret snippet' });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const heard = await listenTo(page);
  const told = await hears(page, 'Copied');
  await snippet.getByRole('button', { name: 'Copy the two lines' }).click();
  await told();
  // Only the outcome is announced, and once.
  expect(await heard()).toEqual(['Copied']);
  expect(await copied()).toBe('imagePullSecrets:\n  - name: known\n');
  await snippet.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(copied).toContain('kind: WorkflowTemplate');
});

test('details of a secret from elsewhere are added by hand, without any credential', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub');
  await expect(page.getByText('The console does not know what is in this secret')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Expiry' })).toContainText('Not known');

  await page.getByRole('button', { name: 'Add details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Details of docker-hub' });
  await expect(dialog.getByLabel('Registry host')).toBeFocused();
  await dialog.getByLabel('Registry host').fill('https://index.docker.io');
  const token = jwt(1_900_000_000);
  await dialog.getByLabel('Username').fill(token);
  await dialog.getByLabel('Note (optional)').fill('Ask Jo');
  const presets = dialog.getByRole('group', { name: 'Expires in' }).getByRole('button');
  await expect(presets).toHaveText(['30 days', '90 days', '180 days', 'a year']);
  await dialog.getByRole('button', { name: 'a year' }).click();
  await expect(dialog.getByLabel('Expires on (optional)')).toHaveValue(dayFromNow(365));
  await dialog.getByLabel('Expires on (optional)').fill('2020-01-31');
  await expect(dialog.getByText('Is the year right?')).toBeVisible();
  await dialog.getByRole('button', { name: '90 days' }).click();
  await expect(dialog.getByText('Is the year right?')).toBeHidden();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This looks like a credential')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Username').fill('acmeci');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByRole('button', { name: 'Change details' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('table', { name: 'Registries' })).toContainText('acmeci');
  await expect(page.getByRole('region', { name: 'Note' })).toContainText('Ask Jo');
  await expect(page.getByRole('region', { name: 'Expiry' })).toContainText('Expires in 90 days');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Details changed');
  const stored = await (await page.request.get('/api/tenants/acme-vision/secret-notes')).text();
  expect(stored).toContain('acmeci');
  expect(stored).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(token);
});

test('the page has the row’s menu too, and a changed reminder can be undone', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub');
  const expiry = page.getByRole('region', { name: 'Expiry' });
  await expiry.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: '90 days' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(expiry).toContainText('Expires in 90 days');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(expiry).toContainText('Not known');

  const more = page.getByRole('button', { name: 'More actions for docker-hub' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Change expiry…' }).click();
  await expect(page.getByRole('dialog', { name: 'Change the expiry of docker-hub' })).toBeVisible();
  await expect(page.getByLabel('Expires on')).toBeFocused();
  await page.keyboard.press('Escape');
  await more.click();
  await page.getByRole('menuitem', { name: 'Copy snippet' }).click();
  await expect(page.getByText('docker-hub', { exact: false }).last()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('name: docker-hub');
});

test('a rotation without a new date leaves the expiry unknown, until somebody says that there is none', async ({
  page,
  stack,
}) => {
  const registries = [{ host: 'ghcr.io', username: 'octo' }];
  await keepNote(page, stack, 'docker-hub', { registries, expiresAt: '2035-03-31', note: '' });
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub/rotate');
  await page.getByLabel('Access token', { exact: true }).fill('invented-token');
  await page.getByRole('button', { name: 'Rotate credentials' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'are rotated' })).toBeFocused();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('row', { name: /docker-hub/ })).toContainText('Not known');

  await page.getByRole('rowheader').getByRole('link', { name: 'docker-hub' }).click();
  const expiry = page.getByRole('region', { name: 'Expiry' });
  await expect(expiry).toContainText('Not known');
  await expect(expiry).toContainText('The replaced access token was valid until 31 Mar 2035.');
  await expiry.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Reminder for docker-hub saved')).toBeVisible();
  await expect(expiry).toContainText('Not known');
  await expiry.getByRole('button').click();
  await dialog.getByRole('button', { name: 'No end date' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(expiry).toContainText('No end date');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(expiry).toContainText('Not known');
  await page.reload();
  await expect(expiry).toContainText('Not known');
});

test('clicking beside a dialog does not lose what was typed into it', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub');
  await page.getByRole('button', { name: 'Add details' }).click();
  const note = page.getByLabel('Note (optional)');
  await note.fill('Ask Jo');
  await page.mouse.click(5, 5);
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(note).toHaveValue('Ask Jo');
  await note.press('Escape');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('after a rotation the other tenants that have the secret are a click away', async ({ page }) => {
  for (const tenant of ['acme-vision', 'acme-forecast']) {
    await openRegisterPage(page, tenant);
    await fillSecretForm(page, { name: 'shared' });
    await page.getByRole('button', { name: 'Register' }).click();
    await registered(page);
  }
  await page.goto('/acme-vision/docker-registry-secrets/shared/rotate');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Registered');
  await page.getByLabel('Access token', { exact: true }).fill('another-token');
  await page.getByRole('button', { name: 'Rotate credentials' }).click();
  await page.getByRole('link', { name: 'Roll out to 1 other tenant that has it' }).click();
  await expect(page).toHaveURL(/\/rollout\?secret=shared&tenant=acme-forecast/);
});

test('a secret is deleted from its page, which then leads to the list', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub');
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete docker-hub from acme-vision?' });
  await dialog.getByRole('textbox').fill('docker-hub');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'is deleted' })).toBeFocused();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveText([
    'ghcr-acme-vision',
    'harbor-training',
  ]);
});

test('a secret that does not exist, and a list that fails, say so', async ({ page, stack }) => {
  await page.goto('/acme-vision/docker-registry-secrets/nowhere');
  await expect(page.getByRole('heading', { name: 'Secret not found', level: 1 })).toBeVisible();
  await page.goto('/acme-vision/docker-registry-secrets/nowhere/rotate');
  await expect(page.getByRole('heading', { name: 'Secret not found' })).toBeVisible();
  await stack.simulator.failTenant('acme-vision', 'fail-500');
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub');
  const alert = page.getByRole('alert').filter({ hasText: 'AI Core failed to carry out the request (500)' });
  await expect(alert).toBeVisible();
  await stack.simulator.failTenant('acme-vision', 'none');
  const letThrough = await holdRequests(page, '**/v2/admin/dockerRegistrySecrets?*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('status', { name: 'Loading…' })).toBeVisible();
  letThrough();
  await expect(page.getByRole('button', { name: 'Delete…' })).toBeVisible();
});

test('a repository has a page too', async ({ page }) => {
  await page.goto('/acme-vision/git-repositories');
  await page.getByRole('rowheader').getByRole('link', { name: 'vision-pipelines' }).click();
  await expect(page.getByRole('heading', { name: 'vision-pipelines', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'URL' }).getByRole('link')).toBeVisible();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('vision-pipelines');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'is deleted' })).toBeFocused();
  await page.goto('/acme-vision/git-repositories/vision-pipelines');
  await expect(page.getByRole('heading', { name: 'Repository not found', level: 1 })).toBeVisible();
  await page.goto('/acme-vision/git-repositories/vision-pipelines/rotate');
  await expect(page.getByRole('heading', { name: 'Repository not found' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('heading', { name: 'Git repositories', level: 1 })).toBeVisible();
});
