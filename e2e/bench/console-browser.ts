import { chromium, type Browser } from '@playwright/test';
import config from '../../playwright.config.ts';

/** The browser of the end-to-end tests, for measurements outside of the test runner. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(config.use?.launchOptions ?? {});
}

/** The median, 95th percentile and worst of some times, in ms. */
export function summarise(times: readonly number[]): { median: number; p95: number; worst: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
