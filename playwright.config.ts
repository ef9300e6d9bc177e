import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.ts';

const browser = findChromium();
// Chromium's sandbox does not work for root, and without these switches it calls home at every start.
const args = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './scripts/build-when-needed.ts',
  fullyParallel: true,
  // One more than the two processors that are counted on: a test waits for answers part of its time.
  workers: 3,
  forbidOnly: Boolean(process.env['CI']),
  // The second run of a failure records what happened; it does not make the failure one less.
  retries: 1,
  failOnFlakyTests: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    contextOptions: { reducedMotion: 'reduce' },
    permissions: ['clipboard-read', 'clipboard-write'],
    trace: 'on-first-retry',
    launchOptions: {
      args,
      ...(browser.found && browser.executablePath ? { executablePath: browser.executablePath } : {}),
    },
  },
});
