import type { Page } from '@playwright/test';
import { finished } from './rollout-page.ts';
import { fillSecretForm, openRegisterPage, registered } from './secret-form.ts';
import { expect, test } from './test.ts';

test.use({ viewport: { width: 320, height: 640 } });

const furthest = 40;

/** Names the focused control if it is covered by a bar or outside of the window; undefined if it is in sight. */
function hiddenPart(): string | undefined {
  const { activeElement: focused } = document;
  if (!(focused instanceof HTMLElement) || focused === document.body) return undefined;
  const shown = focused.closest('.MuiInputBase-root') ?? focused;
  const { left, top, right, bottom } = shown.getBoundingClientRect();
  const corners = [
    [left + 4, top + 4],
    [right - 4, bottom - 4],
  ] as const;
  const isHidden = corners.some(([x, y]) => {
    const above = document.elementFromPoint(x, y);
    return !above || (!shown.contains(above) && !above.contains(shown));
  });
  return isHidden
    ? `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent}`
    : undefined;
}

async function isWider(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

for (const path of ['/acme-vision/docker-registry-secrets/docker-hub/rotate', '/overview']) {
  test(`what Tab reaches on ${path} is fully in sight, not below a bar`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    for (let count = 0; count < furthest; count += 1) {
      await page.keyboard.press('Tab');
      // Content that still arrives may move it for a moment.
      await expect.poll(() => page.evaluate(hiddenPart)).toBeUndefined();
    }
  });
}

test('in a low window, as at 400 % zoom, no bar stays above the field', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await openRegisterPage(page, 'acme-forecast');
  await page.getByLabel('Username').focus();
  await expect(page.getByLabel('Username')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('combobox', { name: 'Tenant' })).not.toBeInViewport();
  await expect(page.getByRole('button', { name: 'Register' })).not.toBeInViewport();
});

test('going back to a step of a rollout starts at its top, with the focus there', async ({ page }) => {
  await page.goto('/rollout');
  await fillSecretForm(page, { name: 'to-and-fro' });
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await page.getByRole('button', { name: 'Back' }).press('Enter');
  await expect(page.getByLabel('Secret name')).toBeVisible();
  const steps = page.getByRole('list', { name: 'Steps' });
  await expect(steps.getByText('1. What')).toBeFocused();
  await expect(steps).toBeInViewport({ ratio: 1 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test('a secret with several registries is no wider than the page', async ({ page }) => {
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { name: 'of-two' });
  await page.getByRole('button', { name: 'Add registry' }).click();
  const second = page.getByRole('group', { name: 'Registry 2' });
  await second.getByLabel('Registry host').fill('ghcr.io');
  await second.getByLabel('Username').fill('jo');
  await second.getByLabel('Access token', { exact: true }).fill('not-a-real-token');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await registered(page);
  await page.goto('/acme-forecast/docker-registry-secrets/of-two/rotate');
  await expect(page.getByRole('button', { name: 'Change host or username' })).toHaveCount(2);
  expect(await isWider(page)).toBe(false);
});

test('the outcome of a run and its reason are inside the window', async ({ page, stack }) => {
  await stack.simulator.failTenant('acme-forecast', 'fail-always');
  await page.goto('/rollout');
  await fillSecretForm(page, { name: 'refused' });
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await page.getByRole('checkbox', { name: 'Select acme-forecast' }).check();
  await page.getByRole('button', { name: /^Roll out to/ }).click();
  await finished(page);
  const row = page.getByRole('row', { name: 'acme-forecast' });
  for (const part of [
    row.getByText('Failed', { exact: true }),
    row.getByText(/^Request ID/).first(),
    row.getByRole('button'),
  ]) {
    await part.scrollIntoViewIfNeeded();
    const box = await part.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(320);
  }
});
