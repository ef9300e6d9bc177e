import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { tabTo, tabToAndPress, tabToAndType } from './keyboard.ts';
import { fillCredentials } from './repository-form.ts';
import { finished, writesByTenant } from './rollout-page.ts';
import { authsOf } from './secret-form.ts';
import type { Stack } from './stack.ts';
import { expect, test as base } from './test.ts';

/** Of twenty tenants one refuses its first write, and one answers its first write by a reset. */
const test = base.extend({
  simulatorFlags: ['--tenants 19 --fail-once 5% --reset-once 5%', { scope: 'worker' }],
});

const token = 'not-a-real-token';
const truthSchema = z.array(
  z.object({
    tenantId: z.string(),
    secrets: z.array(z.string()),
    repositories: z.array(z.string()),
    applications: z.array(z.string()),
    resourceGroups: z.array(z.string()),
  }),
);

async function truth(stack: Stack): Promise<z.infer<typeof truthSchema>> {
  const response = await fetch(`${stack.simulator.url}/inspect/tenants`);
  return truthSchema.parse(await response.json());
}

/** Leaves only what every new tenant is to have. */
async function chooseItems(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await item(page, 'Git repository', 'vision-pipelines').check();
  await item(page, 'Application', 'vision-training').check();
  await item(page, 'Resource group', 'vision-training').check();
  await item(page, 'Object store secret', 'default').check();
  await item(page, 'Docker registry secret', 'ghcr-acme-vision').check();
  await item(page, 'Generic secret', 'huggingface-token').check();
}

function item(page: Page, kind: string, name: string): Locator {
  return page.getByRole('group', { name: kind }).getByRole('checkbox', { name });
}

async function enterCredentials(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enter 4 credentials' }).click();
  await expect(page.getByRole('heading', { name: '1 of 4: Git repository vision-pipelines' })).toBeFocused();
  await fillCredentials(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: '2 of 4: Object store secret default' })).toBeVisible();
  await expect(page.getByLabel('Bucket')).toHaveValue('acme-vision-models');
  await page.getByLabel('Access key ID').fill('not-a-real-id');
  await page.getByLabel('Secret access key', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByRole('heading', { name: '3 of 4: Docker registry secret ghcr-acme-vision' }),
  ).toBeVisible();
  await expect(page.getByLabel('Registry host')).toBeFocused();
  await page.getByLabel('Registry host').fill('ghcr.io');
  await fillCredentials(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: '4 of 4: Generic secret huggingface-token' })).toBeFocused();
  await page.getByLabel('Key', { exact: true }).fill('HF_TOKEN');
  await page.getByLabel('Value', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
}

/** What the report ticks, by the label of the tenant. */
async function report(page: Page): Promise<Map<string, string[]>> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Markdown' }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text).not.toContain(token);
  const parts = text.split('\n## ').slice(1);
  return new Map(
    parts.map((part) => {
      const [label = '', ...lines] = part.split('\n');
      return [label, lines.filter((line) => line.startsWith('- [x] '))];
    }),
  );
}

const titles = [
  'Git repository vision-pipelines',
  'Application vision-training',
  'Resource group vision-training',
  'Object store secret default',
  'Docker registry secret ghcr',
  'Generic secret huggingface-token',
];

test('ten tenants become like one, each credential entered once, and the report says what AI Core has', async ({
  page,
  stack,
}) => {
  test.slow();
  await page.goto('/onboarding');
  await page.getByLabel('Onboard like').selectOption('acme-vision');
  await chooseItems(page);
  await enterCredentials(page);

  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('tenant-001');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(page.getByText('10 of 18 tenants selected')).toBeVisible();
  await expect(page.getByText('Create 60', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Onboard 10 tenants' }).click();
  await finished(page);

  // The one that refused its first write has neither the repository nor what needs it.
  const retry = page.getByRole('button', { name: 'Retry failed (2)' });
  await expect(page.getByText('Needs something that was not done.')).toBeVisible();
  const before = (await truth(stack)).find(({ tenantId }) => tenantId === 'tenant-0019');
  expect(before).toMatchObject({ repositories: [], applications: [], secrets: ['ghcr-acme-vision'] });
  await retry.click();
  await finished(page);
  await expect(page.getByText(/^AI Core confirms 60 of 60 items/)).toBeVisible({ timeout: 60_000 });

  const ticked = await report(page);
  const onboarded = (await truth(stack)).filter(({ tenantId }) => tenantId.startsWith('tenant-001'));
  expect(onboarded).toHaveLength(10);
  for (const { tenantId, ...holds } of onboarded) {
    expect(holds).toEqual({
      repositories: ['vision-pipelines'],
      applications: ['vision-training'],
      resourceGroups: ['default', 'vision-training'],
      secrets: ['ghcr-acme-vision'],
    });
    const lines = ticked.get(tenantId) ?? [];
    for (const [index, title] of titles.entries()) expect(lines[index], tenantId).toContain(title);
  }
  // The answer that was lost was asked for, and nothing was written twice.
  for (const [tenantId, writes] of await writesByTenant(stack)) {
    const effective = writes.filter((write) => write.startsWith('POST 20') || write === 'POST null');
    expect(effective, `${tenantId}: ${writes.join(', ')}`).toHaveLength(6);
  }
  expect(authsOf(await stack.simulator.storedSecret('tenant-0011', 'ghcr-acme-vision'))).toEqual({
    'ghcr.io': { username: 'jo', password: token },
  });
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(stored).not.toContain(token);
});

test('one more is onboarded by keyboard alone; what it has already stays, and a full one is left out', async ({
  page,
  stack,
}) => {
  test.slow();
  await page.goto('/acme-forecast/onboarding');
  await tabToAndPress(page.getByRole('link', { name: 'Onboard several tenants' }), 'Enter');
  await tabTo(page.getByLabel('Onboard like'));
  await page.keyboard.type('acme-vision');
  await tabToAndPress(page.getByRole('button', { name: 'Clear selection' }), 'Enter');
  await tabToAndPress(item(page, 'Git repository', 'vision-pipelines'), 'Space');
  await tabToAndPress(item(page, 'Application', 'vision-training'), 'Space');
  await tabToAndPress(page.getByRole('button', { name: 'Enter 1 credential' }), 'Enter');
  await tabToAndType(page.getByLabel('Username'), 'jo');
  await tabToAndType(page.getByLabel('Access token', { exact: true }), token);
  await page.keyboard.press('Enter');

  // The one that the link named is chosen.
  await expect(page.getByRole('checkbox', { name: 'Select acme-forecast' })).toBeChecked();
  await tabTo(page.getByRole('checkbox', { name: 'Select acme-forecast' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Select globex-chat' })).toBeChecked();
  await expect(page.getByText('Create 2, leave out 2')).toBeVisible();
  await tabToAndPress(page.getByRole('button', { name: 'Onboard 1 tenant', exact: true }), 'Enter');
  await finished(page);
  await expect(page.getByText(/^AI Core confirms 2 of 4 items/)).toBeVisible({ timeout: 60_000 });
  expect(await writesByTenant(stack)).toEqual(new Map([['acme-forecast', ['POST 200', 'POST 200']]]));

  // Once more: everything is there, and nothing is left to do.
  await tabToAndPress(page.getByRole('button', { name: 'Copy as Markdown' }), 'Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('row', { name: /acme-forecast/ })).toContainText('Has 2 of 2');
  await expect(page.getByRole('button', { name: /^Onboard/ })).toBeDisabled();
});
