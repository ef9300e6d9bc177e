import { expect, test } from 'vitest';
import { writeCalendar } from './calendar-text.ts';

test.each(['pull-secret-'.repeat(20), 'Geheimnis für Bilder 🦊 '.repeat(9)])(
  'no line of a calendar is longer than 75 bytes: %s',
  (tenantLabel) => {
    const expiry = { tenant: 'acme', tenantLabel, name: 'x', registries: [], expiresAt: '2026-12-24' };
    const text = writeCalendar([expiry], new Date('2026-11-28T10:00:00Z'));
    const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:x expires (${tenantLabel})\r\n`);
  },
);
