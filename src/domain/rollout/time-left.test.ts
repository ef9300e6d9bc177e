import { expect, it } from 'vitest';
import { secondsLeft } from './time-left.ts';

it.each([
  ['at the same pace', { settled: 20, open: 40, activeMs: 10_000 }, 20],
  ['rounded up', { settled: 3, open: 1, activeMs: 1000 }, 1],
  ['less while none ends', { settled: 20, open: 40, activeMs: 10_000, sinceMs: 12_000 }, 8],
  ['the pace was none', { settled: 49, open: 1, activeMs: 10_000, sinceMs: 5000 }, undefined],
  ['at least as long as one waits', { settled: 49, open: 1, activeMs: 10_000, waitMs: 30_000 }, 30],
  ['too little to go by', { settled: 2, open: 40, activeMs: 10_000 }, undefined],
  ['nothing left', { settled: 40, open: 0, activeMs: 10_000 }, undefined],
  ['no time has gone by', { settled: 5, open: 5, activeMs: 0 }, undefined],
])('%s', (_case, pace, seconds) => {
  expect(secondsLeft({ sinceMs: 0, waitMs: 0, ...pace })).toBe(seconds);
});
