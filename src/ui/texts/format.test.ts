import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  { zone: 'Pacific/Niue', day: '31 Mar 2027', moment: '31 Mar 2027', whole: '31 Mar 2027, 10:30' },
  { zone: 'America/New_York', day: '31 Mar 2027', moment: '31 Mar 2027', whole: '31 Mar 2027, 17:30' },
  { zone: 'UTC', day: '31 Mar 2027', moment: '31 Mar 2027', whole: '31 Mar 2027, 21:30' },
  { zone: 'Pacific/Kiritimati', day: '31 Mar 2027', moment: '1 Apr 2027', whole: '1 Apr 2027, 11:30' },
])('in $zone a day is the day that was chosen, and a moment is local', async ({ zone, ...expected }) => {
  vi.stubEnv('TZ', zone);
  vi.resetModules();
  const { formatEnd, formatWholeEnd } = await import('./format.ts');
  const day = '2027-03-31';
  const moment = '2027-03-31T21:30:00.000Z';
  expect(formatWholeEnd(day)).toBe(expected.day);
  expect({ day: formatEnd(day), moment: formatEnd(moment), whole: formatWholeEnd(moment) }).toEqual(expected);
});
