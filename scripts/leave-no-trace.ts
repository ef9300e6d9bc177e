import { afterAll, vi } from 'vitest';

/** Files of tests share a process. The next one finds the world as this one found it, and loads our modules anew. */
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
});
