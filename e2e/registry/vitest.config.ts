import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Another ending than the unit and the browser tests have, so that neither runner takes these for its own.
    include: ['e2e/registry/*.vitest.ts'],
    globalSetup: 'e2e/registry/required-programs.ts',
    // Programs are started, some of them with a compiler in front, on machines that may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    slowTestThreshold: 10_000,
  },
});
