import { afterAll, vi } from 'vitest';

/** Test files share a process: each one starts with a clean environment and loads our modules anew. */
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
});
