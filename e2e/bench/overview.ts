import type { CDPSession, Page } from '@playwright/test';
import { startStack } from '../stack.ts';
import { launchBrowser, print, summarise } from './console-browser.ts';

/**
 * Measures the frames of the overview of 300 tenants with 50 secrets each, while it is scrolled and filtered,
 * beside those of the same page when nothing happens: what both have in common is the machine's.
 */
const stack = await startStack(['--tenants', '300', '--secrets', '50']);
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${stack.url}/overview`);
  await page.getByText(/^300 of 300 tenants, /).waitFor({ timeout: 120_000 });
  const devTools = await context.newCDPSession(page);
  await devTools.send('Performance.enable');
  const box = await page.getByRole('region', { name: 'Tenants and their secrets' }).boundingBox();
  if (!box) throw new Error('the table is not in sight');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  await measure('nothing happens', page, devTools, () => page.waitForTimeout(2000));
  await measure('scrolled down', page, devTools, () => scroll(devTools, at, 0, -9000));
  await measure('scrolled up fast', page, devTools, () => scroll(devTools, at, 0, 9000, 6000));
  await measure('scrolled sideways', page, devTools, () => scroll(devTools, at, -5000, 0));
  await measure('filtered by tenant', page, devTools, () => type(page, 'Search tenants', 'tenant-01'));
  await measure('filtered by secret', page, devTools, () => type(page, 'Search secret names', 'registry-1'));
} finally {
  await browser.close();
  await stack.stop();
}

async function scroll(
  devTools: CDPSession,
  at: { x: number; y: number },
  xDistance: number,
  yDistance: number,
  speed = 2500,
): Promise<void> {
  await devTools.send('Input.synthesizeScrollGesture', {
    ...at,
    xDistance,
    yDistance,
    speed,
    gestureSourceType: 'mouse',
  });
}

async function type(page: Page, field: string, text: string): Promise<void> {
  const box = page.getByRole('searchbox', { name: field });
  await box.fill('');
  await box.pressSequentially(text, { delay: 80 });
  for (const _ of text) await page.keyboard.press('Backspace', { delay: 80 });
}

async function measure(
  what: string,
  page: Page,
  devTools: CDPSession,
  act: () => Promise<void>,
): Promise<void> {
  const before = await busyMs(devTools);
  const frames = recordFrames(page);
  await act();
  await page.evaluate(() => document.body.setAttribute('data-stop', ''));
  const times = await frames;
  const busy = (await busyMs(devTools)) - before;
  await page.evaluate(() => document.body.removeAttribute('data-stop'));
  const { median, p95, worst } = summarise(times);
  const total = times.reduce((sum, time) => sum + time, 0);
  const dropped = times.reduce((sum, time) => sum + Math.max(0, Math.round(time / (1000 / 60)) - 1), 0);
  print(
    `${what.padEnd(20)} ${String(times.length).padStart(4)} frames in ${(total / 1000).toFixed(1)} s, ${dropped} dropped; ` +
      `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, worst ${worst.toFixed(1)} ms; ` +
      `the page’s own work ${(busy / times.length).toFixed(1)} ms a frame`,
  );
}

/** The time that the page's main thread has worked so far. */
async function busyMs(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** The times between two frames, in ms, until the page is told to stop. */
function recordFrames(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const times: number[] = [];
    let last = performance.now();
    while (!document.body.hasAttribute('data-stop')) {
      const now = await new Promise<number>((resolve) => {
        requestAnimationFrame(resolve);
      });
      times.push(now - last);
      last = now;
    }
    return times.slice(1);
  });
}
