import { describe, expect, it } from 'vitest';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import { recogniseProvider } from '../../domain/registry/provider-host.ts';
import { registryMonogram } from '../../domain/registry/registry-monogram.ts';
import { filterRows, sortRows, toRows } from './secret-rows.ts';

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
const listed = [{ name: 'alpha' }, { name: 'beta' }, { name: 'gamma' }];
const rows = toRows(listed, remembered, 'read', now, {
  recogniseProvider,
  registryMonogram,
});

const later = toRows(
  [{ name: 'omega' }, { name: 'delta' }],
  new Map(
    Object.entries({ omega: {}, delta: { expiresAt: '2028-01-01' } }).map(([name, one]) => [
      name,
      { connectionId: 'a', name, registries: [{ host: 'ghcr.io' }], ...one },
    ]),
  ),
  'read',
  now,
);

describe('toRows', () => {
  it('says of each secret what this browser remembers', () => {
    expect(rows.map(({ name, rotated, expiry }) => [name, rotated, expiry.kind])).toEqual([
      ['alpha', false, 'unknown'],
      ['beta', false, 'soon'],
      ['gamma', true, 'expired'],
    ]);
    expect(rows.map(({ providers }) => providers)).toEqual([[], ['GitHub Container Registry'], []]);
    expect(rows.map(({ marks }) => marks)).toEqual([[], ['GH'], []]);
    expect(rows[2]?.changedAt).toBe('2027-02-01T00:00:00Z');
  });
});

describe('what is remembered was not read', () => {
  it.each(['reading', 'failed'] as const)('claims nothing of what is not known while it is %s', (memory) => {
    expect(toRows(listed, remembered, memory, now).map(({ expiry }) => expiry.kind)).toEqual([
      'unread',
      'soon',
      'expired',
    ]);
  });
});

describe('sortRows', () => {
  it.each([
    { by: 'name', descending: true, order: ['gamma', 'beta', 'alpha'] },
    { by: 'changedAt', descending: false, order: ['beta', 'gamma', 'alpha'] },
    { by: 'changedAt', descending: true, order: ['gamma', 'beta', 'alpha'] },
    { by: 'provider', descending: false, order: ['beta', 'alpha', 'gamma'] },
    { by: 'username', descending: true, order: ['beta', 'alpha', 'gamma'] },
    { by: 'expiry', descending: false, order: ['gamma', 'beta', 'alpha', 'delta', 'omega'] },
    { by: 'expiry', descending: true, order: ['omega', 'delta', 'alpha', 'beta', 'gamma'] },
  ] as const)('by $by, descending $descending', ({ by, descending, order }) => {
    const sorted = by === 'expiry' ? [...rows, ...later] : rows;
    expect(sortRows(sorted, { by, descending }).map(({ name }) => name)).toEqual(order);
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
