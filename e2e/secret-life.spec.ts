import type { Page } from '@playwright/test';
import { holdRequests } from './held-code.ts';
import { authsOf, dayFromNow, fillSecretForm, openRegisterPage, registered } from './secret-form.ts';
import { chooseFromRow } from './secrets-list-page.ts';
import { hears } from './spoken.ts';
import { expect, expectAccessible, test } from './test.ts';

test.describe('rotate', () => {
  test('replaces all registries by PATCH, with the name fixed and nothing but what is remembered', async ({
    page,
    stack,
  }) => {
    await page.goto('/acme-vision/docker-registry-secrets');
    await chooseFromRow(page, 'docker-hub', 'Rotate…');
    await expect(page.getByRole('heading', { name: 'Rotate credentials of docker-hub' })).toBeVisible();
    await expect(page.getByLabel('Secret name')).toBeHidden();
    await expect(page.getByLabel('Username')).toHaveValue('');
    await expect(page.getByText('AI Core replaces the whole secret')).toBeVisible();
    await page.getByLabel('Registry host').fill('https://index.docker.io');
    await page.getByLabel('Username').fill('jo');
    await page.getByLabel('Access token', { exact: true }).fill('not-a-real-new-token');
    await page.getByRole('button', { name: 'Rotate credentials' }).click();
    await registered(page);
    const password = 'not-a-real-new-token';
    const config = JSON.stringify({ auths: { 'https://index.docker.io': { username: 'jo', password } } });
    expect(await stack.simulator.storedSecret('acme-vision', 'docker-hub')).toBe(
      JSON.stringify({ name: 'docker-hub', data: { '.dockerconfigjson': config } }),
    );
    const patches = (await stack.simulator.journal()).filter(({ method }) => method === 'PATCH');
    expect(patches.map(({ path }) => path)).toEqual(['/v2/admin/dockerRegistrySecrets/docker-hub']);
  });

  test('keeps or leaves out each registry by choice', async ({ page, stack }) => {
    await openRegisterPage(page, 'acme-forecast');
    await fillSecretForm(page, { name: 'two-hosts', host: 'ghcr.io', username: 'octo' });
    await page.getByRole('button', { name: 'Add registry' }).click();
    const second = page.getByRole('group', { name: 'Registry 2' });
    await second.getByLabel('Registry host').fill('quay.io');
    await second.getByLabel('Username').fill('team+puller');
    await second.getByLabel('Access token', { exact: true }).fill('not-a-real-token');
    await page.getByRole('button', { name: 'Register' }).click();
    await registered(page);

    await page.goto('/acme-forecast/docker-registry-secrets/two-hosts/rotate');
    await expect(second).toContainText('quay.io');
    const left = page.getByText('quay.io is left out of the secret');
    await expect(left).toBeHidden();
    await page.getByRole('button', { name: 'Remove registry 2' }).click();
    await expect(left).toBeVisible();
    // The toast with the Undo button does not cover the form's bar.
    await page.setViewportSize({ width: 1024, height: 720 });
    await expect(page.getByText('quay.io removed from this form')).toBeVisible();
    await page.getByRole('button', { name: 'Check credentials' }).click({ trial: true });
    await page.getByRole('button', { name: 'Keep quay.io' }).click();
    await expect(left).toBeHidden();
    await expect(second).toContainText('team+puller');
    await page.getByRole('button', { name: 'Remove registry 2' }).click();
    await page.getByLabel('Access token', { exact: true }).fill('not-a-real-new-token');
    await page.getByRole('button', { name: 'Rotate credentials' }).click();
    await registered(page);
    const stored = await stack.simulator.storedSecret('acme-forecast', 'two-hosts');
    expect(Object.keys(authsOf(stored))).toEqual(['ghcr.io']);
  });

  test('takes three clicks and a paste, with host and username filled in', async ({ page, stack }) => {
    await openRegisterPage(page, 'acme-forecast');
    await fillSecretForm(page, { name: 'remembered', host: 'ghcr.io', username: 'octo' });
    await page.getByRole('button', { name: 'Register' }).click();
    await registered(page);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.evaluate(() => {
      let clicks = 0;
      addEventListener('click', () => {
        clicks += 1;
        document.documentElement.dataset['clicks'] = String(clicks);
      });
      return navigator.clipboard.writeText('not-a-real-new-token\n');
    });

    await chooseFromRow(page, 'remembered', 'Rotate…');
    const token = page.getByLabel('Access token', { exact: true });
    await expect(token).toBeFocused();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(token).toHaveValue('not-a-real-new-token');
    await page.getByRole('button', { name: 'Rotate credentials' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'are rotated' })).toBeFocused();

    expect(Number(await page.locator('html').getAttribute('data-clicks'))).toBeLessThanOrEqual(3);
    expect(authsOf(await stack.simulator.storedSecret('acme-forecast', 'remembered'))).toEqual({
      'ghcr.io': { username: 'octo', password: 'not-a-real-new-token' },
    });
  });

  test('host and username are changed on request', async ({ page }) => {
    await openRegisterPage(page, 'acme-forecast');
    await fillSecretForm(page, { name: 'moves', host: 'ghcr.io', username: 'octo' });
    await page.getByRole('button', { name: 'Register' }).click();
    await registered(page);
    await page.getByRole('link', { name: 'Open secret' }).click();
    await page.getByRole('link', { name: 'Rotate' }).click();
    await expect(page.getByLabel('Registry host')).toBeHidden();
    await page.getByRole('button', { name: 'Change host or username' }).click();
    await expect(page.getByLabel('Registry host')).toBeFocused();
    await expect(page.getByLabel('Registry host')).toHaveValue('ghcr.io');
    await expect(page.getByLabel('Username')).toHaveValue('octo');
  });
});

test.describe('delete', () => {
  test('says what stops working and requires typing the name', async ({ page }) => {
    await page.goto('/acme-vision/docker-registry-secrets');
    await chooseFromRow(page, 'docker-hub', 'Delete…');
    const dialog = page.getByRole('dialog', { name: 'Delete docker-hub from acme-vision?' });
    await expect(dialog).toContainText('will fail to pull their images');
    const confirm = dialog.getByRole('button', { name: 'Delete' });
    await expect(confirm).toBeDisabled();
    await dialog.getByLabel('Type the name to confirm').fill('docker-hu');
    await expect(confirm).toBeDisabled();
    await expectAccessible(page);
    await dialog.getByLabel('Type the name to confirm').fill('docker-hub');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeHidden();
    await expect(page.getByText('2 of 50 used')).toBeVisible();
  });

  test('a failed delete is reported in the dialog', async ({ page }) => {
    await openRegisterPage(page, 'acme-forecast');
    await fillSecretForm(page, { name: 'delete-fail-500' });
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await chooseFromRow(page, 'delete-fail-500', 'Delete…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('delete-fail-500');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog.getByText('AI Core failed to carry out the request (500)')).toBeVisible();
    await expect(dialog.getByText(/^Request ID:/)).toBeVisible();
  });

  test('a secret that somebody else has deleted is reported as deleted', async ({ page, stack }) => {
    await page.goto('/acme-vision/docker-registry-secrets');
    await chooseFromRow(page, 'docker-hub', 'Delete…');
    const dialog = page.getByRole('dialog');
    await page.request.delete('/api/tenants/acme-vision/v2/admin/dockerRegistrySecrets/docker-hub', {
      headers: { origin: stack.url },
    });
    await dialog.getByRole('textbox').fill('docker-hub');
    const told = await hears(page, '“docker-hub” was already deleted');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await told();
    // No Undo: nobody knows what the secret contained.
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeHidden();
  });

  test('several are deleted as a run, each with its outcome, and failures are tried again', async ({
    page,
    stack,
  }) => {
    await openRegisterPage(page, 'acme-vision');
    await fillSecretForm(page, { name: 'delete-fail-500' });
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.getByRole('checkbox', { name: 'Select all secrets shown' }).check();
    await page.getByRole('checkbox', { name: 'Select docker-hub' }).uncheck();
    await page.getByRole('region', { name: '3 selected' }).getByRole('button', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Tenant: acme-vision')).toBeVisible();
    await dialog.getByLabel('Type the number of secrets to confirm').fill('3');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(
      page.getByRole('dialog', { name: '2 secrets in acme-vision deleted, 1 failed' }),
    ).toBeVisible();
    await expect(dialog.getByRole('rowheader').first()).toHaveText('delete-fail-500');
    await expect(dialog.getByRole('row', { name: /delete-fail-500/ })).toContainText('(500)');
    await expect(dialog.getByRole('row', { name: /harbor-training/ })).toContainText('Done');
    // Secrets that still exist link to their page.
    await expect(dialog.getByRole('rowheader').getByRole('link')).toHaveText(['delete-fail-500']);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Retry failed (1)' }).click();
    await expect(dialog.getByText('2 done, 1 failed')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('table').getByRole('rowheader')).toHaveText([
      'delete-fail-500',
      'docker-hub',
    ]);
    const attempts = (await stack.simulator.journal()).filter(
      ({ method, path }) => method === 'DELETE' && path.endsWith('/delete-fail-500'),
    );
    expect(attempts).toHaveLength(2);
  });

  test('a deletion of many can be stopped, also by leaving, which asks first', async ({ page, stack }) => {
    await page.goto('/acme-forecast/docker-registry-secrets');
    for (let number = 0; number < 20; number += 1) {
      const data = { name: `many-${number}`, data: { '.dockerconfigjson': '{"auths":{}}' } };
      await page.request.post('/api/tenants/acme-forecast/v2/admin/dockerRegistrySecrets', {
        data,
        headers: { origin: stack.url },
      });
    }
    await page.goto('/acme-forecast/templates');
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Secrets', exact: true })
      .click();
    await page.getByRole('checkbox', { name: 'Select all secrets shown' }).check();
    await page.getByRole('region', { name: '20 selected' }).getByRole('button', { name: 'Delete…' }).click();
    const letThrough = await holdRequests(page, '**/v2/admin/dockerRegistrySecrets/many-*');
    const dialog = page.getByRole('dialog', { name: /^Delet/ });
    await dialog.getByRole('textbox').fill('20');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.goBack();
    const question = page.getByRole('dialog', { name: 'Leave while secrets are being deleted?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await dialog.getByRole('button', { name: 'Cancel run' }).click();
    letThrough();
    await expect(page.getByRole('status').filter({ hasText: 'Cancelled' }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Resume cancelled/ })).toBeVisible();
    const deleted = (await stack.simulator.journal()).filter(({ method }) => method === 'DELETE');
    expect(deleted.length).toBeLessThanOrEqual(6);
  });
});

test.describe('keeping track', () => {
  test('the list shows hosts and dates, and warns of an early expiry', async ({ page }) => {
    await page.goto('/acme-vision/docker-registry-secrets');
    await expect(page.getByText('AI Core returns names only.')).toBeVisible();
    await page.getByRole('link', { name: 'Register secret' }).click();
    await fillSecretForm(page, { name: 'ends-soon', host: 'ghcr.io' });
    await page.getByLabel('Expires on (optional)').fill(dayFromNow(5));
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await expect(page.getByRole('button', { name: 'Within 14 days 1' })).toBeVisible();
    const row = page.getByRole('row', { name: /ends-soon/ });
    await expect(row).toContainText('ghcr.io');
    await page.getByRole('button', { name: 'Expires' }).click();
    await expect(page.getByRole('table').getByRole('rowheader').first()).toHaveText('ends-soon');

    const remembered = await remembrance(page, 'acme-vision');
    expect(remembered).toContain('ghcr.io');
    expect(remembered).not.toContain('not-a-real-token');
  });

  test('a token that is also the username is not remembered', async ({ page }) => {
    await openRegisterPage(page, 'acme-forecast');
    await fillSecretForm(page, {
      name: 'ocean',
      host: 'registry.digitalocean.com',
      token: 'not-a-real-token-7',
    });
    await page.getByRole('button', { name: 'Use the token' }).click();
    await expect(page.getByLabel('Username')).toHaveValue('not-a-real-token-7');
    await page.getByRole('button', { name: 'Register' }).click();
    await registered(page);
    const remembered = await remembrance(page, 'acme-forecast');
    expect(remembered).toContain('registry.digitalocean.com');
    expect(remembered).not.toContain('not-a-real-token-7');
  });
});

/** Everything that is remembered of a tenant's secrets, by its gateway and by this browser. */
async function remembrance(page: Page, tenant: string): Promise<string> {
  const notes = await page.request.get(`/api/tenants/${tenant}/secret-notes`);
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  return `${await notes.text()} ${stored}`;
}
