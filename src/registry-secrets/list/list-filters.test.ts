import { expect, it } from 'vitest';
import { readListFilters } from './list-filters.ts';

it.each([
  { address: {}, filters: {} },
  { address: { end: 'soon', provider: 'Quay', other: 'x' }, filters: { end: 'soon', provider: 'Quay' } },
  { address: { search: 2024 }, filters: { search: '2024' } },
  { address: { end: 'valid', provider: '' }, filters: {} },
  { address: { end: ['soon'], provider: 7 }, filters: {} },
])('of an address with $address', ({ address, filters }) => {
  expect(readListFilters(address)).toEqual(filters);
});
