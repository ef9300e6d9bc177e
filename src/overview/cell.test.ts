import { expect, it } from 'vitest';
import { cellOf, dueDays } from './cell.ts';

const now = new Date('2026-06-01T12:00:00Z');
const known = { connectionId: 'acme', name: 'ghcr', registries: [{ host: 'ghcr.io' }] };

it.each([
  ['it lacks it, whatever was known', false, { ...known, expiresAt: '2026-06-02' }, 'missing', undefined],
  ['nothing is known', true, undefined, 'unknown', undefined],
  ['no more than a note', true, { ...known, registries: [], note: 'ask Jo' }, 'unknown', undefined],
  ['no end', true, known, 'none', undefined],
  ['an end that a rotation left open', true, { ...known, formerEnd: '2026-05-28' }, 'unknown', undefined],
  ['an end far away', true, { ...known, expiresAt: '2026-12-01' }, 'valid', undefined],
  ['an end soon', true, { ...known, expiresAt: '2026-06-10' }, 'soon', 9],
  ['an end of the past', true, { ...known, expiresAt: '2026-05-28' }, 'expired', -4],
])('%s', (_case, has, secret, kind, days) => {
  const cell = cellOf(has, secret, now);
  expect(cell.kind).toBe(kind);
  expect(dueDays(cell)).toBe(days);
});
