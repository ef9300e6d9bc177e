import { expect, it } from 'vitest';
import { hourMs, nextNow } from './use-now.ts';

it.each([
  { last: '2027-03-31T22:00:00Z', now: '2027-03-31T22:59:59Z', isNext: false },
  { last: '2027-03-31T23:59:59Z', now: '2027-04-01T00:00:00Z', isNext: true },
  { last: '2027-03-31T23:10:00Z', now: '2027-04-03T08:00:00Z', isNext: true },
])('from $last to $now it is another hour: $isNext', ({ last, now, isNext }) => {
  const [before, after] = [new Date(last), new Date(now)];
  expect(nextNow(before, after, hourMs)).toBe(isNext ? after : before);
});
