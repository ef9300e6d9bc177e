import { describe, expect, test } from 'vitest';
import { changeFilters, readAuditFilters, toAuditQuery } from './audit-filters.ts';

describe('readAuditFilters', () => {
  test.each([
    [{}, {}],
    [
      { q: 'hub', action: 'delete', outcome: 'failed', days: '7', tenant: 'acme', user: 'jo' },
      { q: 'hub', action: 'delete', outcome: 'failed', days: '7', tenant: 'acme', user: 'jo' },
    ],
    // The router reads a number where one stands alone.
    [
      { q: 404, days: 7 },
      { q: '404', days: '7' },
    ],
    [{ action: 'explode', outcome: ['done'], days: '8', q: '', other: 'x' }, {}],
  ])('%j is %j', (search, filters) => {
    expect(readAuditFilters(search)).toEqual(filters);
  });
});

test('a period begins with a minute, so that each look asks for the same', () => {
  const now = Date.parse('2026-11-28T10:00:59.999Z');
  expect(toAuditQuery({ days: '7', action: 'delete' }, now)).toEqual({
    action: 'delete',
    from: '2026-11-21T10:00:00.000Z',
  });
  expect(toAuditQuery({}, now)).toEqual({});
});

test('a filter is changed and taken away', () => {
  expect(changeFilters({ q: 'hub', days: '7' }, { days: undefined, action: 'check' })).toEqual({
    q: 'hub',
    action: 'check',
  });
  expect(changeFilters({ q: 'hub' }, { q: '' })).toEqual({});
});
