import type { Page } from '@playwright/test';
import { startStack } from '../stack.ts';
import { launchBrowser, print, summarise } from './console-browser.ts';

/**
 * Measures the list of a tenant with 500 secrets of which the gateway remembers hosts and ends: how long the browser
 * takes from a key in the search to the next picture, and how far the page jumps while it loads and is searched.
 * Ends with an error where a key takes more than 50 ms in the middle of all, or the jumps add up to more than 0.01.
 */
const secrets = 500;
const turns = 5;
const maxKeyMs = 50;
const maxShift = 0.01;

const resources = Array.from({ length: secrets }, (_, at) => ({ name: `registry-${at + 100}` }));

/**
 * In the browser: notes the length of every keystroke until the next picture, and every jump. As text: what compiles
 * this file would add to a function what only Node has.
 */
const observe = `
  const measured = { keys: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') measured.keys.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    // What somebody's own key moves is no jump.
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) measured.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  globalThis.readMeasured = () => measured;
`;

interface Measured {
  readonly keys: readonly number[];
  readonly shift: number;
}

const stack = await startStack(['--tenants', '1']);
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ baseURL: stack.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // AI Core has 50 at most, and so has the simulator: ten times as many come from here.
  await page.route('**/v2/admin/dockerRegistrySecrets?*', (route) =>
    route.fulfill({ json: { resources, count: secrets } }),
  );
  await page.goto('/');
  await page.getByRole('rowheader').first().waitFor();
  await rememberAll(page, stack.url);
  await page.addInitScript({ content: observe });
  await page.reload();
  await page.getByRole('rowheader').first().waitFor();
  await page.getByRole('button', { name: 'Within 14 days' }).waitFor();
  const search = page.getByRole('searchbox', { name: 'Search secrets' });
  await search.focus();
  for (let turn = 0; turn < turns; turn += 1) {
    await search.pressSequentially('registry-12', { delay: 120 });
    for (const _ of 'registry-12') await page.keyboard.press('Backspace', { delay: 120 });
  }
  const { keys, shift } = await read(page);
  const { median, p95, worst } = summarise(keys);
  print(
    `${secrets} secrets: ${keys.length} keys, median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, worst ${worst.toFixed(0)} ms; layout shift ${shift.toFixed(4)}`,
  );
  if (median > maxKeyMs || shift > maxShift) process.exitCode = 1;
} finally {
  await browser.close();
  await stack.stop();
}

/** As if all of them had been registered through this gateway. */
async function rememberAll(page: Page, origin: string): Promise<void> {
  const tenant = new URL(page.url()).pathname.split('/')[1];
  const notes = resources.map(({ name }, index) => ({
    name,
    registries: [{ host: 'ghcr.io', username: 'octo' }],
    expiresAt: new Date(Date.now() + index * 86_400_000).toISOString(),
  }));
  const taken = await page.request.post(`${origin}/api/tenants/${tenant}/secret-notes`, {
    data: { notes },
    headers: { origin },
  });
  if (!taken.ok()) throw new Error(`the gateway did not take the notes: ${await taken.text()}`);
}

function read(page: Page): Promise<Measured> {
  return page.evaluate('readMeasured()');
}
