import type { Browser, BrowserContext } from '@playwright/test';
import { startStack } from '../stack.ts';
import { test as base } from '../test.ts';

/** The gateway behind a proxy that signs people in, as whom `openAs` comes. */
export function testAsPeople(env: Record<string, string> = {}) {
  return base.extend({
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
  });
}

/** A browser of that person's own. */
export function openAs(
  person: string,
  browser: Browser,
  baseURL: string | undefined,
): Promise<BrowserContext> {
  const headers = { 'x-forwarded-user': person.toLowerCase(), 'x-forwarded-email': person };
  return browser.newContext({ extraHTTPHeaders: headers, ...(baseURL !== undefined && { baseURL }) });
}
