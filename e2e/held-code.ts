import type { Page } from '@playwright/test';

/** Keeps scripts back until the returned function is called; nothing is fetched ahead. */
export async function holdBack(page: Page, chunk: string): Promise<() => void> {
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/assets/${chunk}-*.js`, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
