import { expect, test } from 'vitest';
import { isFull, quotaLeft } from './quota.ts';

test.each([
  [{ used: 49, max: 50 }, 1, false],
  [{ used: 50, max: 50 }, 0, true],
  [{ used: 51, max: 50 }, 0, true],
  [{ used: 2, max: undefined }, undefined, false],
])('%j leaves room for %s, full: %s', (quota, left, full) => {
  expect([quotaLeft(quota), isFull(quota)]).toEqual([left, full]);
});
