import { expect, it } from 'vitest';
import { secretExpiry } from './secret-expiry.ts';

const now = new Date('2027-03-01T12:00:00Z');
const nothing = { connectionId: 'a', name: 'one', registries: [] };
const registries = [{ host: 'ghcr.io' }];

it.each([
  { what: 'never heard of', known: undefined, expected: { kind: 'unknown' } },
  { what: 'only a note', known: { ...nothing, note: 'Ask Jo' }, expected: { kind: 'unknown' } },
  { what: 'registries, and no end', known: { ...nothing, registries }, expected: { kind: 'none' } },
  {
    what: 'rotated without saying when the new one ends',
    known: { ...nothing, registries, formerEnd: '2027-03-01' },
    expected: { kind: 'unknown' },
  },
  {
    what: 'an end, and no registries',
    known: { ...nothing, expiresAt: '2027-03-01' },
    expected: { kind: 'soon', days: 0 },
  },
])('$what', ({ known, expected }) => {
  expect(secretExpiry(known, 'read', now)).toEqual(expected);
});

it.each(['reading', 'failed'] as const)('claims nothing of what is not known while it is %s', (memory) => {
  expect(secretExpiry(undefined, memory, now)).toEqual({ kind: 'unread' });
  expect(secretExpiry({ ...nothing, registries }, memory, now)).toEqual({ kind: 'none' });
});
