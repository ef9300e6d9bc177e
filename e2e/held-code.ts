import type { BrowserContext, Page } from '@playwright/test';

/** Leaves no moment idle: every page's code comes when it is opened. */
export function fetchNothingAhead(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
}

/** Keeps scripts back until the returned function is called. */
export function holdBack(page: Page, chunk: string): Promise<() => void> {
  return holdRequests(page, `**/assets/${chunk}-*.js`);
}

/** Sends none of these before the returned function is called. */
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
