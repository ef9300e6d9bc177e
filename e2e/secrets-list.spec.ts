import { expect, expectAccessible, test } from './test.ts';

test('the list shows names and quota, and filters as one types', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('heading', { name: 'Docker registry secrets', level: 1 })).toBeVisible();
  await expect(page.getByText('3 of 50 used')).toBeVisible();
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveText(['docker-hub', 'ghcr-acme-vision', 'harbor-training']);
  await page.getByRole('searchbox', { name: 'Search secrets' }).fill('HARBOR');
  await expect(rows).toHaveText(['harbor-training']);
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Search secrets' }).fill('nothing-like-it');
  await expect(page.getByText('No name and no known registry contains “nothing-like-it”')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(rows).toHaveCount(3);
});

test('each row has its snippet one click away, and closing gives the focus back', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  const opener = page.getByRole('button', { name: 'Show snippet of harbor-training' });
  await opener.click();
  const snippet = page.getByRole('region', { name: 'Image pull secret snippet' });
  await expect(snippet).toContainText('- name: harbor-training');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(snippet).toBeHidden();
  await expect(opener).toBeFocused();
});

test('on a narrow screen the snippet for the other kind of template can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('button', { name: 'Show snippet of harbor-training' }).click();
  const serving = page.getByRole('tab', { name: 'ServingTemplate' });
  await expect(serving).toBeInViewport({ ratio: 0.9 });
  await expectAccessible(page);
});

test('an empty tenant says what to do', async ({ page }) => {
  await page.goto('/acme-forecast/docker-registry-secrets');
  await expect(page.getByRole('heading', { name: 'No Docker registry secret yet' })).toBeVisible();
  await expectAccessible(page);
});

test('a full quota is said before anybody tries', async ({ page }) => {
  await page.goto('/globex-chat/docker-registry-secrets');
  await expect(page.getByText('50 of 50 used')).toBeVisible();
  await expect(page.getByText('The quota is used up')).toBeVisible();
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(50);
  await expectAccessible(page);
});

test('a failed list says why, with the request id, and can be tried again', async ({ page, stack }) => {
  await stack.simulator.failTenant('acme-vision', 'fail-500');
  await page.goto('/acme-vision/docker-registry-secrets');
  const alert = page.getByRole('alert').filter({ hasText: 'AI Core failed to do it (500)' });
  await expect(alert).toContainText('Request id');
  await expectAccessible(page);
  await stack.simulator.failTenant('acme-vision', 'none');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
});

test('a failed refresh stands beside the rows it could not renew, with their age', async ({
  page,
  stack,
}) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await stack.simulator.failTenant('acme-vision', 'fail-500');
  const refresh = page.getByRole('button', { name: 'Refresh' });
  await refresh.click();
  const alert = page.getByRole('alert').filter({ hasText: 'What it shows is less than a minute old.' });
  await expect(alert).toContainText('AI Core failed to do it (500)');
  await expect(alert).toContainText('Request id');
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await expect(refresh).toBeFocused();
  await expectAccessible(page);
  await stack.simulator.failTenant('acme-vision', 'none');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeHidden();
});

test('while the list loads, its place is held', async ({ page, stack }) => {
  await stack.simulator.failTenant('acme-vision', 'slow');
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('status', { name: 'Loading…' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
});
