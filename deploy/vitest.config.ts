import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Named differently than the unit and browser tests, so that neither runner picks these files up.
    include: ['deploy/testing/*.vitest.ts'],
    globalSetup: 'deploy/testing/required.ts',
    // Starts real programs, on machines that may be busy.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    slowTestThreshold: 20_000,
  },
});
