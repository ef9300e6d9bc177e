import type { Browser, Request } from '@playwright/test';
import { fetchNothingAhead } from './held-code.ts';
import { watch } from './watch.ts';

export interface Transfer {
  /** The addresses asked for, the page's own first; behind a `#` in which resource group or scope, where one is named. */
  readonly urls: readonly string[];
  /** The paths of calls that the page itself asked for, before any code of it had come. */
  readonly callsAhead: readonly string[];
  /** Bytes of JavaScript as they were transferred, compressed. */
  readonly scripts: ReadonlyMap<string, number>;
  /** How far what was shown has moved until it was quiet, as the browser scores it. */
  readonly layoutShift: number;
  /** Errors of its scripts, and what its console tells of. */
  readonly complaints: readonly string[];
}

/** Sums up how far things move. As text: what compiles a benchmark would add to a function what only Node has. */
export const noteShifts = `
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Opens an address in a browser that has nothing of it yet, and notes what is transferred, and what moves, until it is quiet. */
export async function measureTransfer(browser: Browser, url: string, locale = 'en'): Promise<Transfer> {
  // Limits are in gzip, which every browser and proxy takes; the gateway sends brotli where it may.
  const context = await browser.newContext({ locale, extraHTTPHeaders: { 'accept-encoding': 'gzip' } });
  // What is fetched ahead is not part of the page.
  await fetchNothingAhead(context);
  const page = await context.newPage();
  await page.addInitScript({ content: noteShifts });
  const complaints: string[] = [];
  watch(page, complaints);
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const scripts = new Map<string, number>();
  for (const request of requests) {
    if (!new URL(request.url()).pathname.endsWith('.js')) continue;
    // The length that the server sends: the browser does not count what a worker's script transfers.
    const length = await (await request.response())?.headerValue('content-length');
    scripts.set(request.url(), Number(length ?? Number.NaN));
  }
  const layoutShift: number = await page.evaluate('layoutShift');
  const callsAhead = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => 'initiatorType' in entry && entry.initiatorType === 'link')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/api/')),
  );
  await context.close();
  return { urls: requests.map(addressOf), callsAhead, scripts, layoutShift, complaints };
}

/** The admin API answers the same URL for each resource group and scope, which a header names. */
function addressOf(request: Request): string {
  const scopes = Object.entries(request.headers()).filter(([name]) => name.startsWith('ai-'));
  return [request.url(), ...scopes.map(([name, value]) => `${name}=${value}`)].join('#');
}
