import { describe, expect, it, test } from 'vitest';
import { overviewSearch, readOverviewFilters, sortedBy } from './overview-filters.ts';

const none = readOverviewFilters({});

describe('an address', () => {
  it.each<[Record<string, unknown>, object]>([
    [{}, {}],
    [
      { secret: 'ghcr', show: 'soon', sort: '-free' },
      { secret: 'ghcr', show: 'soon', sort: 'free', descending: true },
    ],
    [{ secret: 2024, tenants: ['a'], show: 'all', sort: 'upwards' }, { secret: '2024' }],
  ])('%j is read', (search, filters) => {
    expect(readOverviewFilters(search)).toEqual({ ...none, ...filters });
  });

  it('names what filters, and is read back as it was', () => {
    expect(overviewSearch(none)).toEqual({});
    const filters = { ...none, tenants: 'acme', secret: 'ghcr', sort: 'tenant', descending: true } as const;
    expect(overviewSearch(filters)).toEqual({ tenants: 'acme', secret: 'ghcr', sort: '-tenant' });
    expect(readOverviewFilters(overviewSearch(filters))).toEqual(filters);
  });
});

test('a heading sorts, and with the next click the other way round', () => {
  const once = sortedBy(none, 'tenant');
  expect(once).toMatchObject({ sort: 'tenant', descending: false });
  expect(sortedBy(once, 'tenant')).toMatchObject({ sort: 'tenant', descending: true });
  expect(sortedBy(once, 'free')).toMatchObject({ sort: 'free', descending: false });
});
