import { holdRequests } from './held-code.ts';
import { dayFromNow, fillSecretForm, openRegisterPage, registered, stopDate } from './secret-form.ts';
import { keepNote } from './secret-note.ts';
import { testAsPeople } from './sign-in/as-people.ts';
import { expect } from './test.ts';

const test = testAsPeople();

test('the audit log shows who registered what, and the address holds its filters', async ({ openAs }) => {
  const page = await openAs('Robin');
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { name: 'audited' });
  await page.getByRole('button', { name: 'Register' }).click();
  await registered(page);
  // An export without credentials is not logged; one with them is.
  await page.getByRole('button', { name: 'Export…' }).click();
  const exporting = page.getByRole('dialog', { name: 'Export' });
  await exporting.getByRole('tab', { name: 'Kubernetes Secret' }).click();
  await exporting.getByRole('button', { name: 'Download' }).click();
  const reported = page.waitForResponse((answer) => answer.url().endsWith('/credential-exports'));
  await exporting.getByRole('checkbox', { name: 'Include credentials' }).check();
  await exporting.getByRole('button', { name: 'Download' }).click();
  expect((await reported).status()).toBe(204);

  // A write whose answer is lost.
  const answer = await page.request.post('/api/tenants/acme-forecast/v2/admin/dockerRegistrySecrets', {
    data: { name: 'reset', data: { '.dockerconfigjson': '{"auths":{}}' } },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(502);
  await page.goto('/audit?outcome=unknown');
  await expect(page.getByRole('row', { name: /reset/ })).toContainText('Outcome unknown');

  await page.goto('/audit?action=export');
  await expect(page.getByRole('row', { name: /audited/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /audited/ })).toContainText('Exported credentials');
  await page.goto('/audit?action=create');
  const row = page.getByRole('row', { name: /audited/ });
  for (const cell of ['Robin', 'Registered', 'acme-forecast', 'Done']) await expect(row).toContainText(cell);
  await row.getByRole('button').click();
  const drawer = page.getByRole('dialog', { name: 'Registered' });
  await expect(drawer).toContainText('registry.example.com (jo)');
  const ofSecret = '/acme-forecast/docker-registry-secrets/audited';
  await expect(drawer.getByRole('link', { name: 'audited' })).toHaveAttribute('href', ofSecret);
  await page.keyboard.press('Escape');
  await row.getByRole('link', { name: 'audited' }).click();
  await expect(page.getByRole('heading', { name: 'audited', level: 1 })).toBeVisible();
  await page.goBack();

  const action = page.getByRole('combobox', { name: 'Action' });
  await action.selectOption({ label: 'Deleted' });
  await expect(page.getByText('No event matches these filters.')).toBeVisible();
  await action.selectOption({ label: 'Registered' });
  await page.getByLabel('Person').fill('robin');
  await expect(page).toHaveURL(/action=create/);
  await expect(page).toHaveURL(/user=robin/);
  await page.reload();
  await expect(row).toBeVisible();
  await expect(action).toHaveValue('create');
  await expect(page.getByLabel('Person')).toHaveValue('robin');
  // The log may have events of a tenant that is no longer connected.
  await page.goto('/audit?tenant=gone');
  const filters = page.getByRole('search', { name: 'Filters' });
  await expect(filters.getByRole('combobox', { name: 'Tenant' })).toHaveValue('gone');
});

test('details of a secret are shared between people, and a failed save loses nothing', async ({ openAs }) => {
  const page = await openAs('Robin');
  await stopDate(page);
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { name: 'shared', host: 'ghcr.io', username: 'octo' });
  await page.getByRole('button', { name: 'Register' }).click();
  await registered(page);

  const other = await openAs('Kim');
  await stopDate(other);
  await other.goto('/acme-forecast/docker-registry-secrets');
  const row = other.getByRole('row', { name: /shared/ });
  await expect(row).toContainText('ghcr.io');
  await expect(row).toContainText('octo');

  await page.goto('/acme-forecast/docker-registry-secrets/shared');
  await page.getByRole('button', { name: 'Change expiry…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the expiry of shared' });
  await dialog.getByLabel('Expires on (optional)').fill(dayFromNow(5));
  await page.context().setOffline(true);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(
    dialog.getByRole('alert').filter({ hasText: 'The console could not reach the gateway.' }),
  ).toBeVisible();
  await expect(dialog.getByLabel('Expires on (optional)')).toHaveValue(dayFromNow(5));
  await page.context().setOffline(false);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await other.goto('/acme-forecast/docker-registry-secrets/shared');
  await expect(other.getByRole('region', { name: 'Expiry' })).toContainText('Expires in 5 days on');
  await expect(other.getByRole('table', { name: 'Registries' })).toContainText('octo');
  await other.goto('/overview?ends=7');
  await expect(row).toContainText('Robin, ');
});

test('a refresh of a log that was read to its end requests only the newest events', async ({
  openAs,
  stack,
}) => {
  const page = await openAs('Robin');
  await Promise.all(Array.from({ length: 120 }, (_, index) => keepNote(page, stack, `secret-${index}`)));
  await page.goto('/audit?action=note&q=secret-');
  await expect(page.getByText('100+ events')).toBeVisible();
  await page.getByRole('button', { name: 'Show more' }).scrollIntoViewIfNeeded();
  await expect(page.getByText('No earlier events.')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/audit')) asked.push(request.url());
  });
  await keepNote(page, stack, 'secret-new');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('row', { name: /secret-new/ })).toBeVisible();
  expect(asked.filter((url) => url.includes('cursor='))).toEqual([]);
});

test('a long search continues until something is found, and shows that it is reading', async ({
  openAs,
  stack,
}) => {
  const page = await openAs('Robin');
  await keepNote(page, stack, 'long-ago');
  await page.route('**/api/audit?q=long-ago', (route) =>
    route.fulfill({ json: { events: [], next: 2_000_000_000, keptDays: 400 } }),
  );
  const letThrough = await holdRequests(page, '**/api/audit?q=long-ago&cursor=2000000000');
  await page.goto('/audit?q=long-ago');
  await expect(page.getByRole('button', { name: 'Reading more…' })).toBeVisible();
  await expect(page.getByText('Nothing matches')).toBeHidden();
  letThrough();
  await expect(page.getByRole('row', { name: /long-ago/ })).toBeVisible();
  await expect(page.getByText('No earlier events.')).toBeVisible();
});
