import type { BrowserContext, Page } from '@playwright/test';

/** Prevents idle moments, so that every page's code is loaded only when the page is opened. */
export function fetchNothingAhead(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
}

/** Holds scripts back until the returned function is called. */
export function holdBack(page: Page, chunk: string): Promise<() => void> {
  return holdRequests(page, `**/assets/${chunk}-*.js`);
}

/** Holds such requests back until the returned function is called. */
export async function holdRequests(page: Page, url: string): Promise<() => void> {
  const gate = new EventTarget();
  const opened = new Promise((resolve) => {
    gate.addEventListener('open', resolve, { once: true });
  });
  await page.route(url, async (route) => {
    await opened;
    await route.continue();
  });
  return () => gate.dispatchEvent(new Event('open'));
}
