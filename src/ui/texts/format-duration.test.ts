import { expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [60, '60 seconds'],
  [120, '2 minutes'],
  [3600, '60 minutes'],
  [7201, '3 hours'],
  [3_000_000, '35 days'],
  [99_999_999_999, 'more than a year'],
  [Number.POSITIVE_INFINITY, 'more than a year'],
])('%d s are %s', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});
