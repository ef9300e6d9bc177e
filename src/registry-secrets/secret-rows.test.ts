import { describe, expect, it } from 'vitest';
import type { RememberedSecret } from '../api/browser-storage/remembered-secrets.ts';
import { filterRows, sortRows, toRows } from './secret-rows.ts';

const now = new Date('2027-03-01T12:00:00Z');
const known: Record<string, Partial<RememberedSecret>> = {
  beta: { registeredAt: '2027-01-01T00:00:00Z', expiresAt: '2027-03-10', registries: [{ host: 'ghcr.io' }] },
  gamma: { registeredAt: '2026-01-01T00:00:00Z', rotatedAt: '2027-02-01T00:00:00Z', expiresAt: '2027-02-01' },
};
const remembered = new Map(
  Object.entries(known).map(([name, one]) => [name, { connectionId: 'a', name, registries: [], ...one }]),
);
const rows = toRows([{ name: 'alpha' }, { name: 'beta' }, { name: 'gamma' }], remembered, now);

describe('toRows', () => {
  it('says of each secret what this browser remembers', () => {
    expect(rows.map(({ name, rotated, expiry }) => [name, rotated, expiry.kind])).toEqual([
      ['alpha', false, 'none'],
      ['beta', false, 'soon'],
      ['gamma', true, 'expired'],
    ]);
    expect(rows[2]?.changedAt).toBe('2027-02-01T00:00:00Z');
  });
});

describe('sortRows', () => {
  it.each([
    { by: 'name', descending: true, order: ['gamma', 'beta', 'alpha'] },
    { by: 'changedAt', descending: false, order: ['beta', 'gamma', 'alpha'] },
    { by: 'changedAt', descending: true, order: ['gamma', 'beta', 'alpha'] },
    { by: 'expiresAt', descending: false, order: ['gamma', 'beta', 'alpha'] },
    { by: 'expiresAt', descending: true, order: ['beta', 'gamma', 'alpha'] },
  ] as const)('by $by, descending $descending', ({ by, descending, order }) => {
    expect(sortRows(rows, { by, descending }).map(({ name }) => name)).toEqual(order);
  });
});

describe('filterRows', () => {
  it.each([
    { search: ' BET ', names: ['beta'] },
    { search: 'ghcr', names: ['beta'] },
    { search: '', names: ['alpha', 'beta', 'gamma'] },
    { search: 'none of them', names: [] },
  ])('finds by name or host: $search', ({ search, names }) => {
    expect(filterRows(rows, search).map(({ name }) => name)).toEqual(names);
  });
});
