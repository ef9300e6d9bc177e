import { language } from './language.ts';

/** “312 bytes”, “48 kB”, “1.5 MB”: decimal units, at most one digit after the point. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return inUnit(bytes, 'byte', 'long');
  return bytes < 999_500 ? inUnit(bytes / 1000, 'kilobyte') : inUnit(bytes / 1_000_000, 'megabyte');
}

function inUnit(value: number, unit: string, unitDisplay: 'long' | 'short' = 'short'): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: 1,
  }).format(value);
}
