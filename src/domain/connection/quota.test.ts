import { expect, test } from 'vitest';
import { quotaLeft } from './quota.ts';

test.each([
  [{ used: 2, max: 50 }, 48],
  [{ used: 50, max: 50 }, 0],
  [{ used: 51, max: 50 }, 0],
  [{ used: 2, max: undefined }, undefined],
])('with %j there is room for %s', (quota, left) => {
  expect(quotaLeft(quota)).toBe(left);
});
