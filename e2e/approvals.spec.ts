import type { Page } from '@playwright/test';
import { holdRequests } from './held-code.ts';
import { allAsked, finished, holders, writesByTenant } from './rollout-page.ts';
import { fillSecretForm, validSecret } from './secret-form.ts';
import { testAsPeople } from './sign-in/as-people.ts';
import { expect } from './test.ts';

const test = testAsPeople({ APPROVAL_ABOVE: '1' });
test.use({ simulatorFlags: '--tenants 5' });

const name = 'approved';

async function planFor(page: Page, tenants: readonly string[], secret = name): Promise<void> {
  await page.goto('/rollout');
  await fillSecretForm(page, { name: secret });
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  for (const tenant of tenants) await page.getByRole('checkbox', { name: `Select ${tenant}` }).check();
}

async function ask(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `Ask for approval for ${count} tenants` }).click();
  await expect(page.getByRole('heading', { name: 'Approvals' })).toBeVisible();
}

test('a second person approves a plan, and the first one can run it and nothing more', async ({
  openAs,
  stack,
}) => {
  const page = await openAs('Robin');
  await planFor(page, ['acme-vision', 'acme-forecast']);
  await expect(page.getByRole('button', { name: /^Roll out to/ })).toBeHidden();
  await ask(page, 2);
  const row = page.getByRole('row', { name: `Roll out ${name}` });
  await expect(row).toContainText('Waiting');
  expect(await writesByTenant(stack)).toEqual(new Map());

  const other = await openAs('Kim');
  await other.goto('/approvals');
  await other.getByRole('button', { name: `Roll out ${name}: show the plan` }).click();
  const dialog = other.getByRole('dialog', { name: `Roll out ${name}` });
  for (const fact of [
    `${validSecret.host} (${validSecret.username})`,
    'acme-vision',
    'acme-forecast',
    'Robin',
  ])
    await expect(dialog).toContainText(fact);
  await expect(dialog).not.toContainText(validSecret.token);
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog).toBeHidden();
  await expect(other.getByRole('row', { name: `Roll out ${name}` })).toContainText('Approved');

  await page.getByRole('button', { name: 'Refresh' }).click();
  await row.getByRole('link', { name: `Run: Roll out ${name}` }).click();
  await page.getByLabel('Access token', { exact: true }).fill(validSecret.token);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
  await expect(page.getByText('Approved by Kim.')).toBeVisible();
  // One more tenant makes it a different plan.
  await page.getByRole('checkbox', { name: 'Select tenant-0005' }).check();
  await expect(page.getByText('Not in the approved plan: tenant-0005.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Roll out to/ })).toBeHidden();
  await page.getByRole('checkbox', { name: 'Select tenant-0005' }).uncheck();
  await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
  await finished(page);
  expect(await holders(stack, name)).toEqual(['acme-forecast', 'acme-vision']);

  // The gateway counts by itself: a third tenant by hand, within the hour, is one too many.
  await page.goto('/tenant-0005/docker-registry-secrets/new');
  await fillSecretForm(page, { name });
  await page.getByRole('button', { name: 'Register' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'A second person has to approve this' });
  await expect(refusal).toBeVisible();
  expect(await holders(stack, name)).toHaveLength(2);
  await refusal.getByRole('link', { name: 'Open approvals' }).click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(row).toContainText('2 of 2 done');

  // An approved plan can be stopped.
  await other.reload();
  await other.getByRole('button', { name: `Roll out ${name}: show the plan` }).click();
  await dialog.getByRole('button', { name: 'Take back approval' }).click();
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await dialog.getByLabel('Reason').fill('Wrong registry');
  await dialog.getByRole('button', { name: 'Take back approval' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(row).toContainText('Taken back');
});

test('a plan is declined with a reason, which the person who asked can read', async ({ openAs }) => {
  const page = await openAs('Robin');
  await planFor(page, ['acme-vision', 'acme-forecast'], 'declined');
  await ask(page, 2);

  const other = await openAs('Kim');
  await other.goto('/approvals');
  await other.getByRole('button', { name: 'Review: Roll out declined' }).click();
  const dialog = other.getByRole('dialog', { name: 'Roll out declined' });
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await expect(dialog.getByText('Say why, so that the plan can be changed.')).toBeVisible();
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await dialog.getByLabel('Reason').fill('Not before the release');
  // A key that is easily pressed by mistake does not lose the reason.
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Stay' }).click();
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Refresh' }).click();
  const row = page.getByRole('row', { name: 'Roll out declined' });
  await expect(row).toContainText('Declined');
  await expect(row.getByRole('link')).toBeHidden();
  await row.getByRole('button', { name: 'Roll out declined: show the plan' }).click();
  await expect(page.getByRole('dialog')).toContainText('Not before the release');
});

test('the dialog shows that a plan was decided in the meantime, and closes without a question', async ({
  openAs,
}) => {
  const page = await openAs('Robin');
  await planFor(page, ['acme-vision', 'acme-forecast'], 'withdrawn');
  await ask(page, 2);

  const other = await openAs('Kim');
  await other.goto('/approvals');
  await other.getByRole('button', { name: 'Review: Roll out withdrawn' }).click();
  const dialog = other.getByRole('dialog', { name: 'Roll out withdrawn' });
  await dialog.getByLabel('Reason').fill('Not before the release');
  const readOn = await holdRequests(other, '**/api/rollout-plans');

  await page.getByRole('button', { name: 'Roll out withdrawn: show the plan' }).click();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('row', { name: 'Roll out withdrawn' })).toContainText('Withdrawn');

  await dialog.getByRole('button', { name: 'Decline' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The decision is shown above.');
  readOn();
  await expect(dialog.getByText('Withdrawn', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Decline' })).toBeHidden();
  await other.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
