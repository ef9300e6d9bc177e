import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { fillSecretForm, validSecret } from './secret-form.ts';
import type { Stack } from './stack.ts';
import { expect, test as base } from './test.ts';

/** A test with that many tenants, some of which fail. Each page asks all of them, so fewer make a faster test. */
export function testWithTenants(count: number) {
  return base.extend({
    simulatorFlags: `--tenants ${count} --fail-once 5% --fail-always 2% --rate-limited 2% --reset-once 2%`,
  });
}

export interface TenantTruth {
  readonly tenantId: string;
  readonly secrets: readonly string[];
  readonly repositories: readonly string[];
  readonly failure: string | null;
}

/** Its simulator can be inspected. */
type Inspected = Pick<Stack, 'simulator'>;

export async function truth(stack: Inspected): Promise<TenantTruth[]> {
  const response = await fetch(`${stack.simulator.url}/inspect/tenants`);
  return response.json();
}

export async function holders(stack: Inspected, name: string): Promise<string[]> {
  const tenants = (await truth(stack)).filter(({ secrets }) => secrets.includes(name));
  return tenants.map(({ tenantId }) => tenantId).toSorted();
}

/** Calls that could change something, by tenant. */
export async function writesByTenant(stack: Inspected): Promise<Map<string, string[]>> {
  const writes = new Map<string, string[]>();
  for (const { tenantId, method, status } of await stack.simulator.journal()) {
    if (method !== 'GET' && tenantId !== undefined)
      writes.set(tenantId, [...(writes.get(tenantId) ?? []), `${method} ${status ?? null}`]);
  }
  return writes;
}

export async function openTenants(page: Page, name: string): Promise<void> {
  await page.goto('/rollout');
  await fillSecretForm(page, { name });
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await allAsked(page);
}

export async function allAsked(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Where to/ })).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 45_000 });
}

/**
 * Resolves when that many writes to AI Core were answered since the call; call it before the rollout. The page shows
 * results in batches, so a fast run can skip any number of them.
 */
export async function writesAnswered(page: Page, count: number): Promise<void> {
  let answered = 0;
  await page.waitForEvent('response', (response) => {
    if (response.request().method() !== 'GET' && response.url().includes('/v2/admin/')) answered += 1;
    return answered === count;
  });
}

export async function finished(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^(Done|[\d,]+ failed|Cancelled)$/ })).toBeVisible({
    timeout: 60_000,
  });
}

/** Confirms replacing or removing something in that many tenants, by typing the number. */
export async function confirmNumber(page: Page, number: number, label: 'Rotate' | 'Delete'): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Number of tenants').fill(String(number));
  await dialog.getByRole('button', { name: label }).click();
}

/** What the page shows for each tenant, from the JSON report. */
export async function report(page: Page): Promise<{ tenantId: string; state: string; action: string }[]> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export JSON report' }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text).not.toContain(validSecret.token);
  return JSON.parse(text).tenants;
}

export async function statesOf(page: Page, state: string): Promise<string[]> {
  return (await report(page)).filter((row) => row.state === state).map(({ tenantId }) => tenantId);
}

/** Selects the tenants whose names begin like this, by searching for each beginning. */
export async function choose(page: Page, beginnings: readonly string[]): Promise<void> {
  for (const beginning of beginnings) {
    await searchTenants(page, beginning);
    await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  }
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill('');
}

/** Searches and waits for the table, which follows after a pause; until then “all shown” means the earlier result. */
export async function searchTenants(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill(text);
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows.filter({ hasNotText: text })).toHaveCount(0);
  await expect(rows.first()).toBeVisible();
}
