import { language, plural } from './format.ts';

const sizeFormat = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

/** “312 bytes”, “48 kB”, “1.5 MB”: decimal units, at most one digit after the point. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return plural(bytes, { one: 'byte', other: 'bytes' });
  const [unit, size] = bytes < 999_500 ? (['kB', 1000] as const) : (['MB', 1_000_000] as const);
  return `${sizeFormat.format(bytes / size)} ${unit}`;
}
