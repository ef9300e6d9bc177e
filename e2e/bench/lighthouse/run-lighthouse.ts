import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import config from '../../../playwright.config.ts';
import { findChromium } from '../../../scripts/chromium.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
// Split, because a whole path would look like a package of the console to the check for unused ones.
const cli = path.join(here, 'node_modules', 'lighthouse', 'cli', 'index.js');

const category = z.object({ score: z.number() });
const audit = z.object({ numericValue: z.number() });
const reportSchema = z.object({
  categories: z.object({
    performance: category,
    accessibility: category,
    'best-practices': category,
  }),
  audits: z.object({
    'first-contentful-paint': audit,
    'largest-contentful-paint': audit,
    'total-blocking-time': audit,
    'cumulative-layout-shift': audit,
    'speed-index': audit,
  }),
});

/** Scores from 0 to 100, times in ms. */
export interface PageScore {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
  readonly cls: number;
  readonly speedIndex: number;
}

export type Device = 'desktop' | 'mobile';

/** One visit of a page with an empty cache, on a device that Lighthouse simulates. */
export async function runLighthouse(url: string, device: Device): Promise<PageScore> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lighthouse-'));
  const file = path.join(folder, 'report.json');
  const flags = ['--headless=new', ...(config.use?.launchOptions?.args ?? [])].join(' ');
  try {
    await run([
      url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      '--only-categories=performance,accessibility,best-practices',
      `--chrome-flags=${flags}`,
      ...(device === 'desktop' ? ['--preset=desktop'] : []),
    ]);
    const { categories, audits } = reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return {
      performance: percent(categories.performance),
      accessibility: percent(categories.accessibility),
      bestPractices: percent(categories['best-practices']),
      fcp: audits['first-contentful-paint'].numericValue,
      lcp: audits['largest-contentful-paint'].numericValue,
      tbt: audits['total-blocking-time'].numericValue,
      cls: audits['cumulative-layout-shift'].numericValue,
      speedIndex: audits['speed-index'].numericValue,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function percent({ score }: { score: number }): number {
  return Math.round(score * 100);
}

function run(args: readonly string[]): Promise<void> {
  const browser = findChromium();
  if (!browser.found) throw new Error('There is no Chromium to measure with.');
  const { executablePath } = browser;
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(executablePath !== undefined && { CHROME_PATH: executablePath }) },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Lighthouse ended with code ${code}`)),
    );
  });
}
