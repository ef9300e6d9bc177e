import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { tabTo, tabToAndPress, tabToAndType } from './keyboard.ts';
import { fillRepositoryForm, validRepository } from './repository-form.ts';
import {
  truth,
  holders,
  openTenants,
  allAsked,
  confirmNumber,
  finished,
  statesOf,
  testWithTenants,
  writesByTenant,
} from './rollout-page.ts';
import { fillSecretForm, validSecret } from './secret-form.ts';
import { listenTo } from './spoken.ts';
import type { Stack } from './stack.ts';
import { expect, expectAccessible } from './test.ts';

const test = testWithTenants(60);

test('what the plan says follows the policy, and nothing starts where it must stop', async ({ page }) => {
  await openTenants(page, 'docker-hub');
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(page.getByText('Create in 1, skip 1')).toBeVisible();
  await page.getByRole('radio', { name: /^Update/ }).check();
  await expect(page.getByText('Create in 1, update in 1')).toBeVisible();
  await page.getByRole('radio', { name: /^Stop/ }).check();
  await expect(page.getByText('One tenant already has it, so nothing starts.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Roll out to/ })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);
});

test('another kind takes nothing typed along unasked', async ({ page }) => {
  await page.goto('/rollout');
  await fillSecretForm(page, { name: 'docker-hub' });
  const repository = page.getByRole('radio', { name: 'Git repository' });
  await repository.click();
  await page.getByRole('button', { name: 'Go on typing' }).click();
  await expect(page.getByRole('radio', { name: 'Docker registry secret' })).toBeChecked();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);
  await repository.click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(repository).toBeChecked();
  // Nothing is typed now.
  await page.getByRole('radio', { name: 'Delete from many' }).check();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('tenants are chosen by arrow keys, ranges, states and pasted names', async ({ page }) => {
  await page.goto('/rollout');
  await fillSecretForm(page, { name: 'docker-hub' });
  const heard = await listenTo(page);
  await page.getByRole('button', { name: 'Choose tenants' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Steps' }).getByText('2. Where')).toBeFocused();
  await allAsked(page);
  await expect.poll(heard).toContain('60 of 60 tenants read');
  const selected = (count: number) => expect(page.getByText(`${count} of 60 tenants selected`)).toBeVisible();
  const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
  const head = page.getByRole('checkbox', { name: 'Select all shown' });

  // One tab stop, wherever the table is scrolled to.
  await tabTo(box('acme-forecast'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await selected(2);
  await page.keyboard.press('End');
  await expect(box('tenant-0060')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(head).toBeFocused();
  await expect(head).toHaveJSProperty('indeterminate', true);
  await page.keyboard.press('Space');
  await selected(60);
  await page.keyboard.press('Space');
  await selected(0);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('table').getByRole('checkbox').and(page.locator(':focus'))).toHaveCount(0);

  await box('tenant-0004').check();
  await box('tenant-0008').click({ modifiers: ['Shift'] });
  await selected(5);

  // Adds to what is selected.
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme');
  await page.getByRole('button', { name: 'Select all that lack it' }).click();
  await selected(6);
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('');
  await page.getByLabel('Show', { exact: true }).selectOption('Have it');
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(['acme-vision']);
  await page.getByLabel('Show', { exact: true }).selectOption('All tenants');

  await page.getByRole('button', { name: 'Paste names' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('tenant-0020, TENANT-0021\nzebra');
  await expect(dialog.getByText('No tenant is called zebra.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Select 2 tenants' }).click();
  await selected(8);
});

test('replacing credentials wants the number of tenants typed, and names them', async ({ page, stack }) => {
  await openTenants(page, 'docker-hub');
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('radio', { name: /^Update/ }).check();
  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rotate the credentials of “docker-hub” in 1 tenant?' });
  await expect(dialog.getByText('In acme-vision.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Rotate' })).toBeDisabled();
  await expectAccessible(page);
  expect((await writesByTenant(stack)).size).toBe(0);
  await confirmNumber(page, 1, 'Rotate');
  await finished(page);
  expect(await statesOf(page, 'done')).toEqual(['acme-forecast', 'acme-vision']);
});

test('what came of a rollout is counted as it is, kept with its reasons, and asked about before it is left', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('tenant-0010', 'fail-always');
  await stack.simulator.failTenant('tenant-0011', 'none');
  await openTenants(page, 'kept');
  await page.getByRole('checkbox', { name: 'Select tenant-0010' }).check();
  await page.getByRole('checkbox', { name: 'Select tenant-0011' }).check();
  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  await finished(page);
  await page.getByRole('button', { name: 'Plan again' }).click();
  await allAsked(page);
  await page.getByRole('button', { name: 'Roll out to 1 tenant' }).click();
  await finished(page);

  await page.getByRole('link', { name: 'Overview' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without the report?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Start another' }).click();
  await question.getByRole('button', { name: 'Stay' }).click();
  expect(await statesOf(page, 'failed')).toEqual(['tenant-0010']);
  await page.getByRole('button', { name: 'Start another' }).click();

  await expect(page.getByText('1 of 2 tenants done')).toBeVisible();
  await page.getByRole('button', { name: /^Outcomes: / }).click();
  const outcomes = page.getByRole('dialog', { name: /“kept”/ });
  await expect(outcomes.getByRole('rowheader')).toHaveText(['tenant-0010', 'tenant-0011']);
  await expect(outcomes.getByRole('row', { name: /tenant-0010.*Failed/ })).toContainText('(500)');
  await outcomes.getByRole('searchbox', { name: 'Search outcomes' }).fill('0011');
  await expect(outcomes.getByRole('rowheader')).toHaveText(['tenant-0011']);
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    outcomes.getByRole('button', { name: 'Export CSV report' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/"tenant-0010",.*"failed",.*500/);
});

test('a full quota and a silent tenant are left out of the plan, with the reason', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('tenant-0010', 'fail-500');
  await openTenants(page, 'left-out');
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('globex');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(page.getByText('Quota full.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('0010');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(page.getByText('No answer. Nothing is written there.')).toBeVisible();
  await expect(page.getByText('Leave out 2')).toBeVisible();
  await stack.simulator.failTenant('tenant-0010', 'none');
  await page.getByRole('button', { name: 'Try again (1)' }).click();
  await expect(page.getByText('Create in 1, leave out 1')).toBeVisible();
});

test('a run is paused, resumed, cancelled and gone on with', async ({ page, stack }) => {
  await slowDown(stack, 12);
  await openTenants(page, 'paused');
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('tenant-000');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('tenant-001');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('button', { name: 'Roll out to 16 tenants' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Nothing more starts until you resume.')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Cancel run' }).click();
  await finished(page);
  const done = await statesOf(page, 'done');
  expect(done.toSorted()).toEqual(await holders(stack, 'paused'));
  expect(done.length).toBeLessThan(16);
  await page.getByRole('button', { name: /^Resume cancelled/ }).click();
  await finished(page);
  const failed = await statesOf(page, 'failed');
  expect((await holders(stack, 'paused')).length).toBe(16 - failed.length);
});

async function slowDown(stack: Stack, count: number): Promise<void> {
  for (let number = 4; number < 4 + count; number += 1) {
    await stack.simulator.failTenant(`tenant-${String(number).padStart(4, '0')}`, 'slow');
  }
}

test('leaving while it runs is asked about, and stops the run', async ({ page, stack }) => {
  await openTenants(page, 'left');
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('tenant-00');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  // So slow that it would take half a minute.
  await slowDown(stack, 57);
  await page.getByRole('button', { name: 'Roll out to 57 tenants' }).click();
  await page.getByRole('link', { name: 'Overview' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave while it runs?' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByRole('button', { name: 'Cancel run' })).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await dialog.getByRole('button', { name: 'Stop and leave' }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await stack.simulator.reset();
  await expect(page.getByText('60 of 60 tenants, ')).toBeVisible({ timeout: 45_000 });
  const writes = (await stack.simulator.journal()).filter(({ method }) => method === 'POST');
  expect(writes).toEqual([]);
});

test('a secret is removed from many after their number was typed', async ({ page, stack }) => {
  await openTenants(page, 'to-remove');
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('tenant-002');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('button', { name: 'Roll out to 10 tenants' }).click();
  await finished(page);
  const held = await holders(stack, 'to-remove');
  expect(held.length).toBeGreaterThan(7);

  await page.getByRole('button', { name: 'Start another' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('radio', { name: 'Delete from many' }).check();
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await expect(page.getByText('Enter the name.')).toBeVisible();
  await page.getByLabel('Name of the secret').fill('to-remove');
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  await page.getByRole('button', { name: 'Select all that have it' }).click();
  await expect(page.getByText(`Delete from ${held.length}`, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: `Delete from ${held.length} tenants` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Number of tenants').fill('3');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  await confirmNumber(page, held.length, 'Delete');
  await finished(page);
  expect((await statesOf(page, 'done')).toSorted()).toEqual(held);
  expect(await holders(stack, 'to-remove')).toEqual([]);
});

test('the credential is in no storage, and the plan that is kept has none', async ({ page }) => {
  await openTenants(page, 'no-trace');
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme-forecast');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('button', { name: 'Roll out to 1 tenant' }).click();
  await finished(page);
  const stored = await page.evaluate(() =>
    JSON.stringify([...Object.entries(localStorage), ...Object.entries(sessionStorage)]),
  );
  expect(stored).toContain('no-trace');
  expect(stored).not.toContain(validSecret.token);
  await page.getByRole('button', { name: 'Start another' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('');
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByRole('heading', { name: 'Earlier rollouts' })).toBeHidden();

  await page.goto('/acme-forecast/docker-registry-secrets');
  await expect(page.getByRole('row', { name: /no-trace/ })).toContainText('registry.example.com');
});

test('a token of the gateway that expires meanwhile is renewed, and no tenant notices', async ({
  page,
  stack,
}) => {
  await openTenants(page, 'expired');
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('acme');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await stack.simulator.expireTokens();
  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  await finished(page);
  expect(await holders(stack, 'expired')).toEqual(['acme-forecast', 'acme-vision']);
});

test('a repository is rolled out: another of its name is left alone, the same one is updated', async ({
  page,
  stack,
}) => {
  const body = { name: 'shared', url: 'https://git.example.com/other/app', username: 'jo', password: 'x' };
  await createRepository(page, 'tenant-0030', body);
  const same = { ...body, name: 'elsewhere', url: 'https://git.example.com/team/APP/' };
  await createRepository(page, 'tenant-0031', same);

  await page.goto('/rollout');
  await page.getByRole('radio', { name: 'Git repository' }).check();
  await fillRepositoryForm(page, { url: 'https://git.example.com/team/app', name: 'shared' });
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('tenant-003');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('radio', { name: /^Update/ }).check();
  await expect(page.getByText('Create in 8, update in 1, leave out 1')).toBeVisible();
  await expect(page.getByText('Has it as “elsewhere”')).toBeVisible();
  await expect(page.getByText('Has another one in its place.')).toBeVisible();
  await page.getByRole('button', { name: 'Roll out to 9 tenants' }).click();
  await confirmNumber(page, 1, 'Rotate');
  await finished(page);

  const failed = await statesOf(page, 'failed');
  const done = await statesOf(page, 'done');
  const held = (await truth(stack)).filter(({ repositories }) => repositories.includes('shared'));
  expect([...held.map(({ tenantId }) => tenantId), 'tenant-0031'].toSorted()).toEqual(
    [...done, 'tenant-0030'].toSorted(),
  );
  expect(done.length + failed.length).toBe(9);
  const url = `${stack.simulator.url}/inspect/tenants`;
  const updated = await (await fetch(`${url}/tenant-0031/repositories/elsewhere`)).text();
  expect(updated).toContain(validRepository.token);
  const untouched = await (await fetch(`${url}/tenant-0030/repositories/shared`)).text();
  expect(untouched).not.toContain(validRepository.token);
});

/** As another administrator does, past this console. Several attempts: some tenants refuse their first write. */
async function createRepository(page: Page, tenantId: string, body: object): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const path = `/api/tenants/${tenantId}/v2/admin/repositories`;
    const answer = await page.request.post(path, { data: body });
    if (answer.ok() || answer.status() === 409) return;
  }
  throw new Error(`${tenantId} did not take the repository`);
}

test('what a link names is filled in, Back goes one step back, and no step holds a credential', async ({
  page,
  stack,
}) => {
  await stack.simulator.failTenant('tenant-0011', 'fail-always');
  await page.goto('/overview');
  await page.goto('/rollout?secret=first,second&tenant=tenant-0010,tenant-0011,nobody');
  await expect(page.getByText('Rolling out first.')).toBeVisible();
  await expect(page.getByText('Then second.')).toBeVisible();
  const fill = async () => {
    await page.getByLabel('Registry host').fill(validSecret.host);
    await page.getByLabel('Username').fill(validSecret.username);
    await page.getByLabel('Access token', { exact: true }).fill(validSecret.token);
    await page.getByRole('button', { name: 'Choose tenants' }).click();
  };
  await fill();
  await allAsked(page);
  await expect(page).toHaveURL(/step=where$/);
  await expect(page.getByText('2 of 60 tenants selected')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  await finished(page);
  await expect(page).toHaveURL(/step=run$/);
  expect(page.url()).not.toContain(validSecret.token);
  await expect(page).toHaveTitle('1 failed · Roll out first · AI Core Registry Console');
  await expect(page.getByRole('rowheader')).toHaveText(['tenant-0011', 'tenant-0010']);

  // One square a tenant: a click shows those that stand as it does.
  await page.getByTitle('tenant-0010: Done').click();
  await expect(page.getByRole('rowheader')).toHaveText(['tenant-0010']);
  await page.getByRole('button', { name: /^All/ }).click();
  await stack.simulator.failTenant('tenant-0011', 'none');
  await page.getByRole('button', { name: 'Retry tenant-0011' }).click();
  await expect(page).toHaveTitle('Done · Roll out first · AI Core Registry Console');
  await expect(page.getByRole('rowheader', { name: 'tenant-0011' }).getByRole('link')).toHaveAttribute(
    'href',
    '/tenant-0011/docker-registry-secrets',
  );

  await page.getByRole('button', { name: 'Next: second' }).click();
  await expect(page.getByText('Rolling out second.')).toBeVisible();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('');
  await fill();
  await allAsked(page);
  await expect(page.getByText('2 of 60 tenants selected')).toBeVisible();
  await page.reload();
  // A reload forgets the credential: it begins with it again.
  await expect(page).toHaveURL(/\/rollout\?secret=second&tenant=[^&]*$/);
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('');
});

test('a rollout to 50 tenants works by keyboard alone, on a narrow screen too', async ({ page, stack }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/rollout');
  await expect(page.getByLabel('Secret name')).toBeVisible();
  await tabToAndType(page.getByLabel('Secret name'), 'by-keyboard');
  await tabToAndType(page.getByLabel('Registry host'), 'registry.example.com');
  await tabToAndType(page.getByLabel('Username'), 'jo');
  await tabToAndType(page.getByLabel('Access token', { exact: true }), 'not-a-real-token');
  await page.keyboard.press('Enter');
  await allAsked(page);
  await tabToAndType(page.getByRole('searchbox', { name: 'Search tenants' }), 'tenant-00');
  await tabTo(page.getByRole('checkbox', { name: 'Select tenant-0004' }));
  await page.keyboard.press('Space');
  for (let row = 0; row < 49; row += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('50 of 60 tenants selected')).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, 'the page scrolls sideways').toBe(false);
  await tabToAndPress(page.getByRole('button', { name: 'Roll out to 50 tenants' }), 'Enter');
  await finished(page);
  await expectAccessible(page);
  await tabToAndPress(page.getByRole('button', { name: /^Retry failed/ }), 'Enter');
  await finished(page);
  const hopeless = (await truth(stack)).filter(({ failure }) => failure === 'fail-always');
  expect((await holders(stack, 'by-keyboard')).length).toBeGreaterThanOrEqual(50 - hopeless.length);
  await expect(page.getByRole('row', { name: /tenant-0020.*Create.*Done/ })).toBeVisible();
});
