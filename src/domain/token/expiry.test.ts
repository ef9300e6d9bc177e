import { describe, expect, it } from 'vitest';
import { dateAfter, expiryState, lifeLeft, type ExpiryState } from './expiry.ts';

const today = '2026-03-10T12:00:00Z';

describe('expiryState', () => {
  it.each([
    // nothing that could expire
    [undefined, today, 'none', undefined],
    ['', today, 'none', undefined],
    ['never', today, 'none', undefined],
    ['10.03.2026', today, 'none', undefined],
    ['2026-3-1', today, 'none', undefined],
    ['2026-02-29', today, 'none', undefined],
    ['2026-02-30T00:00:00Z', today, 'none', undefined],
    ['2026-13-01', today, 'none', undefined],
    ['2026-03-10T25:00:00Z', today, 'none', undefined],
    ['2026-03-10T12:00:00', today, 'none', undefined],
    [' 2026-03-10', today, 'none', undefined],
    // dates are valid to their end in UTC
    ['2026-03-10', today, 'soon', 0],
    ['2026-03-10', '2026-03-10T23:59:59.999Z', 'soon', 0],
    ['2026-03-10', '2026-03-10T00:00:00Z', 'soon', 0],
    ['2026-03-10', '2026-03-11T00:00:00Z', 'expired', -1],
    ['2026-03-09', today, 'expired', -1],
    ['2026-03-09', '2026-03-10T23:59:59.999Z', 'expired', -1],
    ['2026-03-08', today, 'expired', -2],
    ['2026-03-11', today, 'soon', 1],
    ['2026-03-23', today, 'soon', 13],
    ['2026-03-24', today, 'valid', 14],
    ['2028-02-29', '2028-02-28T12:00:00Z', 'soon', 1],
    ['2025-03-10', today, 'expired', -365],
    ['2036-03-10', today, 'valid', 3653],
    // moments
    ['2026-03-10T12:00:00Z', today, 'expired', 0],
    ['2026-03-10T12:00:00.001Z', today, 'soon', 0],
    ['2026-03-10T11:59:59Z', today, 'expired', 0],
    ['2026-03-09T23:59:59Z', today, 'expired', -1],
    ['2026-03-09T12:00:00Z', today, 'expired', -1],
    ['2026-03-24T12:00:00Z', today, 'soon', 14],
    ['2026-03-24T12:00:00.001Z', today, 'valid', 14],
    ['2026-03-11T00:00Z', today, 'soon', 1],
    ['2026-03-10T12:00:00.123456789Z', today, 'soon', 0],
    // offsets
    ['2026-03-10T14:00:00+02:00', today, 'expired', 0],
    ['2026-03-10T13:00:00+02:00', today, 'expired', 0],
    ['2026-03-10T12:00:00-05:00', today, 'soon', 0],
    ['2026-03-11T12:00:00-05:00', today, 'soon', 1],
    // the clocks change in Berlin on 29 March and 25 October 2026, in New York on 8 March
    ['2026-03-30T00:00:00+02:00', '2026-03-29T00:00:00+01:00', 'soon', 1],
    ['2026-03-30T01:00:00+02:00', '2026-03-29T00:00:00+01:00', 'soon', 1],
    ['2026-04-12T01:00:00+02:00', '2026-03-29T00:00:00+01:00', 'soon', 14],
    ['2026-04-12T01:00:01+02:00', '2026-03-29T00:00:00+01:00', 'valid', 14],
    ['2026-10-26T00:00:00+01:00', '2026-10-25T00:00:00+02:00', 'soon', 1],
    ['2026-03-09T00:00:00-04:00', '2026-03-08T00:00:00-05:00', 'soon', 1],
  ])('%s at %s: %s %s', (expiresAt, now, kind, days) => {
    expect(expiryState(expiresAt, new Date(now))).toEqual(days === undefined ? { kind } : { kind, days });
  });

  it.each([
    ['America/Los_Angeles', 420],
    ['Europe/Berlin', -60],
    ['Asia/Kolkata', -330],
    ['Pacific/Kiritimati', -840],
    ['UTC', 0],
  ])('does not depend on the time zone %s', (zone, offset) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      const lastMinutes = new Date('2026-03-28T23:30:00Z');
      expect(lastMinutes.getTimezoneOffset()).toBe(offset);
      expect(expiryState('2026-03-28', lastMinutes)).toEqual({ kind: 'soon', days: 0 });
      expect(expiryState('2026-03-28', new Date('2026-03-29T00:00:00Z'))).toEqual({
        kind: 'expired',
        days: -1,
      });
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('dateAfter', () => {
  it.each([
    { now: '2027-03-01T12:00:00Z', days: 0, expected: '2027-03-01' },
    { now: '2027-12-31T23:59:59Z', days: 30, expected: '2028-01-30' },
    { now: '2028-02-01T00:00:00+02:00', days: 29, expected: '2028-02-29' },
  ])('$days days after $now', ({ now, days, expected }) => {
    expect(dateAfter(new Date(now), days)).toBe(expected);
    expect(expiryState(expected, new Date(now))).toMatchObject({ days });
  });
});

describe('a fuse', () => {
  it.each<[string, ExpiryState, number | undefined]>([
    ['is full for longer than it shows', { kind: 'valid', days: 143 }, 1],
    ['is full at its whole length', { kind: 'valid', days: 90 }, 1],
    ['burns down day by day', { kind: 'valid', days: 45 }, 0.5],
    ['is nearly burnt soon before the end', { kind: 'soon', days: 9 }, 0.1],
    ['is burnt on the last day', { kind: 'soon', days: 0 }, 0],
    ['is burnt after the end', { kind: 'expired', days: -3 }, 0],
    ['is none without an end', { kind: 'none' }, undefined],
  ])('%s', (_case, state, left) => {
    expect(lifeLeft(state)).toBe(left);
  });
});
