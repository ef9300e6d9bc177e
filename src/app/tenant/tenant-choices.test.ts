import { expect, test } from 'vitest';
import type { Connection } from '../../domain/connection/connection.ts';
import { listed, maxListed, toChoices } from './tenant-choices.ts';

const more = (count: number) => `${count} more`;

function tenants(count: number): Connection[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `tenant-${index}`;
    return { id, label: id, baseUrl: `/api/tenants/${id}`, auth: 'proxy' };
  });
}

function list(count: number, recent: number): string[] {
  const all = tenants(count);
  return listed(toChoices(all, all.slice(count - recent), 'Overview'), more).map(({ label }) => label);
}

test('a few tenants are all there, the recent ones on top', () => {
  expect(list(4, 1)).toEqual(['tenant-3', 'tenant-0', 'tenant-1', 'tenant-2', 'Overview']);
});

test('of many the recent ones, a first part, and how many are left', () => {
  const labels = list(1000, 2);
  expect(labels).toHaveLength(2 + maxListed + 2);
  expect(labels.slice(0, 3)).toEqual(['tenant-998', 'tenant-999', 'tenant-0']);
  expect(labels.slice(-2)).toEqual(['898 more', 'Overview']);
});

test('nobody is told that none is left', () => {
  expect(list(maxListed + 1, 1)).not.toContain('0 more');
});
