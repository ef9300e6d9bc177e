import { expect, test } from 'vitest';
import { describeEnd } from './describe-end.ts';

test.each([
  ['2026-03-10', 'ends today'],
  ['2026-03-11', 'ends tomorrow'],
  ['2026-03-15', 'ends in 5 days'],
  ['2026-03-09', 'ended yesterday'],
  ['2026-03-08', 'ended 2 days ago'],
  ['2026-03-10T11:59:59Z', 'ended today'],
  ['2026-03-10T12:00:01Z', 'ends today'],
  ['2026-03-09T23:59:59Z', 'ended yesterday'],
  ['2026-03-11T00:00:00Z', 'ends tomorrow'],
])('%s at noon of 10 March: %s', (expiresAt, words) => {
  expect(describeEnd(expiresAt, new Date('2026-03-10T12:00:00Z'))).toBe(words);
});
