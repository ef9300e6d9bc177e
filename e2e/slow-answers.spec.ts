import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { fetchNothingAhead } from './held-code.ts';
import { noteShifts } from './page-transfer.ts';
import { pages } from './pages.ts';
import { expect, test } from './test.ts';

/** Longer than until a list says that it is being read, and so what each answer brings is drawn by itself. */
const delayMs = 400;
const atOnce = 6;
const maxLayoutShift = 0.01;

test('no page jumps on a phone where every answer takes its time', async ({ browser, stack }) => {
  const left = pages.map(({ path }) => path);
  const jumped: string[] = [];
  const measure = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const shift = await shiftOf(browser, `${stack.url}${path}`);
      if (shift > maxLayoutShift) jumped.push(`${path}: ${shift.toFixed(4)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, measure));
  expect(jumped).toEqual([]);
});

async function shiftOf(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 } });
  await fetchNothingAhead(context);
  await context.route('**/api/**', async (route) => {
    await wait(delayMs);
    await route.continue();
  });
  const page = await context.newPage();
  await page.addInitScript({ content: noteShifts });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const shift: number = await page.evaluate('layoutShift');
  await context.close();
  return shift;
}
