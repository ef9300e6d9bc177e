import { describe, expect, it } from 'vitest';
import type { RememberedSecret } from '../api/browser-storage/remembered-secrets.ts';
import { recogniseProvider } from '../domain/registry/provider-host.ts';
import { filterRows, namesBetween, sortRows, toRows } from './secret-rows.ts';

const now = new Date('2027-03-01T12:00:00Z');
const known: Record<string, Partial<RememberedSecret>> = {
  beta: {
    registeredAt: '2027-01-01T00:00:00Z',
    expiresAt: '2027-03-10',
    registries: [{ host: 'ghcr.io', username: 'octo-cat' }],
  },
  gamma: { registeredAt: '2026-01-01T00:00:00Z', rotatedAt: '2027-02-01T00:00:00Z', expiresAt: '2027-02-01' },
};
const remembered = new Map(
  Object.entries(known).map(([name, one]) => [name, { connectionId: 'a', name, registries: [], ...one }]),
);
const rows = toRows(
  [{ name: 'alpha' }, { name: 'beta' }, { name: 'gamma' }],
  remembered,
  now,
  recogniseProvider,
);

describe('toRows', () => {
  it('says of each secret what this browser remembers', () => {
    expect(rows.map(({ name, rotated, expiry }) => [name, rotated, expiry.kind])).toEqual([
      ['alpha', false, 'unknown'],
      ['beta', false, 'soon'],
      ['gamma', true, 'expired'],
    ]);
    expect(rows.map(({ providers }) => providers)).toEqual([[], ['GitHub Container Registry'], []]);
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
    { filter: { search: ' BET ' }, names: ['beta'] },
    { filter: { search: 'ghcr' }, names: ['beta'] },
    { filter: { search: 'OCTO' }, names: ['beta'] },
    { filter: { search: 'github container' }, names: ['beta'] },
    { filter: { search: '' }, names: ['alpha', 'beta', 'gamma'] },
    { filter: { search: 'none of them' }, names: [] },
    { filter: { search: '', end: 'expired' }, names: ['gamma'] },
    { filter: { search: '', end: 'unknown' }, names: ['alpha'] },
    { filter: { search: '', end: 'none' }, names: [] },
    { filter: { search: 'a', end: 'soon' }, names: ['beta'] },
    { filter: { search: '', provider: 'GitHub Container Registry' }, names: ['beta'] },
    { filter: { search: '', provider: 'GitHub Container Registry', end: 'expired' }, names: [] },
  ] as const)('$filter', ({ filter, names }) => {
    expect(filterRows(rows, filter).map(({ name }) => name)).toEqual(names);
  });
});

describe('namesBetween', () => {
  const names = ['a', 'b', 'c', 'd'];
  it.each([
    { from: 'b', to: 'd', expected: ['b', 'c', 'd'] },
    { from: 'c', to: 'a', expected: ['a', 'b', 'c'] },
    { from: undefined, to: 'c', expected: ['c'] },
    { from: 'gone', to: 'c', expected: ['c'] },
    { from: 'b', to: 'b', expected: ['b'] },
  ])('from $from to $to', ({ from, to, expected }) => {
    expect(namesBetween(names, from, to)).toEqual(expected);
  });
});
