import { holdRequests } from './held-code.ts';
import { hears } from './spoken.ts';
import { expect, expectAccessible, test } from './test.ts';

for (const { list, row } of [
  { list: 'docker-registry-secrets', row: 'docker-hub' },
  { list: 'git-repositories', row: 'vision-pipelines' },
]) {
  test(`the list of ${list} keeps its place while it loads, says why it failed, and keeps rows it could not renew`, async ({
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
    await expect(failed).toContainText('Request ID');
    const copied = await hears(page, 'Copied');
    await failed.getByRole('button', { name: 'Copy request ID' }).click();
    await copied();
    const id = await page.evaluate(() => navigator.clipboard.readText());
    await expect(failed).toContainText(`Request ID: ${id}`);
    await expectAccessible(page);
    await stack.simulator.failTenant('acme-vision', 'none');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('rowheader', { name: row })).toBeVisible();
    await expect(failed).toBeHidden();

    await stack.simulator.failTenant('acme-vision', 'fail-500');
    const refresh = page.getByRole('button', { name: 'Refresh' });
    await refresh.click();
    const stale = failed.filter({ hasText: 'This list is less than a minute old.' });
    await expect(stale).toContainText('Request ID');
    await expect(page.getByRole('rowheader', { name: row })).toBeVisible();
    await expect(refresh).toBeFocused();
    await stack.simulator.failTenant('acme-vision', 'none');
    await stale.getByRole('button', { name: 'Try again' }).click();
    await expect(stale).toBeHidden();
  });

  test(`the rows of the list of ${list} appear where the bars were`, async ({ page }) => {
    const letThrough = await holdRequests(page, '**/v2/admin/*?*');
    await page.goto(`/acme-vision/${list}`);
    const loading = page.getByRole('status', { name: 'Loading…' });
    await expect(loading).toBeVisible();
    const search = page.getByRole('searchbox');
    const bars = loading.locator('tbody tr, :scope > div + div').first();
    const before = await Promise.all([bars, search].map((one) => one.boundingBox()));
    // A search typed while the list loads is applied.
    await search.fill(row);
    letThrough();
    await expect(page.getByRole('rowheader')).toHaveText([row]);
    const rows = page.locator('tbody tr').first();
    const after = await Promise.all([rows, search].map((one) => one.boundingBox()));
    expect(after.map((box) => [box?.x, box?.y])).toEqual(before.map((box) => [box?.x, box?.y]));
  });
}
