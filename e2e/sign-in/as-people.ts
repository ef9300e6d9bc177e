import type { BrowserContext, Page } from '@playwright/test';
import { startStack } from '../stack.ts';
import { test as base, watch } from '../test.ts';

/**
 * The gateway behind a proxy that signs people in; `openAs` opens a page in a separate browser context of that person.
 */
export function testAsPeople(env: Record<string, string> = {}) {
  return base.extend<{ openAs: (person: string) => Promise<Page> }>({
    stack: [
      async ({ servers, simulatorFlags }, use) => {
        const start = () =>
          startStack(simulatorFlags.split(' ').filter(Boolean), {
            CONSOLE_AUTH: 'header',
            TRUSTED_PROXIES: '127.0.0.1, ::1',
            ...env,
          });
        await use(await servers.keep(`as people ${simulatorFlags} ${JSON.stringify(env)}`, start));
      },
      { scope: 'test', timeout: 60_000 },
    ],
    openAs: async ({ browser, stack, complaints }, use) => {
      const opened: BrowserContext[] = [];
      await use(async (person) => {
        const headers = { 'x-forwarded-user': person.toLowerCase(), 'x-forwarded-email': person };
        const context = await browser.newContext({ extraHTTPHeaders: headers, baseURL: stack.url });
        opened.push(context);
        const page = await context.newPage();
        watch(page, complaints);
        return page;
      });
      for (const context of opened) await context.close();
    },
  });
}
