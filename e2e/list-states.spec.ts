import { holdRequests } from './held-code.ts';
import { expect, expectAccessible, test } from './test.ts';

for (const { list, row } of [
  { list: 'docker-registry-secrets', row: 'docker-hub' },
  { list: 'git-repositories', row: 'vision-pipelines' },
])
  test(`the list of ${list} holds its place while it loads, says why it failed, and keeps the rows it could not renew`, async ({
    page,
    stack,
  }) => {
    await stack.simulator.failTenant('acme-vision', 'fail-500');
    const letThrough = await holdRequests(page, '**/v2/admin/*?*');
    await page.goto(`/acme-vision/${list}`);
    await expect(page.getByRole('status', { name: 'Loading…' })).toBeVisible();
    letThrough();
    const failed = page
      .getByRole('alert')
      .filter({ hasText: 'AI Core failed to carry out the request (500)' });
    await expect(failed).toContainText('Request id');
    await expectAccessible(page);
    await stack.simulator.failTenant('acme-vision', 'none');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('rowheader', { name: row })).toBeVisible();
    await expect(failed).toBeHidden();

    await stack.simulator.failTenant('acme-vision', 'fail-500');
    const refresh = page.getByRole('button', { name: 'Refresh' });
    await refresh.click();
    const stale = failed.filter({ hasText: 'This list is less than a minute old.' });
    await expect(stale).toContainText('Request id');
    await expect(page.getByRole('rowheader', { name: row })).toBeVisible();
    await expect(refresh).toBeFocused();
    await stack.simulator.failTenant('acme-vision', 'none');
    await stale.getByRole('button', { name: 'Try again' }).click();
    await expect(stale).toBeHidden();
  });
