import type { Locator, Request } from '@playwright/test';
import { holdRequests } from './held-code.ts';
import { tabTo, tabToAndChoose, tabToAndPress, tabToAndType } from './keyboard.ts';
import { writes } from './repository-form.ts';
import { hears } from './spoken.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './test.ts';
import { beginHidden, setVisibility } from './visibility.ts';

const list = '/acme-vision/applications';
const pipelines = 'https://github.com/acme-ai/vision-pipelines';

test('a wrong path is reported with its fix, and the folder is synced once it is changed: by keyboard alone', async ({
  page,
  stack,
}) => {
  await page.clock.install();
  await page.goto(list);
  await tabToAndPress(page.getByRole('link', { name: 'Add application' }), 'Enter');
  const repository = page.getByLabel('Git repository');
  await expect(repository).toBeFocused();
  await tabToAndChoose(repository, 'vision-pip');
  await expect(repository).toHaveValue(pipelines);
  await tabToAndType(page.getByLabel('Path'), 'nightly/missing');
  await expect(page.getByLabel('Application name')).toHaveValue('vision-pipelines-missing');
  await tabToAndType(page.getByLabel('Application name'), 'nightly');
  await setVisibility(page, 'hidden');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('alert').filter({ hasText: 'Application nightly is added' })).toBeFocused();
  const status = page.getByRole('status', { name: 'Status' });
  await expect(status).toContainText('Syncing');
  await setVisibility(page, 'visible');
  await waitUntil(status, 'Failed');
  const alert = page.getByRole('alert').filter({ hasText: 'The path does not exist in the repository.' });
  await expect(alert).toContainText('Change the path');
  await expect(alert).toContainText('nightly/missing: app path does not exist');

  await tabToAndPress(page.getByRole('link', { name: 'Edit', exact: true }), 'Enter');
  await expect(page.getByLabel('Path')).toBeFocused();
  await tabToAndType(page.getByLabel('Path'), 'nightly');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Application nightly is changed' })).toBeFocused();
  await waitUntil(status, 'Synced');
  await expect(alert).toBeHidden();

  await tabToAndPress(page.getByRole('link', { name: 'nightly', exact: true }).first(), 'Enter');
  await expect(page.getByRole('heading', { name: 'nightly', level: 1 })).toBeVisible();
  const synced = page.getByRole('table', { name: 'What it synced' });
  await expect(synced.getByRole('row', { name: /vision-pipelines-nightly-server/ })).toContainText(
    'ServingTemplate',
  );
  await expect(page.getByText('not which secrets a template names')).toBeVisible();
  expect(await stack.simulator.storedApplication('acme-vision', 'nightly')).toBe(
    JSON.stringify({ repositoryUrl: pipelines, revision: 'HEAD', path: 'nightly' }),
  );
  expect(await writes(stack)).toEqual([
    'POST /v2/admin/applications',
    'PATCH /v2/admin/applications/nightly',
  ]);
});

test('a second application for the same folder is refused before anything is sent, and a broken path is fixed', async ({
  page,
  stack,
}) => {
  await page.goto(`${list}/new`);
  await page.getByRole('button', { name: 'Add application' }).click();
  await expect(page.getByText('Choose the repository.')).toBeVisible();
  await expect(page.getByLabel('Git repository')).toBeFocused();
  await page.getByLabel('Git repository').selectOption(pipelines);
  await page.getByLabel('Revision').fill('main');
  await page.getByLabel('Path').fill('/training/');
  await page.getByLabel('Path').blur();
  await page.getByRole('button', { name: 'Use training' }).click();
  await page.getByLabel('Application name').fill('another');
  await page.getByRole('button', { name: 'Add application' }).click();
  await expect(page.getByText('“vision-training” already reads this path at this revision.')).toBeVisible();
  await expect(page.getByLabel('Path')).toBeFocused();
  await page.getByLabel('Path').fill('other');
  await page.getByLabel('Application name').fill('vision-training');
  await page.getByRole('button', { name: 'Add application' }).click();
  await expect(page.getByText('This tenant already has an application “vision-training”.')).toBeVisible();
  expect(await writes(stack)).toEqual([]);
});

test('an application whose URL is spelt differently says so, and its repository can be selected again', async ({
  page,
  stack,
}) => {
  await page.clock.install();
  await addBehindTheConsole(stack, { repositoryUrl: 'https://github.com/acme-ai/Vision-Pipelines' });
  await page.goto(`${list}/odd`);
  await waitUntil(page.getByRole('main'), `The repository is registered as ${pipelines}.`);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The repository is registered with another spelling.')).toBeVisible();
  await page.getByRole('button', { name: `Use ${pipelines}` }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await waitUntil(page.getByRole('status', { name: 'Status' }), 'Synced');
});

test('the list shows the states, can be searched, and follows a refresh', async ({ page, stack }) => {
  await page.clock.install();
  await addBehindTheConsole(stack, { path: 'with-secret' });
  await beginHidden(page);
  await page.goto(list);
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
  await expect(page.getByText('4 of 50 used')).toBeVisible();
  const row = (name: RegExp) => page.getByRole('row', { name });
  await expect(row(/vision-training/)).toContainText('Synced');
  await expect(row(/vision-training/)).toContainText('Healthy');
  await expect(row(/vision-serving/)).toContainText('The path does not exist in the repository.');
  await expect(row(/workflows/)).toContainText('AI Core cannot read the repository vision-legacy.');
  await expect(row(/odd/)).toContainText('Syncing');
  await setVisibility(page, 'visible');
  await waitUntil(row(/odd/), 'contains the Kubernetes Secret registry-login');
  await expect(page.getByText('3 failed')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search applications' }).fill('SERVING');
  await expect(page.getByRole('rowheader')).toHaveText(['vision-serving']);
  await page.getByRole('searchbox', { name: 'Search applications' }).fill('nothing like it');
  await page.getByRole('button', { name: 'Clear search' }).click();

  await setVisibility(page, 'hidden');
  const told = await hears(page, 'AI Core will refresh vision-training');
  await page.getByRole('button', { name: 'Refresh vision-training' }).click();
  await told();
  await expect(row(/vision-training/)).toContainText('Syncing');
  await setVisibility(page, 'visible');
  await waitUntil(row(/vision-training/), 'now');
  await expect(row(/vision-training/)).toContainText('Synced');
  expect((await writes(stack)).at(-1)).toBe('POST /v2/admin/applications/vision-training/refresh');
});

test('loading, empty, full and failed lists say what they are', async ({ page, stack }) => {
  await page.goto('/acme-forecast/applications');
  await expect(page.getByRole('heading', { name: 'No application yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Add application' }).last().click();
  await expect(page.getByRole('link', { name: 'Add a Git repository first' })).toBeVisible();
  await page.goto('/globex-chat/applications');
  await expect(page.getByText('The quota is full')).toBeVisible();
  await expect(page.getByRole('row', { name: /^chat-sync-50 / })).toContainText(
    'chat-sync-49 reads the same folder at the same revision.',
  );
  await stack.simulator.failTenant('acme-vision', 'fail-500');
  const letThrough = await holdRequests(page, '**/v2/admin/applications?*');
  await page.goto(list);
  await expect(page.getByRole('status', { name: 'Loading…' })).toBeVisible();
  letThrough();
  const alert = page.getByRole('alert').filter({ hasText: 'AI Core failed to carry out the request (500)' });
  await expect(alert).toContainText('Request ID');
  // Its own page offers nothing that cannot work.
  await page.goto(`${list}/vision-training`);
  await expect(alert).toBeVisible();
  const change = page.getByRole('main').getByRole('link', { name: 'Edit' });
  await expect(change).toBeHidden();
  await stack.simulator.failTenant('acme-vision', 'none');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(change).toBeVisible();
});

test('deleting shows what depends on the application, and removes it', async ({ page, stack }) => {
  await page.goto('/acme-vision/git-repositories');
  await page.getByRole('button', { name: 'Delete vision-pipelines' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 applications read from it:');
  await expect(dialog.getByRole('listitem')).toHaveText(['vision-serving', 'vision-training']);
  await page.keyboard.press('Escape');

  await page.goto('/acme-vision/docker-registry-secrets/docker-hub');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await expect(dialog).toContainText('1 application of this tenant syncs 2 templates:');
  await expect(dialog).toContainText('AI Core does not list which secrets they name.');
  await page.keyboard.press('Escape');

  await page.goto(`${list}/vision-serving`);
  await tabTo(page.getByRole('button', { name: 'Delete…' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('AI Core stops syncing this folder.');
  await page.keyboard.type('vision-serving');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '“vision-serving” is deleted' })).toBeFocused();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('rowheader')).toHaveText(['vision-legacy', 'vision-training']);
  expect(await writes(stack)).toEqual(['DELETE /v2/admin/applications/vision-serving']);
});

/** Moves the page's clock on until it shows the text; each step waits until all requests are answered. */
async function waitUntil(place: Locator, text: string): Promise<void> {
  const page = place.page();
  const asked = new Set<Request>();
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  await expect(async () => {
    await page.clock.fastForward(2000);
    // Requests sent before this answer have been recorded before it.
    await page.evaluate(async () => (await fetch('/healthz')).text());
    await expect.poll(() => asked.size).toBe(0);
    await expect(place).toContainText(text, { timeout: 300 });
  }).toPass();
}

/** Adds an application as another tool would, bypassing the checks of the form. */
async function addBehindTheConsole(stack: Stack, changes: Record<string, string>): Promise<void> {
  const body = {
    applicationName: 'odd',
    repositoryUrl: pipelines,
    revision: 'HEAD',
    path: 'odd',
    ...changes,
  };
  const answer = await fetch(`${stack.url}/api/tenants/acme-vision/v2/admin/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: stack.url },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

test('if the repositories cannot be read, the form says so and can read them again', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('acme-vision', 'fail-403');
  await page.goto(`${list}/new`);
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('The repositories of this tenant could not be read.');
  await page.getByLabel('Repository URL').fill(pipelines);
  await page.getByLabel('Path').fill('serving');

  // Another failure is announced again; only then does reading succeed.
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText('This connection lacks the permission (403)');
  await stack.simulator.failTenant('acme-vision', 'none');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('combobox', { name: 'Git repository' })).toHaveValue(pipelines);
  await expect(page.getByLabel('Path')).toHaveValue('serving');
  await expect(alert).toBeHidden();
});
