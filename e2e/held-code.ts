import type { Page } from '@playwright/test';

/** Keeps scripts back until the returned function is called; nothing is fetched ahead. */
export async function holdBack(page: Page, chunk: string): Promise<() => void> {
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  const gate = new EventTarget();
  const opened = new Promise((resolve) => {
    gate.addEventListener('open', resolve, { once: true });
  });
  await page.route(`**/assets/${chunk}-*.js`, async (route) => {
    await opened;
    await route.continue();
  });
  return () => gate.dispatchEvent(new Event('open'));
}
