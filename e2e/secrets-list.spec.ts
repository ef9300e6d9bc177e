import { holdRequests } from './held-code.ts';
import { dayFromNow, fillSecretForm, openRegisterPage, registered, stopDate } from './secret-form.ts';
import { keepNote } from './secret-note.ts';
import { hears } from './spoken.ts';
import { expect, expectAccessible, test } from './test.ts';

test('the list shows names and quota, and filters as one types', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('heading', { name: 'Docker registry secrets', level: 1 })).toBeVisible();
  await expect(page.getByText('3 of 50 used')).toBeVisible();
  await expect(page.getByRole('link', { name: 'SAP documentation' })).toHaveAttribute(
    'href',
    /help\.sap\.com/,
  );
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveText(['docker-hub', 'ghcr-acme-vision', 'harbor-training']);
  await page.getByRole('searchbox', { name: 'Search secrets' }).fill('HARBOR');
  await expect(rows).toHaveText(['harbor-training']);
  await page.getByRole('searchbox', { name: 'Search secrets' }).fill('nothing-like-it');
  await expect(page.getByText('No name, registry or username contains “nothing-like-it”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(rows).toHaveCount(3);
});

test('each row has its snippet one click away, and everything else in its menu', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('rowheader', { name: 'harbor-training' })).toBeVisible();
  const copied = await hears(page, 'Snippet of harbor-training copied');
  await page.getByRole('button', { name: 'Copy snippet of harbor-training' }).click();
  await copied();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'imagePullSecrets:\n  - name: harbor-training\n',
  );
  const opener = page.getByRole('button', { name: 'More actions for docker-hub' });
  await opener.click();
  await expect(page.getByRole('menuitem')).toHaveText([
    /^Copy snippet/,
    'Put into a template',
    /^Rotate…/,
    'Roll out…',
    'Change expiry…',
    'Delete…',
  ]);
  await page.getByRole('menuitem', { name: 'Change expiry…' }).click();
  await expect(page.getByRole('dialog', { name: 'Change the expiry of docker-hub' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  // The row's empty area opens the secret, as its name does.
  await page
    .getByRole('row', { name: /docker-hub/ })
    .getByText('Registered elsewhere')
    .click();
  await expect(page.getByRole('heading', { name: 'docker-hub', level: 1 })).toBeVisible();
});

test('on a phone a row leads to the secret, with the snippets for both kinds of templates', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('link', { name: 'Register secret' })).toBeInViewport();
  await page.getByRole('link', { name: 'harbor-training' }).click();
  const serving = page.getByRole('tab', { name: 'ServingTemplate' });
  await expect(serving).toBeInViewport({ ratio: 0.9 });
});

test('an empty tenant says what to do, a full one that its quota is full', async ({ page }) => {
  await page.goto('/acme-forecast/docker-registry-secrets');
  await expect(page.getByRole('heading', { name: 'No Docker registry secret yet' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/globex-chat/docker-registry-secrets');
  await expect(page.getByText('50 of 50 used')).toBeVisible();
  await expect(page.getByText('The quota is full')).toBeVisible();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(50);
});

test('the address holds the filters, and the search finds hosts, usernames and providers', async ({
  page,
}) => {
  await stopDate(page);
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'ends-today', host: 'ghcr.io', username: 'octo-cat' });
  await page.getByLabel('Expires on (optional)').fill(dayFromNow(0));
  await page.getByRole('button', { name: 'Register' }).click();
  await registered(page);
  await page.goto('/acme-vision/docker-registry-secrets');
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveCount(4);
  await page.setViewportSize({ width: 1440, height: 800 });
  const row = page.getByRole('row', { name: /ends-today/ });
  for (const cell of ['Today', 'octo-cat', 'Registered']) await expect(row).toContainText(cell);
  await expect(row.locator('.registries [data-mark]')).toHaveAttribute('data-mark', 'GH');

  const soon = page.getByRole('button', { name: 'Within 14 days 1' });
  await expect(page.getByRole('button', { name: 'Expired 0' })).toBeDisabled();
  await soon.click();
  await expect(soon).toHaveAttribute('aria-pressed', 'true');
  await expect(soon).toBeFocused();
  await expect(rows).toHaveText(['ends-today']);
  await expect(page).toHaveURL(/\?end=soon$/);
  await expectAccessible(page);
  await page.reload();
  await expect(rows).toHaveText(['ends-today']);
  await soon.click();
  await page.getByRole('combobox', { name: 'Provider' }).selectOption('GitHub Container Registry');
  await expect(rows).toHaveText(['ends-today']);
  await expect(page).toHaveURL(/\?provider=GitHub/);
  await page.getByRole('button', { name: 'Not known 3' }).click();
  await expect(page.getByText('No secret matches these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows).toHaveCount(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/end=unknown/);
  await page.getByRole('button', { name: 'All 4' }).click();
  await page.getByRole('combobox', { name: 'Provider' }).selectOption('');
  await expect(rows).toHaveCount(4);

  const search = page.getByRole('searchbox', { name: 'Search secrets' });
  for (const words of ['octo', 'GHCR.IO', 'github container']) {
    await search.fill(words);
    await expect(rows, words).toHaveText(['ends-today']);
  }
  // The address keeps the search, for links and for going back.
  await expect(page).toHaveURL(/\?search=github\+container$/);
  await rows.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'ends-today', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue('github container');
  await expect(rows).toHaveText(['ends-today']);
  await page.reload();
  await expect(search).toHaveValue('github container');
  await search.fill('2024');
  await expect(page).toHaveURL(/2024/);
  await page.reload();
  await expect(search).toHaveValue('2024');
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(page).toHaveURL(/docker-registry-secrets$/);
});

test('Shift selects a range, and one snippet is copied for all of it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/acme-vision/docker-registry-secrets');
  const boxOf = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` });
  await boxOf('docker-hub').click();
  await boxOf('harbor-training').click({ modifiers: ['Shift'] });
  await expect(boxOf('ghcr-acme-vision')).toBeChecked();
  const bar = page.getByRole('region', { name: '3 selected' });
  const copied = await hears(page, 'Snippet of 3 secrets copied');
  await bar.getByRole('button', { name: 'Copy snippet' }).click();
  await copied();
  // On a narrow screen, too, the toast does not cover the bar.
  await page.setViewportSize({ width: 800, height: 720 });
  for (const button of await bar.getByRole('button').all()) await button.click({ trial: true });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'imagePullSecrets:\n  - name: docker-hub\n  - name: ghcr-acme-vision\n  - name: harbor-training\n',
  );
  await expectAccessible(page);
  await bar.getByRole('link', { name: 'Roll out…' }).click();
  await expect(page.getByText('Rolling out docker-hub. Enter its credentials once')).toBeVisible();
  await expect(page.getByText('Then ghcr-acme-vision and harbor-training.')).toBeVisible();
  await expect(page.getByLabel('Secret name')).toHaveValue('docker-hub');
  await page.goBack();
  await boxOf('docker-hub').click();
  await page.keyboard.press('Escape');
  await expect(boxOf('docker-hub')).not.toBeChecked();
});

test('the table’s head and the selection’s bar stay in sight at every width', async ({ page }) => {
  await page.goto('/globex-chat/docker-registry-secrets');
  const last = page.getByRole('checkbox', { name: 'Select team-registry-50' });
  await last.check();
  for (const width of [1440, 1024, 768])
    await test.step(`${width} wide`, async () => {
      await page.setViewportSize({ width, height: 600 });
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const name = page.getByRole('columnheader', { name: 'Name', exact: true });
      await expect.poll(async () => (await name.boundingBox())?.y).toBe(48);
      await expect(page.getByRole('region', { name: '1 selected' })).toBeInViewport({ ratio: 1 });
      // It covers no row: the last one and the note below it can be scrolled above it.
      await expect(last).toBeInViewport({ ratio: 1 });
      await last.click({ trial: true });
    });
});

test('on a phone rows do not move once shown, and the most urgent come first', async ({ page, stack }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const noted = await page.request.put(`${stack.url}/api/tenants/acme-vision/secret-notes/harbor-training`, {
    data: { registries: [{ host: 'ghcr.io' }], expiresAt: dayFromNow(-1), note: '' },
    headers: { origin: stack.url },
  });
  expect(noted.ok()).toBe(true);
  const letThrough = await holdRequests(page, '**/secret-notes');
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('status', { name: 'Loading…' })).toBeVisible();
  await expect(page.getByText('3 of 50 used')).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(0);
  letThrough();
  await expect(page.getByRole('rowheader')).toHaveText(['harbor-training', 'docker-hub', 'ghcr-acme-vision']);
  for (const part of ['.mark', '.host'])
    await expect(page.getByRole('rowheader').first().locator(part)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Expired/ })).toBeVisible();
  // Beside the filters the field is only as wide as its icon, and widens when it is used.
  const search = page.getByRole('searchbox', { name: 'Search secrets' });
  await search.click();
  await search.pressSequentially('ghcr');
  await expect(page.getByRole('rowheader')).toHaveText(['harbor-training', 'ghcr-acme-vision']);
  expect((await search.boundingBox())?.width).toBeGreaterThan(100);
});

/** Nothing of the element is cut off. */
const isWhole = (element: Element) =>
  element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;

test('the longest name is shown whole, on paper the host too, and further registries are counted', async ({
  page,
  stack,
}) => {
  const name = `${'a-team-with-a-very-long-name-'.repeat(2)}00001`;
  const host = 'machine-learning.common.repositories.cloud.sap';
  const auths = { [host]: { username: 'jo', password: 'not-a-real-token' } };
  const answer = await page.request.post(
    `${stack.url}/api/tenants/acme-vision/v2/admin/dockerRegistrySecrets`,
    {
      data: { name, data: { '.dockerconfigjson': JSON.stringify({ auths }) } },
      headers: { origin: stack.url },
    },
  );
  expect(answer.ok()).toBe(true);
  await keepNote(page, stack, name, { registries: [{ host }, { host: 'ghcr.io' }, { host: 'quay.io' }] });
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto('/acme-vision/docker-registry-secrets');
  expect(await page.getByRole('link', { name }).evaluate(isWhole)).toBe(true);
  const registries = page.getByRole('row', { name }).getByRole('cell').nth(1);
  await expect(registries).toHaveText(/\+2$/, { useInnerText: true });
  // Two marks are all that is shown there.
  await page.setViewportSize({ width: 768, height: 1000 });
  await expect(registries).toHaveText('+1', { useInnerText: true });
  // As wide as an A4 page.
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  for (const role of ['rowheader', 'cell'] as const)
    expect(await page.getByRole(role, { name: role === 'cell' ? host : name }).evaluate(isWhole), role).toBe(
      true,
    );
});
