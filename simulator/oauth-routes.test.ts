import { decode } from 'jsonwebtoken';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { fetchToken, readError, sendRequest, startTestSimulator } from './test-simulator.ts';
import type { TestSimulator } from './test-simulator.ts';

let simulator: TestSimulator;

beforeAll(async () => {
  simulator = await startTestSimulator({ tokenLifetimeSeconds: 600 });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => simulator.close());
