import type { Locator, Page } from '@playwright/test';
import { addConnection } from './connection-form.ts';
import { holdBack, holdRequests } from './held-code.ts';
import { finished } from './rollout-page.ts';
import { fillSecretForm, openRegisterPage, registered, validSecret } from './secret-form.ts';
import { hears } from './spoken.ts';
import { expect, test } from './test.ts';

async function openList(page: Page, tenant = 'acme-vision'): Promise<void> {
  await page.goto(`/${tenant}/docker-registry-secrets`);
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
}

/** Presses it as people without a mouse do. */
async function press(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.focus();
  await button.press('Enter');
}

test.describe('another page', () => {
  test('has the focus on its heading and is announced by the title, on the way back too', async ({
    page,
  }) => {
    await openList(page);
    await expect(page.locator('body')).toBeFocused();
    const navigation = page.getByRole('navigation', { name: 'Main' });
    for (const [link, heading, title] of [
      ['Templates', 'Templates', 'Templates · acme-vision · AI Core Registry Console'],
      ['Git repositories', 'Git repositories', 'Git repositories · acme-vision · AI Core Registry Console'],
      ['Onboard tenant', 'Onboard tenant', 'Onboard tenant · acme-vision · AI Core Registry Console'],
      ['Overview', 'Overview', 'Overview · AI Core Registry Console'],
      ['Connections', 'Connections', 'Connections · AI Core Registry Console'],
    ] as const) {
      await press(navigation.getByRole('link', { name: link }));
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
      await expect(page).toHaveTitle(title);
    }
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeFocused();
  });

  test('of another tenant has the focus on its heading too', async ({ page }) => {
    await openList(page);
    await page.getByRole('combobox', { name: 'Tenant' }).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('globex');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(/· globex-chat ·/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.getByRole('combobox', { name: 'Tenant' }).click();
    await page.getByRole('option', { name: 'acme-forecast' }).first().click();
    await expect(page).toHaveTitle(/· acme-forecast ·/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });

  test('that starts with a field focuses that field', async ({ page }) => {
    await openList(page);
    await press(page.getByRole('link', { name: 'Register secret' }));
    await expect(page.getByLabel('Secret name')).toBeFocused();
  });
});

test.describe('when the control that was used is gone', () => {
  test('the outcome of a form has the focus', async ({ page }) => {
    await openRegisterPage(page, 'acme-forecast');
    await fillSecretForm(page);
    await page.keyboard.press('Enter');
    await registered(page);
    await expect(page.getByRole('alert').filter({ hasText: 'is registered' })).toBeFocused();
    await press(page.getByRole('button', { name: 'Register another' }));
    await expect(page.getByLabel('Secret name')).toBeFocused();
  });

  test('a deleted row gives the focus to the rest of the page, and a toast says that it is deleted', async ({
    page,
  }) => {
    await openList(page);
    for (const name of ['docker-hub', 'ghcr-acme-vision', 'harbor-training']) {
      await press(page.getByRole('button', { name: `More actions for ${name}` }));
      await press(page.getByRole('menuitem', { name: 'Delete…' }));
      await page.getByRole('dialog').getByRole('textbox').fill(name);
      const told = await hears(page, `“${name}” is deleted`);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('rowheader', { name })).toBeHidden();
      await told();
      await expect(page.locator('body')).not.toBeFocused();
    }
  });

  test('a row deleted from its menu gives the focus to the menu of the row in its place', async ({
    page,
  }) => {
    await openList(page);
    await press(page.getByRole('button', { name: 'More actions for ghcr-acme-vision' }));
    await press(page.getByRole('menuitem', { name: 'Delete…' }));
    await page.getByRole('dialog').getByRole('textbox').fill('ghcr-acme-vision');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('rowheader', { name: 'ghcr-acme-vision' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'More actions for harbor-training' })).toBeFocused();
  });

  test('clearing a search gives the focus to the rows that are back', async ({ page }) => {
    await openList(page);
    await page.getByRole('searchbox', { name: 'Search secrets' }).fill('nothing-like-it');
    await press(page.getByRole('button', { name: 'Clear search' }));
    await expect(page.getByRole('checkbox', { name: 'Select all secrets shown' })).toBeFocused();
  });

  test('a removed registry gives the focus to the one in its place', async ({ page }) => {
    await openRegisterPage(page, 'acme-forecast');
    await page.getByRole('button', { name: 'Add registry' }).click();
    await page.getByRole('button', { name: 'Add registry' }).click();
    await press(page.getByRole('button', { name: 'Remove registry 2' }));
    await expect(page.getByRole('button', { name: 'Remove registry 3' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Remove registry 2' })).toBeFocused();
  });

  test('a removed connection gives the focus to the next one', async ({ page }) => {
    await addConnection(page, { label: 'First', address: '/api/tenants/acme-vision' });
    await addConnection(page, { label: 'Second', address: '/api/tenants/globex-chat' });
    await press(page.getByRole('button', { name: 'Remove First' }));
    await expect(page.getByRole('button', { name: 'Remove Second' })).toBeFocused();
  });

  test('a run that is paused, resumed and cancelled keeps the focus on its buttons', async ({ page }) => {
    const letThrough = await holdRequests(page, '**/v2/admin/dockerRegistrySecrets');
    await page.goto('/rollout');
    await fillSecretForm(page, { name: 'paused' });
    await page.getByRole('button', { name: 'Choose tenants' }).click();
    await page.getByRole('checkbox', { name: 'Select all shown' }).check();
    await press(page.getByRole('button', { name: /^Roll out to/ }));
    await press(page.getByRole('button', { name: 'Pause' }));
    await expect(page.getByRole('button', { name: 'Resume' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
    await press(page.getByRole('button', { name: 'Cancel run' }));
    letThrough();
    await finished(page);
    await expect(page.locator('main button:focus')).toBeVisible();
  });

  test('a button that is disabled while it works gets the focus back afterwards', async ({ page }) => {
    await page.goto('/connections');
    const letThrough = await holdRequests(page, '**/api/tenants/acme-vision/**');
    const button = page.getByRole('button', { name: 'Test connection acme-vision' });
    await press(button);
    await expect(button).toHaveAttribute('aria-busy', 'true');
    await expect(page.locator('body')).not.toBeFocused();
    letThrough();
    await expect(button).toHaveAttribute('aria-busy', 'false');
    await expect(button).toBeFocused();
  });

  test('after a click beside all controls the focus is not moved', async ({ page }) => {
    await openList(page);
    const button = page.getByRole('button', { name: 'More actions for docker-hub' });
    await button.focus();
    await page.getByRole('banner').click({ position: { x: 400, y: 10 } });
    await page.getByRole('searchbox', { name: 'Search secrets' }).evaluate((field) => field.remove());
    await expect(page.locator('body')).toBeFocused();
  });
});

test.describe('code that comes late', () => {
  test('of the tenant field does not disturb typing elsewhere', async ({ page }) => {
    const release = await holdBack(page, 'tenant-combobox');
    await openRegisterPage(page, 'acme-vision');
    const tenant = page.getByRole('combobox', { name: 'Tenant' });
    await tenant.focus();
    const token = page.getByLabel('Access token', { exact: true });
    await token.focus();
    await page.keyboard.type('not-a-');
    const arrived = page.waitForResponse(/tenant-combobox/);
    release();
    await arrived;
    await page.keyboard.type('real-token');
    await expect(token).toBeFocused();
    await expect(token).toHaveValue(validSecret.token);
    await expect(tenant).toHaveValue('acme-vision');
    // Its list is available the next time the field is used.
    await tenant.focus();
    await expect(page.getByRole('option', { name: 'acme-vision' })).toBeVisible();
  });

  test('that keeps the focus knows what was pressed before it arrived', async ({ page }) => {
    const release = await holdBack(page, 'keep-focus');
    await openList(page);
    await page.getByRole('searchbox', { name: 'Search secrets' }).fill('nothing-like-it');
    await press(page.getByRole('button', { name: 'Clear search' }));
    await expect(page.locator('body')).toBeFocused();
    release();
    await expect(page.getByRole('checkbox', { name: 'Select all secrets shown' })).toBeFocused();
  });

  test('of a dialog waits until typing stops', async ({ page }) => {
    const release = await holdBack(page, 'list-dialogs');
    await openList(page);
    await page.getByRole('button', { name: 'Add details of docker-hub' }).click();
    const search = page.getByRole('searchbox', { name: 'Search secrets' });
    await search.focus();
    await page.keyboard.type('dock');
    const arrived = page.waitForResponse(/list-dialogs/);
    release();
    // Waits until the code has not only arrived, but run.
    await page.evaluate(
      async (url) => {
        await import(url);
      },
      (await arrived).url(),
    );
    await page.keyboard.type('er');
    await expect(search).toHaveValue('docker');
    await expect(search).toBeFocused();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Refresh' }).focus();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('of a page shows it, and does not take the focus while somebody types', async ({ page }) => {
    const release = await holdBack(page, 'register-secret-page');
    await openList(page);
    await page.getByRole('link', { name: 'Register secret' }).click();
    await expect(page).toHaveURL(/\/new$/);
    const tenant = page.getByRole('combobox', { name: 'Tenant' });
    await tenant.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('glo');
    release();
    await expect(page.getByLabel('Secret name')).toBeVisible();
    await page.keyboard.type('bex');
    await expect(tenant).toBeFocused();
    await expect(tenant).toHaveValue('globex');
    await expect(page.getByLabel('Secret name')).toHaveValue('');
  });
});
