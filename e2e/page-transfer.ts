import type { Browser, Request } from '@playwright/test';
import { fetchNothingAhead } from './held-code.ts';
import { watch } from './watch.ts';

export interface Transfer {
  /** The requested addresses, the page's own first; after a `#`, the resource group or scope that a header names. */
  readonly urls: readonly string[];
  /** The paths of calls that the page itself requested, before any of its code had arrived. */
  readonly callsAhead: readonly string[];
  /** Bytes of JavaScript as transferred, compressed. */
  readonly scripts: ReadonlyMap<string, number>;
  /** How far the content has moved until the page was quiet, as the browser's layout shift score. */
  readonly layoutShift: number;
  /** Errors of its scripts, and messages of its console. */
  readonly complaints: readonly string[];
}

/** Sums up layout shifts. As text, because the compiler of a benchmark would add helpers that exist only in Node. */
export const noteShifts = `
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Opens an address with an empty cache; records transfers and layout shifts until the page is quiet. */
export async function measureTransfer(browser: Browser, url: string, locale = 'en'): Promise<Transfer> {
  // Limits are in gzip, which every browser and proxy accepts; the gateway prefers brotli.
  const context = await browser.newContext({ locale, extraHTTPHeaders: { 'accept-encoding': 'gzip' } });
  // What is fetched in advance is not part of the page.
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
    // The length that the server states, because the browser does not count the transfer of a worker's script.
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

/** The admin API uses the same URL for all resource groups and scopes; a header names them. */
function addressOf(request: Request): string {
  const scopes = Object.entries(request.headers()).filter(([name]) => name.startsWith('ai-'));
  return [request.url(), ...scopes.map(([name, value]) => `${name}=${value}`)].join('#');
}
