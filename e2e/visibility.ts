import type { Page } from '@playwright/test';

/**
 * Tells the page that it is in the background, or visible again. In the background it does not poll: it keeps showing
 * what it read before AI Core changes it.
 */
export async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate(tell, state);
}

/** Opens the next page in the background, as in a new tab. */
export async function beginHidden(page: Page): Promise<void> {
  await page.addInitScript(tell, 'hidden' as const);
}

function tell(visibility: 'hidden' | 'visible'): void {
  Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
