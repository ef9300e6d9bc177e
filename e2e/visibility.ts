import type { Page } from '@playwright/test';

/**
 * What the browser tells a page that is put into the background, or fetched from there. In the background nothing is
 * asked again by itself: what AI Core is about to change stays as it was read.
 */
export async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate(tell, state);
}

/** The next page begins in the background, as one does that is opened in another tab. */
export async function beginHidden(page: Page): Promise<void> {
  await page.addInitScript(tell, 'hidden' as const);
}

function tell(visibility: 'hidden' | 'visible'): void {
  Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
