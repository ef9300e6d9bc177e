import type { Page } from '@playwright/test';
import { pages } from './pages.ts';
import { expect, test } from './test.ts';

/** How far around a control its ring may reach, in pixels. */
const margin = 6;
const furthest = 150;

interface Stop {
  readonly name: string;
  /** Controls of one kind look the same with the focus, wherever they are. */
  readonly kind: string;
  readonly clip: { x: number; y: number; width: number; height: number };
  readonly isFirstAgain: boolean;
}

const looks = [
  { look: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { look: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { look: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
] as const;

test('everything that Tab reaches shows its focus, in light, in dark and in forced colours', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const seen = new Set<string>();
  const invisible: string[] = [];
  for (const { path } of pages) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading…' })).toBeHidden();
    for (let count = 0; count < furthest; count += 1) {
      await page.keyboard.press('Tab');
      const stop = await currentStop(page);
      if (!stop || stop.isFirstAgain) break;
      if (seen.has(stop.kind)) continue;
      seen.add(stop.kind);
      const hidden = await looksWithoutFocus(page, stop);
      invisible.push(...hidden.map((look) => `${path}, ${look}: ${stop.name}`));
    }
  }
  // The bar, links, buttons of several looks, fields of several kinds, check boxes, scrolling regions.
  expect(seen.size).toBeGreaterThan(20);
  expect(invisible).toEqual([]);
});

test('the comparison notices a control that does not show it', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  const search = page.getByRole('searchbox', { name: 'Search secrets' });
  await search.focus();
  const stop = await currentStop(page);
  expect(stop && (await looksWithoutFocus(page, stop))).toEqual([]);
  await search.focus();
  await search.evaluate((input) => input.parentElement?.style.setProperty('outline', 'none', 'important'));
  await search.evaluate((input) => input.style.setProperty('outline', 'none', 'important'));
  expect(stop && (await looksWithoutFocus(page, stop))).toEqual(looks.map(({ look }) => look));
});

/** What has the focus now; nothing once it has left the page. */
async function currentStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate((around) => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const isFirstAgain = 'tabbed' in element.dataset;
    element.dataset['tabbed'] = '';
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    // A field's frame and a check box's label show it for them.
    const isField = element.matches('input, textarea, select');
    const shown = (isField && element.closest('.MuiInputBase-root, .MuiRadio-root')) || element;
    const box = shown.getBoundingClientRect();
    const x = Math.max(0, box.left - around);
    const y = Math.max(0, box.top - around);
    const width = Math.min(innerWidth, box.right + around) - x;
    const height = Math.min(innerHeight, box.bottom + around) - y;
    const kind = [
      element.tagName,
      element.getAttribute('type'),
      // Where it stands decides whether a ring around it is cut off.
      ...[element, element.parentElement, element.parentElement?.parentElement].map((one) =>
        one?.getAttribute('class'),
      ),
    ].join('|');
    const name = element.getAttribute('aria-label') ?? element.textContent.slice(0, 60);
    return { name: `${element.tagName} ${name}`, kind, clip: { x, y, width, height }, isFirstAgain };
  }, margin);
}

/** The looks in which fewer pixels differ, with and without the focus, than a line along the control has. */
async function looksWithoutFocus(page: Page, { clip }: Stop): Promise<string[]> {
  const focused = await takePictures(page, clip);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const plain = await takePictures(page, clip);
  const minChanged = Math.max(clip.width, clip.height) - 2 * margin;
  const found: string[] = [];
  for (const [index, { look }] of looks.entries()) {
    const changed = await page.evaluate(countChanged, [focused[index] ?? '', plain[index] ?? '']);
    if (changed < minChanged) found.push(look);
  }
  return found;
}

/** One picture for each look, in base64. */
async function takePictures(page: Page, clip: Stop['clip']): Promise<string[]> {
  const pictures: string[] = [];
  for (const { media } of looks) {
    await page.emulateMedia({ reducedMotion: 'reduce', ...media });
    pictures.push((await page.screenshot({ clip })).toString('base64'));
  }
  return pictures;
}

/** How many pixels of two pictures differ so much that it is seen. Runs in the page, which can decode them. */
async function countChanged(pictures: string[]): Promise<number> {
  const [one, other] = await Promise.all(
    pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return context?.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }),
  );
  if (!one || !other) throw new Error('two pictures are compared');
  const minDifference = 60;
  let changed = 0;
  for (let at = 0; at < one.length; at += 4) {
    const differences = [0, 1, 2].map((channel) =>
      Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)),
    );
    if (Math.max(...differences) >= minDifference) changed += 1;
  }
  return changed;
}
