import { expect, test, vi } from 'vitest';
import { chooseLanguage } from './choose-language.ts';
import { pickLanguage } from './language.ts';

test.each([
  [null, [], 'en'],
  [null, ['de-AT', 'en'], 'de'],
  [null, ['fr', 'de', 'en'], 'de'],
  [null, ['en-GB', 'de'], 'en'],
  [null, ['den', 'fr-DE'], 'en'],
  [null, ['DE'], 'de'],
  ['en', ['de'], 'en'],
  ['de', ['en'], 'de'],
  ['xx', ['de'], 'de'],
] as const)('%s was chosen, the browser prefers %j: %s', (kept, preferred, expected) => {
  expect(pickLanguage(kept, preferred)).toBe(expected);
});

test('a language that cannot be kept is refused, and the page stays', () => {
  const reload = vi.fn<() => void>();
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  expect(chooseLanguage('de')).toBe(false);
  expect(reload).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

test('numbers, dates, durations and lists are those of the page’s language', async () => {
  vi.stubGlobal('document', {});
  vi.stubGlobal('navigator', { languages: ['de-DE'] });
  vi.resetModules();
  const format = await import('./format.ts');
  const { formatDuration } = await import('./format-duration.ts');
  const { formatBytes } = await import('./format-bytes.ts');
  const { formatSeconds } = await import('./format-seconds.ts');
  expect(format.formatNumber(12_345)).toBe('12.345');
  expect(format.formatDate(new Date(2027, 2, 12))).toBe('12.03.2027');
  expect(format.formatDaysFromNow(1)).toBe('morgen');
  expect(formatDuration(120)).toBe('2 Minuten');
  expect(formatDuration(Number.POSITIVE_INFINITY)).toBe('mehr als ein Jahr');
  expect(format.formatList(['a', 'b', 'c'])).toBe('a, b und c');
  expect(formatBytes(48_200)).toBe('48,2 kB');
  expect(formatSeconds(1240)).toBe('1,2\u{a0}s');
  const { secrets } = await import('./de/secrets.ts');
  expect(secrets.expiry({ kind: 'expired', days: -3 })).toBe('Vor 3 Tagen abgelaufen');
  expect(secrets.expiry({ kind: 'soon', days: 1 })).toBe('Läuft morgen ab');
  vi.unstubAllGlobals();
});
