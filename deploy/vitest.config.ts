import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Another ending than the unit and the browser tests have, so that neither runner takes these for its own.
    include: ['deploy/testing/*.vitest.ts'],
    globalSetup: 'deploy/testing/required.ts',
    // Real programs are started, on machines that may be busy.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    slowTestThreshold: 20_000,
  },
});
