import { test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { fetchNothingAhead } from './held-code.ts';
import { KeptServers } from './kept-servers.ts';
import { startStack, type Stack } from './stack.ts';
import { watch } from './watch.ts';

interface Fixtures {
  /** What the browser reported unexpectedly; the test fails unless this is empty at the end. */
  readonly complaints: string[];
  /** Whether the console fetches its other pages in idle moments, which would take half the time of a short test. */
  readonly fetchesAhead: boolean;
  /** Additional switches of `npm run simulator`, separated by spaces. */
  readonly simulatorFlags: string;
  readonly stack: Stack;
}

interface WorkerFixtures {
  readonly servers: KeptServers;
}

/** Each worker has its own gateway and simulator for each set of switches; each test starts with the seed data. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      const servers = new KeptServers();
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  simulatorFlags: ['', { option: true }],
  stack: [
    async ({ servers, simulatorFlags }, use) => {
      const flags = simulatorFlags.split(' ').filter(Boolean);
      await use(await servers.keep(`stack ${simulatorFlags}`, () => startStack(flags)));
    },
    { scope: 'test', timeout: 60_000 },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },
  fetchesAhead: [false, { option: true }],
  context: async ({ context, fetchesAhead }, use) => {
    if (!fetchesAhead) await fetchNothingAhead(context);
    await use(context);
  },
  complaints: [
    async ({ page, stack }, use) => {
      await stack.simulator.reset();
      await stack.forgetSecrets();
      const complaints: string[] = [];
      watch(page, complaints);
      await use(complaints);
      expect(complaints, 'unexpected errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

/** axe's rules for each scheme: the two differ only in colours, so dark needs only the rules about them. */
const askedRules = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] };
/** A part of WCAG 2.2 that axe checks only on request. */
const askedToo = { 'target-size': { enabled: true } };

/**
 * Expects axe to find nothing on the page, in light and in dark; call it once for each view and state. axe runs in the
 * page itself, because no page has frames: its own runner would open another page for each call. `except` are ids of
 * rules that do not apply to what is open.
 */
export async function expectAccessible(page: Page, except: readonly string[] = []): Promise<void> {
  const exempted = Object.fromEntries(except.map((id) => [id, { enabled: false }]));
  // Changing the scheme costs about as much as a check, so the current one comes first.
  const isDark = (await page.locator('html').getAttribute('data-color-scheme')) === 'dark';
  for (const colorScheme of isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-color-scheme', colorScheme);
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
    const findings = await page.evaluate(
      async ({ asked, rules }) => {
        // Waits for colours that still change; a busy machine draws late.
        await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        const { violations } = await window.axe.run({
          resultTypes: ['violations'],
          ...(asked && { runOnly: asked }),
          rules,
        });
        // axe leaves references to missing elements to a human, because these might only appear later.
        const named = ['aria-labelledby', 'aria-describedby'] as const;
        const dangling = named.flatMap((attribute) =>
          [...document.querySelectorAll(`[${attribute}]`)]
            .filter((element) => {
              const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
              return element.checkVisibility() && ids.some((id) => !document.getElementById(id));
            })
            .map(({ outerHTML }) => `${attribute} to nothing: ${outerHTML}`),
        );
        const broken = violations.flatMap(({ id, nodes }) => {
          // An element below a bar can be scrolled out from there.
          const seen = nodes.filter(
            ({ any }) => !any.some(({ data }) => data?.messageKey === 'partiallyObscured'),
          );
          return seen.length === 0 ? [] : [`${id}: ${seen.map(({ html }) => html).join(' | ')}`];
        });
        const doubled = [...document.querySelectorAll('[role=alert]')]
          .filter(({ parentElement }) =>
            parentElement?.closest('[role=status], [role=alert], [aria-live=polite]'),
          )
          .map(({ textContent }) => `said twice: ${textContent}`);
        // A property meant for a component that got onto its element.
        const leaked = [...document.querySelectorAll('*')].flatMap(({ tagName, attributes }) =>
          [...attributes]
            .filter(({ value }) => value.startsWith('[object '))
            .map(({ name }) => `an object as ${name} of ${tagName}`),
        );
        return [...broken, ...dangling, ...doubled, ...leaked];
      },
      { asked: askedRules[colorScheme], rules: { ...askedToo, ...exempted } },
    );
    expect(findings, `axe, ${colorScheme}`).toEqual([]);
  }
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

export { expect, watch };
