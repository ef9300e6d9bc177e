import {
  truth,
  holders,
  writesByTenant,
  openTenants,
  allAsked,
  finished,
  statesOf,
  choose,
  confirmNumber,
  testWithTenants,
  twoHundred,
  type TenantTruth,
  writesAnswered,
} from './rollout-page.ts';
import { holdRequests } from './held-code.ts';
import { validSecret } from './secret-form.ts';
import type { Stack } from './stack.ts';
import { expect } from './test.ts';

const test = testWithTenants(300);
/** Each opening of the page asks them all, and this one opens it three times for those of one beginning. */
const testWithHundred = testWithTenants(100);

test.describe('a rollout to many', () => {
  test.describe.configure({ timeout: 180_000 });

  test('ends with every tenant in the state that the page says, and a retry mends what can be mended', async ({
    page,
    stack,
  }) => {
    await openTenants(page, 'to-many');
    await choose(page, twoHundred);
    await expect(page.getByText('200 of 300 tenants selected')).toBeVisible();
    await page.getByRole('button', { name: 'Roll out to 200 tenants' }).click();
    await finished(page);

    const failing = (await truth(stack)).filter(({ failure }) => failure?.startsWith('fail-'));
    const failed = await statesOf(page, 'failed');
    expect(failed.toSorted()).toEqual(chosen(failing));
    expect((await statesOf(page, 'done')).toSorted()).toEqual(await holders(stack, 'to-many'));

    await page.getByRole('button', { name: `Retry failed (${failed.length})` }).click();
    await finished(page);
    const hopeless = failing.filter(({ failure }) => failure === 'fail-always');
    expect((await statesOf(page, 'failed')).toSorted()).toEqual(chosen(hopeless));
    expect((await statesOf(page, 'done')).toSorted()).toEqual(await holders(stack, 'to-many'));

    // Lost answers were asked for: no tenant got the secret twice.
    for (const [tenantId, writes] of await writesByTenant(stack)) {
      const effective = writes.filter((write) => write === 'POST 202' || write === 'POST null');
      expect(effective.length, `${tenantId}: ${writes.join(', ')}`).toBeLessThanOrEqual(1);
    }
  });

  test('killed in the middle and opened again, it does what is missing and nothing twice', async ({
    page,
    context,
    stack,
  }) => {
    await openTenants(page, 'killed');
    await choose(page, twoHundred);
    const middle = writesAnswered(page, 80);
    await page.getByRole('button', { name: 'Roll out to 200 tenants' }).click();
    await middle;
    await expect(page.getByRole('navigation', { name: 'Main' })).toContainText(/Roll out\d+\/200/);
    await page.close({ runBeforeUnload: false });

    const again = await context.newPage();
    const giveNotes = await holdRequests(again, '**/api/secret-notes');
    await again.goto('/rollout');
    await again.getByRole('button', { name: 'Open: Roll out Docker registry secret “killed”' }).click();
    await expect(again.getByText(/^Continuing the rollout of killed/)).toBeVisible();
    await expect(again.getByLabel('Secret name')).toHaveCount(0);
    giveNotes();
    await expect(again.getByLabel('Secret name')).toHaveValue('killed');
    await expect(again.getByLabel('Access token', { exact: true })).toHaveValue('');
    // The plan keeps what is no credential.
    await expect(again.getByRole('group', { name: 'Registry 1' })).toContainText(validSecret.host);
    await expect(again.getByRole('group', { name: 'Registry 1' })).toContainText(validSecret.username);
    await again.getByLabel('Access token', { exact: true }).fill(validSecret.token);
    await again.getByRole('button', { name: 'Choose tenants' }).click();
    await allAsked(again);
    await expect(again.getByText('200 of 300 tenants selected')).toBeVisible();
    await again.getByRole('button', { name: /^Roll out to \d+ tenants$/ }).click();
    await finished(again);
    await again.getByRole('button', { name: /^Retry failed/ }).click();
    await finished(again);

    const hopeless = (await truth(stack)).filter(({ failure }) => failure === 'fail-always');
    expect((await statesOf(again, 'failed')).toSorted()).toEqual(chosen(hopeless));
    expect(await holders(stack, 'killed')).toHaveLength(200 - chosen(hopeless).length);
    for (const [tenantId, writes] of await writesByTenant(stack)) {
      const effective = writes.filter((write) => write === 'POST 202' || write === 'POST null');
      expect(effective.length, `${tenantId}: ${writes.join(', ')}`).toBeLessThanOrEqual(1);
      expect(writes.filter((write) => write.startsWith('PATCH'))).toEqual([]);
    }
  });
});

testWithHundred(
  'an update that was killed is not done again where it was done',
  async ({ page, context, stack }) => {
    testWithHundred.setTimeout(180_000);
    await openTenants(page, 'updated');
    await choose(page, ['tenant-00']);
    await page.getByRole('button', { name: 'Roll out to 96 tenants' }).click();
    await finished(page);
    await page.getByRole('button', { name: /^Retry failed/ }).click();
    await finished(page);

    await openTenants(page, 'updated');
    await page.getByRole('radio', { name: /^Update/ }).check();
    await choose(page, ['tenant-00']);
    await expect(page.getByText(/^Create in 2, update in 94$/)).toBeVisible();
    await page.getByRole('button', { name: 'Roll out to 96 tenants' }).click();
    const middle = writesAnswered(page, 40);
    await confirmNumber(page, 94, 'Rotate');
    await middle;
    await page.close({ runBeforeUnload: false });
    const before = await updates(stack);

    const again = await context.newPage();
    await again.goto('/rollout');
    await again.getByRole('button', { name: /^Open/ }).first().click();
    // The plan keeps what is no credential.
    await expect(again.getByRole('group', { name: 'Registry 1' })).toContainText(validSecret.host);
    await expect(again.getByRole('group', { name: 'Registry 1' })).toContainText(validSecret.username);
    await again.getByLabel('Access token', { exact: true }).fill('not-a-real-token-2');
    await again.getByRole('button', { name: 'Choose tenants' }).click();
    await allAsked(again);
    await again.getByRole('button', { name: /^Roll out to \d+ tenants$/ }).click();
    const number = await again.getByRole('dialog').getByText(/^\d+$/).textContent();
    await confirmNumber(again, Number(number), 'Rotate');
    await finished(again);

    const after = await updates(stack);
    const updated = (await holders(stack, 'updated')).filter((id) => id !== 'acme-vision');
    expect(new Set(after)).toEqual(new Set(updated));
    // Only those whose answers never arrived may have been asked twice: six at most were under way.
    expect(after.length - new Set(after).size).toBeLessThanOrEqual(6);
    expect(before.length).toBeLessThan(after.length);
  },
);

async function updates(stack: Stack): Promise<string[]> {
  return (await stack.simulator.journal()).flatMap(({ tenantId, method, status }) =>
    tenantId !== undefined && method === 'PATCH' && status === 202 ? [tenantId] : [],
  );
}

/** Those of the tenants that are among the two hundred, in order. */
function chosen(tenants: readonly TenantTruth[]): string[] {
  return tenants
    .map(({ tenantId }) => tenantId)
    .filter((id) => twoHundred.some((beginning) => id.startsWith(beginning)));
}
