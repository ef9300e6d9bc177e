import type { Page } from '@playwright/test';
import { pages } from './pages.ts';
import { lengthen, speakLonger } from './pseudo-language.ts';
import { expect, test } from './test.ts';
import { Walk } from './walk.ts';

const widths = [1920, 1440, 1024, 768, 390];

test('texts are about 40 % longer, and nothing else changes', () => {
  expect(lengthen('const a={kind:`Register secret`};export{a};')).toBe(
    'const a={kind:`Réégíístéér séécréét`};export{a};',
  );
  expect(lengthen('switch(x){case`none`:return n===`none`?`${n} left`:y[`none`]}')).toBe(
    'switch(x){case`none`:return n===`none`?`${n} lééft`:y[`none`]}',
  );
});

test('every page has room for longer texts', async ({ page }) => {
  test.setTimeout(120_000);
  await speakLonger(page);
  const walk = new Walk(page);
  for (const { path } of pages) {
    await test.step(path, async () => {
      await walk.to(path);
      await expect(page.getByRole('main')).toContainText(/[áéíóú]{2}/);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const where = `${path}, ${width} wide`;
        await expect
          .poll(() => page.evaluate(overhang), `${where}: the page scrolls sideways`)
          .toBeLessThanOrEqual(0);
        expect.soft(await cutButtons(page), `${where}: the text of a button is cut`).toEqual([]);
      }
    });
  }
});

function overhang(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/** The texts of buttons, links that look like buttons, and tabs that do not fit into their container. */
async function cutButtons(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const button of document.querySelectorAll<HTMLElement>(
      'button, a[data-variant], label:has(input)',
    )) {
      if (!button.checkVisibility({ visibilityProperty: true })) continue;
      const box = button.getBoundingClientRect();
      const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        const parent = text.parentElement;
        if (!parent || text.textContent?.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const rect = range.getBoundingClientRect();
        // Text for screen readers only is one pixel wide.
        const isHidden =
          parent.clientWidth <= 1 &&
          parent.clientHeight <= 1 &&
          getComputedStyle(parent).position === 'absolute';
        if (rect.width === 0 || isHidden) continue;
        const sticksOut =
          rect.left < box.left - 1 || rect.right > box.right + 1 || rect.bottom > box.bottom + 1;
        const isClipped =
          getComputedStyle(parent).overflowX !== 'visible' && parent.scrollWidth > parent.clientWidth + 1;
        if (sticksOut || isClipped) cut.push(text.textContent ?? '');
      }
    }
    return cut;
  });
}
