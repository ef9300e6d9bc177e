import { openRegisterPage } from './secret-form.ts';
import { expect, test } from './test.ts';

test('a refused form focuses its first wrong field, once, and unfolds it', async ({ page }) => {
  await openRegisterPage(page, 'acme-forecast');
  const auths = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((label) => [
      `${label}.example.com`,
      { username: 'jo', password: 'not-a-real-token' },
    ]),
  );
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(JSON.stringify({ auths }));
  await dialog.getByRole('button', { name: 'Add 5 registries' }).click();
  await page.getByLabel('Secret name').fill('five');
  await expect(page.getByLabel('Username')).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit registry 4' }).click();
  await page.getByLabel('Username').fill('');
  await page.getByRole('button', { name: 'Edit registry 4' }).click();
  await expect(page.getByLabel('Username')).toHaveCount(0);

  await page.evaluate(() => {
    const counts = document.documentElement.dataset;
    addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement) counts['focused'] = `${counts['focused'] ?? ''}${target.name} `;
    });
  });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByLabel('Username')).toBeFocused();
  await expect(page.getByText('Enter the username.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-focused', 'registries.3.username ');
});

test('hints that appear after a pause move nothing in sight', async ({ page }) => {
  await openRegisterPage(page, 'acme-forecast');
  await page.evaluate(() => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && typeof entry.value === 'number') shift += entry.value;
        document.documentElement.dataset['shift'] = String(shift);
      }
    }).observe({ type: 'layout-shift' });
  });
  await page.getByLabel('Secret name').fill('steady');
  await page.getByLabel('Registry host').fill('ghcr.io');
  await page.getByLabel('Username').fill('octo');
  await page.getByLabel('Access token', { exact: true }).fill(`ghp_${'A1b2'.repeat(9)}`);
  await expect(page.getByText('This looks like')).toBeVisible();
  await expect(page.getByText('The name is free')).toBeVisible();
  expect(Number((await page.locator('html').getAttribute('data-shift')) ?? 0)).toBeLessThanOrEqual(0.01);
});
