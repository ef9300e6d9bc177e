import type { CDPSession, Page } from '@playwright/test';
import { pages } from './pages.ts';
import { expect, test } from './test.ts';
import { Walk } from './walk.ts';

/** How far its focus ring may extend around a control, in pixels. */
const margin = 6;
const furthest = 150;

interface Stop {
  readonly name: string;
  /** Controls of one kind look the same when focused, wherever they are. */
  readonly kind: string;
}

const looks = [
  { look: 'light', scheme: 'light', forced: 'none' },
  { look: 'dark', scheme: 'dark', forced: 'none' },
  { look: 'forced colours', scheme: 'light', forced: 'active' },
] as const;

test('everything that Tab reaches shows its focus, in light, in dark and in forced colours', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const walk = new Walk(page);
  const camera = await openCamera(page);
  const seen = new Set<string>();
  const invisible: string[] = [];
  await walk.to(pages[0].path);
  // Using it once replaces it by a different field.
  await page.getByRole('combobox', { name: 'Tenant' }).click();
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link').first().focus();
  await page.keyboard.press('Shift+Tab');
  for (const { path } of pages) {
    await walk.to(path);
    // The bar and the navigation are the same on every page.
    await page
      .locator(path === pages[0].path ? 'a' : 'main')
      .first()
      .focus();
    const stops = await tabThrough(page, seen);
    const hidden = await looksWithoutFocus(page, camera, stops);
    invisible.push(...hidden.map((one) => `${path}, ${one}`));
  }
  // The bar, links, several kinds of buttons and fields, check boxes, scrolling regions.
  expect(seen.size).toBeGreaterThan(20);
  expect(invisible).toEqual([]);
});

test('the comparison notices a control that does not show its focus', async ({ page }) => {
  const camera = await openCamera(page);
  await page.goto('/acme-vision/docker-registry-secrets');
  const search = page.getByRole('searchbox', { name: 'Search secrets' });
  await search.focus();
  const stop = await noteStop(page);
  const stops = stop ? [stop] : [];
  expect(await looksWithoutFocus(page, camera, stops)).toEqual([]);
  await search.evaluate((input) => input.parentElement?.style.setProperty('outline', 'none', 'important'));
  await search.evaluate((input) => input.style.setProperty('outline', 'none', 'important'));
  expect(await looksWithoutFocus(page, camera, stops)).toEqual(
    looks.map(({ look }) => `${look}: ${stop?.name}`),
  );
});

/** The tab stops from the focus to the end of the page whose kinds were not seen yet. */
async function tabThrough(page: Page, seen: Set<string>): Promise<Stop[]> {
  const found: Stop[] = [];
  for (let count = 0; count < furthest; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await noteStop(page);
    if (!stop) return found;
    if (!seen.has(stop.kind)) found.push(stop);
    seen.add(stop.kind);
  }
  throw new Error(`Tab leads nowhere after ${furthest} stops`);
}

/** The focused element, marked with its kind; undefined once the focus has left the page. */
async function noteStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const kind = [
      element.tagName,
      element.getAttribute('type'),
      // Its surroundings decide whether a ring around it is cut off.
      ...[element, element.parentElement, element.parentElement?.parentElement].map((one) =>
        one?.getAttribute('class'),
      ),
    ].join('|');
    element.dataset['kind'] = kind;
    const name = element.getAttribute('aria-label') ?? element.textContent.slice(0, 60);
    return { name: `${element.tagName} ${name}`, kind };
  });
}

/** Takes pictures without the steps that make a screenshot slow, because hundreds are needed. */
async function openCamera(page: Page): Promise<CDPSession> {
  // The caret is not a ring, and it blinks.
  await page.addInitScript(() => {
    const style = new CSSStyleSheet();
    style.replaceSync('* { caret-color: transparent !important }');
    document.adoptedStyleSheets.push(style);
  });
  return page.context().newCDPSession(page);
}

/**
 * The looks of each stop in which fewer pixels change with the focus than a line along it would. The page keeps one
 * look for all stops, because changing it costs more than the pictures.
 */
async function looksWithoutFocus(page: Page, camera: CDPSession, stops: readonly Stop[]): Promise<string[]> {
  const found: string[] = [];
  for (const { look, scheme, forced } of stops.length > 0 ? looks : []) {
    const features = [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ];
    await camera.send('Emulation.setEmulatedMedia', { features });
    for (const { name, kind } of stops) {
      const clip = await focusOn(page, kind);
      const focused = await takePicture(camera, clip);
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      const plain = await takePicture(camera, clip);
      const changed = await page.evaluate(countChanged, [focused, plain]);
      if (changed < Math.max(clip.width, clip.height) - 2 * margin) found.push(`${look}: ${name}`);
    }
  }
  return found;
}

type Clip = Record<'x' | 'y' | 'width' | 'height', number>;

/** Focuses the stop of that kind as the keyboard does, which was used last; returns its place in the document. */
async function focusOn(page: Page, kind: string): Promise<Clip> {
  return page.evaluate(
    ([wanted, around]) => {
      const element = document.querySelector<HTMLElement>(`[data-kind="${CSS.escape(wanted)}"]`);
      if (!element) throw new Error(`gone since Tab came by: ${wanted}`);
      element.focus();
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
      // A field's frame and a radio button's root show the focus for them.
      const isField = element.matches('input, textarea, select');
      const shown = (isField && element.closest('.MuiInputBase-root, .MuiRadio-root')) || element;
      const box = shown.getBoundingClientRect();
      const x = Math.max(0, box.left - around);
      const y = Math.max(0, box.top - around);
      const width = Math.min(innerWidth, box.right + around) - x;
      const height = Math.min(innerHeight, box.bottom + around) - y;
      return { x: x + scrollX, y: y + scrollY, width, height };
    },
    [kind, margin] as const,
  );
}

/** Returns base64. */
async function takePicture(camera: CDPSession, clip: Clip): Promise<string> {
  const shot = { clip: { ...clip, scale: 1 }, optimizeForSpeed: true };
  return (await camera.send('Page.captureScreenshot', shot)).data;
}

/** How many pixels of two pictures differ visibly. Runs in the page, which can decode them. */
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
