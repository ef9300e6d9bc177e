import { test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { fetchNothingAhead } from './held-code.ts';
import { KeptServers } from './kept-servers.ts';
import { startStack, type Stack } from './stack.ts';
import { watch } from './watch.ts';

interface Fixtures {
  /** What the browser reported that nobody expected; the test fails unless it is empty at the end. */
  readonly complaints: string[];
  /** Whether the console fetches its other pages in idle moments, which is half of what a short test would cost. */
  readonly fetchesAhead: boolean;
  /** Further switches of `npm run simulator`, separated by spaces. */
  readonly simulatorFlags: string;
  readonly stack: Stack;
}

interface WorkerFixtures {
  readonly servers: KeptServers;
}

/** Every worker has a gateway and a simulator of its own, of each kind; every test begins with the seed data. */
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

/** axe's rules by scheme: only colours differ between the two, so that the second is asked for these alone. */
const askedRules = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] };
/** A part of WCAG 2.2 that axe leaves out unless it is asked for. */
const askedToo = { 'target-size': { enabled: true } };

/**
 * axe finds nothing on the page as it stands, in light and in dark. Called once for each view and state. axe runs
 * in the page itself, since none has frames: its own runner opens another page for every call. `except` are the ids of
 * rules that do not hold for what is open.
 */
export async function expectAccessible(page: Page, except: readonly string[] = []): Promise<void> {
  const exempted = Object.fromEntries(except.map((id) => [id, { enabled: false }]));
  // To change the scheme costs about as much as to look at it: the one that is there comes first.
  const isDark = (await page.locator('html').getAttribute('data-color-scheme')) === 'dark';
  for (const colorScheme of isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-color-scheme', colorScheme);
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
    const findings = await page.evaluate(
      async ({ asked, rules }) => {
        // A colour that still changes is neither the one nor the other, and a busy machine draws late.
        await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        const { violations } = await window.axe.run({
          resultTypes: ['violations'],
          ...(asked && { runOnly: asked }),
          rules,
        });
        // axe leaves it to a person whether what is referred to is only not there yet.
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
          // What lies below a bar is scrolled out from there.
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
        // What was meant for a component, not for its element.
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
