import { holdRequests } from './held-code.ts';
import { expect, test } from './test.ts';

for (const { list, row } of [
  { list: 'docker-registry-secrets', row: 'docker-hub' },
  { list: 'git-repositories', row: 'vision-pipelines' },
])
  test.describe(`the list of ${list}`, () => {
    test('a failed refresh stands beside the rows it could not renew, with their age', async ({
      page,
      stack,
    }) => {
      await page.goto(`/acme-vision/${list}`);
      await expect(page.getByRole('rowheader', { name: row })).toBeVisible();
      await stack.simulator.failTenant('acme-vision', 'fail-500');
      const refresh = page.getByRole('button', { name: 'Refresh' });
      await refresh.click();
      const alert = page.getByRole('alert').filter({ hasText: 'This list is less than a minute old.' });
      await expect(alert).toContainText('AI Core failed to carry out the request (500)');
      await expect(alert).toContainText('Request id');
      await expect(page.getByRole('rowheader', { name: row })).toBeVisible();
      await expect(refresh).toBeFocused();
      await stack.simulator.failTenant('acme-vision', 'none');
      await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(alert).toBeHidden();
    });

    test('while it loads, its place is held: what comes is where its bars were', async ({ page }) => {
      const letThrough = await holdRequests(page, '**/v2/admin/*?*');
      await page.goto(`/acme-vision/${list}`);
      const loading = page.getByRole('status', { name: 'Loading…' });
      await expect(loading).toBeVisible();
      const search = page.getByRole('searchbox');
      const before = await Promise.all([loading.boundingBox(), search.boundingBox()]);
      // Typed meanwhile, it counts.
      await search.fill(row);
      letThrough();
      await expect(page.getByRole('rowheader')).toHaveText([row]);
      const after = await Promise.all([page.getByRole('table').boundingBox(), search.boundingBox()]);
      expect(after.map((box) => [box?.x, box?.y])).toEqual(before.map((box) => [box?.x, box?.y]));
    });
  });
