import type { Expiry } from '../expiries.ts';

/** A calendar (RFC 5545) with a day for each credential that expires. `now` is when it was made. */
export function writeCalendar(expiries: readonly Expiry[], now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//AI Core Registry Console//EN',
    'X-WR-CALNAME:AI Core registry secrets',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...expiries.flatMap((expiry) => writeEvent(expiry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function writeEvent({ tenant, tenantLabel, name, registries, expiresAt, changedBy }: Expiry, stamp: string) {
  const day = new Date(expiresAt);
  const hosts = registries.map(({ host }) => host).join(', ');
  const text = [
    hosts === '' ? '' : `Registries: ${hosts}`,
    changedBy === undefined ? '' : `Last changed by ${changedBy}`,
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${escape(`${tenant}/${name}`)}@aicore-registry-console`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${writeDay(day)}`,
    `DTEND;VALUE=DATE:${writeDay(new Date(day.getTime() + 86_400_000))}`,
    `SUMMARY:${escape(`${name} expires (${tenantLabel})`)}`,
    `DESCRIPTION:${escape(text.filter((part) => part !== '').join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function writeDay(date: Date): string {
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

function escape(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|[\r\n]/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '');
}

/** Folds a line so that none is longer than 75 bytes. */
function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
