import type { Page } from '@playwright/test';

/** Chooses an item from the menu of a secret's row. */
export async function chooseFromRow(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
