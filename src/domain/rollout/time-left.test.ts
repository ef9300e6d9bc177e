import { expect, it } from 'vitest';
import { secondsLeft } from './time-left.ts';

it.each([
  ['at the same pace', { settled: 20, open: 40, activeMs: 10_000 }, 20],
  ['rounded up', { settled: 3, open: 1, activeMs: 1000 }, 1],
  ['too little to go by', { settled: 2, open: 40, activeMs: 10_000 }, undefined],
  ['nothing left', { settled: 40, open: 0, activeMs: 10_000 }, undefined],
  ['no time has gone by', { settled: 5, open: 5, activeMs: 0 }, undefined],
])('%s', (_case, pace, seconds) => {
  expect(secondsLeft(pace)).toBe(seconds);
});
