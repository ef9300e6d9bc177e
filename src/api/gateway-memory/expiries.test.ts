import { expect, test, vi } from 'vitest';

// What the browser stores is watched as soon as it is imported.
vi.stubGlobal('addEventListener', () => undefined);
const { endingWithin } = await import('./expiries.ts');

const now = new Date('2026-11-28T12:00:00Z');
const secret = { connectionId: 'acme', registries: [{ host: 'ghcr.io' }] };

test('what ends within the days, or has ended, with who put it in last', () => {
  const ending = endingWithin(
    [
      { ...secret, name: 'over', expiresAt: '2026-11-01' },
      {
        ...secret,
        name: 'soon',
        expiresAt: '2026-12-03',
        registeredBy: 'Jo',
        rotatedAt: '2026-09-01',
        rotatedBy: 'Kim',
      },
      { ...secret, name: 'last', expiresAt: '2026-12-05' },
      { ...secret, name: 'later', expiresAt: '2026-12-06' },
      { ...secret, name: 'endless' },
    ],
    7,
    now,
  );
  expect(ending.map(({ name, changedBy, changedAt }) => [name, changedBy, changedAt])).toEqual([
    ['over', undefined, undefined],
    ['soon', 'Kim', '2026-09-01'],
    ['last', undefined, undefined],
  ]);
});
