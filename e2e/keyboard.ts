import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

const furthest = 120;

/** Reaches an element as people without a mouse do: with Tab, however long it takes. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  await expect(target).toBeVisible();
  // Finding it by role and name costs more than the keys, so it is searched again only if it was replaced.
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
 * Presses one key after the other as fast as hands do. A key that waited until a busy page had handled the one before
 * could come too late to belong to it.
 */
export async function pressInARow(page: Page, ...keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}

/** Types into a field that was reached by Tab, replacing its content. */
export async function tabToAndType(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  const { keyboard } = target.page();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(text);
}

/** The highest number of options that a list may have. */
const furthestOption = 20;

/** The first option that begins like this. It may still be loading, so reading from it waits. */
export function optionOf(list: Locator, beginning: string): Locator {
  return list
    .locator('option')
    .filter({ hasText: new RegExp(`^${beginning}`) })
    .first();
}

/** Selects the option that begins like this. */
export async function tabToAndChoose(list: Locator, beginning: string): Promise<void> {
  await tabTo(list);
  const wanted = await optionOf(list, beginning).getAttribute('value');
  // Not by its letters: the browser combines them only if they follow each other quickly.
  for (let step = 0; step < furthestOption && (await list.inputValue()) !== wanted; step += 1)
    await list.page().keyboard.press('ArrowDown');
  await expect(list).toHaveValue(wanted ?? '');
}
