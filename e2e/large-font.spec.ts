import config from '../playwright.config.ts';
import { pages } from './pages.ts';
import { expect, test } from './test.ts';
import { Walk } from './walk.ts';

const launchOptions = config.use?.launchOptions;
/** The browser's default font at twice its size. */
const args = [...(launchOptions?.args ?? []), '--blink-settings=defaultFontSize=32'];
test.use({ launchOptions: { ...launchOptions, args } });

const widths = [390, 640, 768, 1024, 1280, 1440];

test('no page scrolls sideways with a browser font of 32 pixels', async ({ page }) => {
  test.setTimeout(120_000);
  const walk = new Walk(page);
  for (const { path } of pages) {
    await test.step(path, async () => {
      await walk.to(path);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const overhang = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(overhang, `${path}, ${width} wide`).toBeLessThanOrEqual(0);
      }
    });
  }
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
});
