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
  writesAnswered,
} from './rollout-page.ts';
import { holdRequests } from './held-code.ts';
import { validSecret } from './secret-form.ts';
import type { Stack } from './stack.ts';
import { expect } from './test.ts';

/** Beginnings of the names of 200 tenants: three of the 300 tenants are named differently. */
const twoHundred = ['tenant-00', 'tenant-01', 'tenant-0200', 'tenant-0201', 'tenant-0202', 'tenant-0203'];

const test = testWithTenants(300);
/** Opening the page asks all tenants, and this test opens it three times. */
const testWithHundred = testWithTenants(100);

test('a rollout that is killed in the middle and opened again does what is missing and nothing twice', async ({
  page,
  context,
  stack,
}) => {
  test.setTimeout(180_000);
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
  // The plan keeps everything but the credential.
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

  const hopeless = await failing(stack, twoHundred, 'fail-always');
  expect((await statesOf(again, 'failed')).toSorted()).toEqual(hopeless);
  expect(await holders(stack, 'killed')).toHaveLength(200 - hopeless.length);
  await nothingWrittenTwice(stack);
});

testWithHundred(
  'the page reports a rollout’s outcome, a retry fixes what it can, and an update that was killed is not repeated',
  async ({ page, context, stack }) => {
    testWithHundred.setTimeout(180_000);
    await openTenants(page, 'updated');
    await choose(page, ['tenant-00']);
    await page.getByRole('button', { name: 'Roll out to 96 tenants' }).click();
    await finished(page);
    const failed = await statesOf(page, 'failed');
    expect(failed.toSorted()).toEqual(await failing(stack, ['tenant-00'], 'fail-'));
    expect((await statesOf(page, 'done')).toSorted()).toEqual(await holders(stack, 'updated'));
    await page.getByRole('button', { name: `Retry failed (${failed.length})` }).click();
    await finished(page);
    expect((await statesOf(page, 'failed')).toSorted()).toEqual(
      await failing(stack, ['tenant-00'], 'fail-always'),
    );
    expect((await statesOf(page, 'done')).toSorted()).toEqual(await holders(stack, 'updated'));
    await nothingWrittenTwice(stack);

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
    // The plan keeps everything but the credential.
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
    // Only those whose answers never arrived may have been written to twice: at most six were under way.
    expect(after.length - new Set(after).size).toBeLessThanOrEqual(6);
    expect(before.length).toBeLessThan(after.length);
  },
);

async function updates(stack: Stack): Promise<string[]> {
  return (await stack.simulator.journal()).flatMap(({ tenantId, method, status }) =>
    tenantId !== undefined && method === 'PATCH' && status === 202 ? [tenantId] : [],
  );
}

/** The tenants with these beginnings that fail in that way, in order. */
async function failing(stack: Stack, beginnings: readonly string[], way: string): Promise<string[]> {
  return (await truth(stack))
    .filter(({ failure }) => failure?.startsWith(way))
    .map(({ tenantId }) => tenantId)
    .filter((id) => beginnings.some((beginning) => id.startsWith(beginning)));
}

/** The tenants were asked after lost answers: none got the secret twice, and none had it replaced. */
async function nothingWrittenTwice(stack: Stack): Promise<void> {
  for (const [tenantId, writes] of await writesByTenant(stack)) {
    const effective = writes.filter((write) => write === 'POST 202' || write === 'POST null');
    expect(effective.length, `${tenantId}: ${writes.join(', ')}`).toBeLessThanOrEqual(1);
    expect(writes.filter((write) => write.startsWith('PATCH'))).toEqual([]);
  }
}
