import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Named differently than the unit and browser tests, so that neither runner picks these files up.
    include: ['e2e/registry/*.vitest.ts'],
    globalSetup: 'e2e/registry/required-programs.ts',
    // Starts programs, some of them after a compiler, on machines that may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    slowTestThreshold: 10_000,
  },
});
