import { expect, test } from 'vitest';
import { describeEnd } from './describe-end.ts';

test.each([
  ['2026-03-10', 'expires today'],
  ['2026-03-11', 'expires tomorrow'],
  ['2026-03-15', 'expires in 5 days'],
  ['2026-03-09', 'expired yesterday'],
  ['2026-03-08', 'expired 2 days ago'],
  ['2026-03-10T11:59:59Z', 'expired today'],
  ['2026-03-10T12:00:01Z', 'expires today'],
  ['2026-03-09T23:59:59Z', 'expired yesterday'],
  ['2026-03-11T00:00:00Z', 'expires tomorrow'],
])('%s at noon of 10 March: %s', (expiresAt, words) => {
  expect(describeEnd(expiresAt, new Date('2026-03-10T12:00:00Z'))).toBe(words);
});
