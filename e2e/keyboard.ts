import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

const furthest = 120;

/** Reaches an element as a person without a mouse does: by Tab, however long it takes. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  await expect(target).toBeVisible();
  // To find it by its role and name costs more than the keys: it is looked for again only where another took its place.
  let element = await target.elementHandle();
  for (let step = 0; step < furthest; step += 1) {
    const found = await element?.evaluate((one) => ({
      focused: one === document.activeElement,
      there: one.isConnected,
    }));
    if (found?.focused) return expect(target).toBeFocused();
    if (!found?.there) element = await target.elementHandle();
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(target)}`);
}

export async function tabToAndPress(target: Locator, key: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/**
 * One key after the other, as fast as hands are: a key that waited until a busy page has dealt with the one before it
 * could come too late to belong to it.
 */
export async function pressInARow(page: Page, ...keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

/** Types into a field that was reached by Tab; what stood in it is replaced. */
export async function tabToAndType(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  const { keyboard } = target.page();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(text);
}

/** How many options a list has at most. */
const furthestOption = 20;

/** The option of a list that begins so. Whoever reads something of it waits for it: it may still be on its way. */
export function optionOf(list: Locator, beginning: string): Locator {
  return list
    .locator('option')
    .filter({ hasText: new RegExp(`^${beginning}`) })
    .first();
}

/** Chooses the option of a list that begins so. */
export async function tabToAndChoose(list: Locator, beginning: string): Promise<void> {
  await tabTo(list);
  const wanted = await optionOf(list, beginning).getAttribute('value');
  // Not by its letters: the browser joins them only where they come soon after one another.
  for (let step = 0; step < furthestOption && (await list.inputValue()) !== wanted; step += 1)
    await list.page().keyboard.press('ArrowDown');
  await expect(list).toHaveValue(wanted ?? '');
}
