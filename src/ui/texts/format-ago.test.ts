import { expect, test } from 'vitest';
import { formatAgo } from './format-ago.ts';

const now = new Date('2026-01-05T12:00:00Z');

test.each([
  ['2026-01-05T12:00:09Z', 'now'],
  ['2026-01-05T11:59:01Z', 'now'],
  ['2026-01-05T11:59:00Z', '1 minute ago'],
  ['2026-01-05T11:00:01Z', '59 minutes ago'],
  ['2026-01-05T10:30:00Z', '1 hour ago'],
  ['2026-01-04T12:00:00Z', 'yesterday'],
  ['2025-12-26T12:00:00Z', '10 days ago'],
  ['2025-10-07T12:00:00Z', '90 days ago'],
  // A date is told by the reader's own clock.
  ['2025-10-05T12:00:00', '5 Oct 2025'],
])('%s was %s', (time, ago) => {
  expect(formatAgo(new Date(time), now)).toBe(ago);
});
