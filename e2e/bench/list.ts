import type { Page } from '@playwright/test';
import { startStack } from '../stack.ts';
import { launchBrowser, print, summarise } from './console-browser.ts';

/**
 * Measures the list of a tenant with 500 secrets of which the browser remembers hosts and ends: how long the browser
 * takes from a key in the search to the next picture, and how far the page jumps while it loads and is searched.
 * Ends with an error where a key takes more than 50 ms in the middle of all, or the jumps add up to more than 0.01.
 */
const secrets = 500;
const turns = 5;
const maxKeyMs = 50;
const maxShift = 0.01;

interface Measured {
  readonly keys: readonly number[];
  readonly shift: number;
}

const stack = await startStack(['--tenants', '1', '--secrets', String(secrets)]);
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ baseURL: stack.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('rowheader').first().waitFor();
  await page.evaluate(rememberAll);
  await page.addInitScript(observe);
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

/** In the browser: as if all of them had been registered in it. */
async function rememberAll(): Promise<void> {
  const connectionId = location.pathname.split('/')[1];
  const path = `/api/tenants/${connectionId}/v2/admin/dockerRegistrySecrets?$top=1000`;
  const { resources }: { resources: { name: string }[] } = await (await fetch(path)).json();
  const all = resources.map(({ name }, index) => ({
    connectionId,
    name,
    registries: [{ host: 'ghcr.io', username: 'octo' }],
    registeredAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + index * 86_400_000).toISOString(),
  }));
  localStorage.setItem('remembered-secrets-1', JSON.stringify(all));
}

/** In the browser: notes the length of every keystroke until the next picture, and every jump. */
function observe(): void {
  const keys: number[] = [];
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, { readMeasured: () => ({ keys, shift }) });
}

function read(page: Page): Promise<Measured> {
  return page.evaluate('readMeasured()');
}
