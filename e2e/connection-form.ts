import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

export interface TypedConnection {
  readonly label: string;
  readonly address: string;
  readonly token?: string;
  readonly bearer?: boolean;
}

export async function fillConnectionForm(page: Page, connection: TypedConnection): Promise<void> {
  await page.getByLabel('Label').fill(connection.label);
  await page.getByLabel('Proxy address').fill(connection.address);
  if (connection.bearer !== true && connection.token === undefined) return;
  await page.getByRole('radio', { name: 'Bearer token' }).check();
  if (connection.token !== undefined)
    await page.getByRole('textbox', { name: 'Bearer token' }).fill(connection.token);
}

/** Adds a connection as a user does, and ends on the connections page. */
export async function addConnection(page: Page, connection: TypedConnection): Promise<void> {
  await page.goto('/connections');
  await page.getByRole('link', { name: 'Add connection' }).click();
  await fillConnectionForm(page, connection);
  await page.getByRole('button', { name: 'Add connection' }).click();
  await expect(connectionRow(page, connection.label)).toBeVisible();
}

/** The row of a connection in their table. */
export function connectionRow(page: Page, label: string): Locator {
  const name = page.getByRole('rowheader', { name: `Open ${label}`, exact: true });
  return page.getByRole('row').filter({ has: name });
}
