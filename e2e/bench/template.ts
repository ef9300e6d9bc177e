import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.ts';
import {
  largeServingTemplate,
  largeWorkflowTemplate,
} from '../../src/domain/template/testing/large-template.ts';
import { startStack } from '../stack.ts';
import { openTemplates, templateField } from '../template-page.ts';

/**
 * Measures in the browser how long the analysis of a template takes, and how long a key press waits for its frame in
 * the meantime; fails beyond the limits. Needs the built app.
 */
const runs = 9;
const keys = 20;
/** Milliseconds from the request to the worker until its answer, by the size of the text. */
const limits = [
  { size: 100_000, maxMs: 100 },
  { size: 1_000_000, maxMs: 1000 },
] as const;
/** From a key press to the next frame: nobody notices that much. */
const maxKeyMs = 50;

const kinds = [
  ['WorkflowTemplate', largeWorkflowTemplate],
  ['ServingTemplate', largeServingTemplate],
] as const;

const browserFound = findChromium();
if (!browserFound.found) throw new Error('There is no Chromium to measure with.');
const browser = await chromium.launch({
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  ...(browserFound.executablePath !== undefined && { executablePath: browserFound.executablePath }),
});
const stack = await startStack();
try {
  const context = await browser.newContext({ baseURL: stack.url });
  print(`Templates in Chromium ${browser.version()}, median and best of ${runs}`);
  for (const [kind, build] of kinds) {
    for (const { size, maxMs } of limits) {
      const page = await context.newPage();
      const analysis = await measureAnalysis(page, build(size));
      report(`${kind}, ${size / 1000} kB, analysed`, analysis, maxMs);
      await page.close();
    }
    const page = await context.newPage();
    const text = build(1_000_000);
    await measureAnalysis(page, text, 1);
    const typed = await measureKeys(page);
    report(`${kind}, 1000 kB, keystroke to its frame`, typed, maxKeyMs);
    print(
      `    the slowest of ${keys} keys, while the text is read  ${typed.worst.toFixed(0).padStart(5)} ms`,
    );
    print(`    the same in a bare text area  ${ms(await measureBareField(page, text))}`);
    await page.close();
  }
} finally {
  await browser.close();
  await stack.stop();
}

/** Times from the request to the worker until its answer is back on the page. */
async function measureAnalysis(page: Page, text: string, times = runs): Promise<Times> {
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  const durations: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const entry = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            const [found] = list.getEntriesByName('template-analysis');
            if (!found) return;
            observer.disconnect();
            resolve(found.duration);
          });
          observer.observe({ type: 'measure' });
        }),
    );
    const file = { name: 'large.yaml', mimeType: 'text/plain', buffer: Buffer.from(`# run ${run}\n${text}`) };
    await page.locator('input[type=file]').setInputFiles(file);
    durations.push(await entry);
  }
  return summary(durations);
}

async function measureKeys(page: Page): Promise<Times> {
  await templateField(page).press('ControlOrMeta+Home');
  return typeAndMeasure(page);
}

/** The same text in a field without any of our code: the browser's own share. */
async function measureBareField(page: Page, text: string): Promise<Times> {
  const bare = await page.context().newPage();
  await bare.setContent('<textarea wrap="off" rows="24" cols="80" style="white-space: pre"></textarea>');
  await bare.locator('textarea').evaluate((field, value) => {
    if (field instanceof HTMLTextAreaElement) field.value = value;
  }, text);
  await bare.locator('textarea').press('ControlOrMeta+Home');
  const time = await typeAndMeasure(bare);
  await bare.close();
  return time;
}

/** Times from a key press until the next frame is drawn. */
async function typeAndMeasure(page: Page): Promise<Times> {
  await page.bringToFront();
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => performance.measure('key', { start: timeStamp }));
        channel.port1.start();
        channel.port2.postMessage(undefined);
      }),
    );
  });
  for (let key = 1; key <= keys; key += 1) {
    await page.keyboard.press('x');
    await page.waitForFunction((count) => performance.getEntriesByName('key').length === count, key);
    // As fast as people type: some pauses are long enough for the text to be read in between.
    await page.waitForTimeout(key % 5 === 0 ? 400 : 60);
  }
  return summary(
    await page.evaluate(() => performance.getEntriesByName('key').map(({ duration }) => duration)),
  );
}

interface Times {
  readonly median: number;
  readonly best: number;
  readonly worst: number;
}

function summary(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    best: sorted[0] ?? 0,
    worst: sorted.at(-1) ?? 0,
  };
}

function ms({ median, best }: Times): string {
  return `${median.toFixed(0).padStart(5)} ms (best ${best.toFixed(0)})`;
}

/** On a busy machine, the best time is the most reliable. */
function report(what: string, times: Times, maxMs: number): void {
  const isWithin = times.best <= maxMs;
  if (!isWithin) process.exitCode = 1;
  print(`  ${what.padEnd(48)} ${ms(times)}   limit ${maxMs.toFixed(0)} ms${isWithin ? '' : '  EXCEEDED'}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
