import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { startStack } from '../stack.ts';
import { launchBrowser, print, summarise } from './console-browser.ts';
import { measureStart } from './overview-start.ts';

/**
 * Measures how soon all tenants are there (overview-start.ts). Then measures the frames of the overview of 300 tenants
 * with 50 secrets each, while it is scrolled and filtered, beside those of a page of the same size without any script.
 * The two take turns, because the machine itself drops some frames; the first turn only warms the browser.
 */
const turns = 5;

interface Subject {
  readonly page: Page;
  readonly devTools: CDPSession;
  /** In the middle of the scrolling area. */
  readonly at: { readonly x: number; readonly y: number };
}

interface Frames {
  readonly times: readonly number[];
  readonly dropped: number;
  readonly busyMs: number;
}

await measureStart();
const stack = await startStack(['--tenants', '300', '--secrets', '50']);
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const plain = await openPlainPage(context);
  const overview = await openOverview(context);
  const { page } = overview;
  const acts: [string, Subject, () => Promise<void>][] = [
    ['plain page, scrolled down', plain, () => scroll(plain, 0, -9000)],
    ['plain page, scrolled up fast', plain, () => scroll(plain, 0, 9000, 6000)],
    ['nothing happens', overview, () => page.waitForTimeout(2000)],
    ['scrolled down', overview, () => scroll(overview, 0, -9000)],
    ['scrolled up fast', overview, () => scroll(overview, 0, 9000, 6000)],
    ['scrolled sideways', overview, () => scroll(overview, -5000, 0)],
    ['scrolled back', overview, () => scroll(overview, 5000, 0)],
    ['filtered by tenant', overview, () => type(page, 'Search tenants', 'tenant-01')],
    ['filtered by secret', overview, () => type(page, 'Search secret names', 'registry-1')],
  ];
  const measured = new Map<string, Frames[]>(acts.map(([name]) => [name, []]));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [name, subject, act] of acts) {
      const frames = await measure(subject, act);
      if (turn > 0) measured.get(name)?.push(frames);
    }
  }
  for (const [name, frames] of measured) report(name, frames);
} finally {
  await browser.close();
  await stack.stop();
}

/** The baseline of the machine, a page without any script: 300 lines in a box of the same size. */
async function openPlainPage(context: BrowserContext): Promise<Subject> {
  const page = await context.newPage();
  const line = '<p>tenant lacks lacks lacks</p>';
  await page.setContent(
    `<div style="height: 560px; overflow: auto; font: 14px sans-serif">${line.repeat(300)}</div>`,
  );
  return { page, devTools: await openDevTools(page), at: { x: 400, y: 300 } };
}

async function openOverview(context: BrowserContext): Promise<Subject> {
  const page = await context.newPage();
  await page.goto(`${stack.url}/overview`);
  await page.getByText(/^300 of 300 tenants, /).waitFor({ timeout: 120_000 });
  const box = await page.getByRole('region', { name: 'Tenants and their secrets' }).boundingBox();
  if (!box) throw new Error('the table is not in sight');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return { page, devTools: await openDevTools(page), at };
}

async function openDevTools(page: Page): Promise<CDPSession> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');
  return devTools;
}

async function scroll(
  { devTools, at }: Subject,
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

async function measure({ page, devTools }: Subject, act: () => Promise<void>): Promise<Frames> {
  await page.bringToFront();
  const before = await busyMs(devTools);
  const frames = recordFrames(page);
  await act();
  await page.evaluate(() => document.body.setAttribute('data-stop', ''));
  const times = await frames;
  await page.evaluate(() => document.body.removeAttribute('data-stop'));
  const dropped = times.reduce((sum, time) => sum + Math.max(0, Math.round(time / (1000 / 60)) - 1), 0);
  return { times, dropped, busyMs: (await busyMs(devTools)) - before };
}

function report(name: string, turnsOfIt: readonly Frames[]): void {
  const times = turnsOfIt.flatMap((turn) => turn.times);
  const busy = turnsOfIt.reduce((sum, turn) => sum + turn.busyMs, 0);
  const { p95, worst } = summarise(times);
  print(
    `${name.padEnd(28)} ${String(times.length).padStart(4)} frames, dropped in each turn: ` +
      `${turnsOfIt.map(({ dropped }) => dropped).join(' ')}; p95 ${p95.toFixed(1)} ms, worst ${worst.toFixed(1)} ms; ` +
      `the page’s own work ${(busy / times.length).toFixed(1)} ms a frame`,
  );
}

/** The time that the page's main thread has worked so far. */
async function busyMs(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** The times between frames, in ms, until the page is told to stop. */
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
