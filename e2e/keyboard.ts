import type { Locator } from '@playwright/test';
import { expect } from './test.ts';

const furthest = 120;

/** Reaches an element as a person without a mouse does: by Tab, however long it takes. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  await expect(target).toBeVisible();
  for (let step = 0; step < furthest; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(target)}`);
}

export async function tabToAndPress(target: Locator, key: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Types into a field that was reached by Tab; what stood in it is replaced. */
export async function tabToAndType(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  const { keyboard } = target.page();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(text);
}
