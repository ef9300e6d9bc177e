import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** The documented ways of hosting, each with a real nginx in front. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.deploy.ts',
  globalSetup: ['../../scripts/build-when-needed.ts', './require-nginx.ts'],
  outputDir: '../../test-results/deploy',
  workers: 1,
});
