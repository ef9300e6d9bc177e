import type { Page } from '@playwright/test';
import { pages } from './pages.ts';
import { expect, expectAccessible, test } from './test.ts';
import { Walk } from './walk.ts';

const list = '/acme-vision/docker-registry-secrets';

/**
 * English in the wide layout with a mouse, German in the narrow one with touch, where long words have the least space.
 */
const walks = [
  {
    language: 'English',
    locale: 'en-US',
    lang: 'en',
    viewport: { width: 1280, height: 720 },
    hasTouch: false,
  },
  { language: 'German', locale: 'de-DE', lang: 'de', viewport: { width: 390, height: 800 }, hasTouch: true },
];

/** Pages without SAP documentation: about several tenants, or about something that only the console has. */
const withoutDocumentation = new Set<string>([
  '/overview',
  '/rollout',
  '/approvals',
  '/audit',
  '/connections/nobody/edit',
]);

for (const { language, locale, lang, viewport, hasTouch } of walks) {
  test.describe(language, () => {
    test.use({ locale, viewport, hasTouch });
    test(`every page is accessible in ${language}, ${viewport.width} wide`, async ({ page }) => {
      test.setTimeout(180_000);
      const walk = new Walk(page);
      for (const { path } of pages) {
        await test.step(path, async () => {
          await walk.to(path);
          await expect(page.locator('html')).toHaveAttribute('lang', lang);
          await expectAccessible(page);
          if (hasTouch) expect.soft(await page.evaluate(smallForFingers), path).toEqual([]);
          const documentation = page.getByRole('link', { name: /^SAP[ -]Do[ck]umentation$/i });
          await expect(documentation).toHaveCount(withoutDocumentation.has(path) ? 0 : 1);
        });
      }
    });
  });
}

/**
 * The controls that are too small for a finger: it misses them 19 pixels above or below their middle. Leaves out words
 * in a text or row, because the row is large enough, and the cells of the matrix, which are low by design.
 */
function smallForFingers(): string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    'button, select, input, summary, a[data-variant], [role=option], [role=tab]',
  );
  return [...controls].flatMap((control) => {
    if (
      !control.checkVisibility({ visibilityProperty: true }) ||
      control.matches('.spoken, tbody button:not([data-variant], [title])')
    )
      return [];
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const own = control.closest('label, .MuiInputBase-root') ?? control;
    const misses = [y - 19, y + 19].some((at) => {
      const hit = document.elementFromPoint(x, at);
      return !hit || !own.contains(hit);
    });
    return misses ? [control.outerHTML.slice(0, 120)] : [];
  });
}

/** Something that opens over a page, and how to open it. */
interface Overlay {
  what: string;
  role: 'dialog' | 'menu' | 'listbox';
  open: (page: Page) => Promise<void>;
  /** A menu is outside of the landmarks, and everything else is hidden while it is open. */
  except?: string[];
}

const overlays: Overlay[] = [
  { what: 'the palette', role: 'dialog', open: (page) => page.keyboard.press('ControlOrMeta+K') },
  { what: 'the shortcuts', role: 'dialog', open: (page) => page.keyboard.press('?') },
  {
    what: 'the settings',
    role: 'dialog',
    open: (page) => page.getByRole('button', { name: 'Settings' }).click(),
  },
  {
    what: 'the menu of a row',
    role: 'menu',
    except: ['region'],
    open: (page) => page.getByRole('button', { name: 'More actions for docker-hub' }).click(),
  },
  {
    what: 'the tenants',
    role: 'listbox',
    open: (page) => page.getByRole('combobox', { name: 'Tenant' }).click(),
  },
];

test('dialogs, menus and lists that open over a page are accessible', async ({ page }) => {
  await page.goto(list);
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  for (const { what, role, open, except } of overlays) {
    await test.step(what, async () => {
      await open(page);
      await expect(page.getByRole(role).first()).toBeVisible();
      await expectAccessible(page, except);
      await page.keyboard.press('Escape');
      await expect(page.getByRole(role)).toHaveCount(0);
    });
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expectAccessible(page);
});

/** Known faults, so that a broken check does not look like a flawless console. */
const faults = [
  { what: 'a fault of either scheme', html: '<button></button>', found: 'axe, light' },
  { what: 'a colour that only the dark scheme lacks contrast for', html: '<p>dim</p>', found: 'axe, dark' },
];

for (const { what, html, found } of faults) {
  test(`axe sees ${what}`, async ({ page }) => {
    await page.goto(list);
    await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
    await page.getByRole('main').evaluate((main, text) => {
      main.insertAdjacentHTML('beforeend', text);
      if (main.lastElementChild instanceof HTMLElement) main.lastElementChild.style.color = '#666';
    }, html);
    await expect(expectAccessible(page)).rejects.toThrow(found);
  });
}
