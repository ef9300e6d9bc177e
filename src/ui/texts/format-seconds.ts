import { language } from './language.ts';
import { once } from '../../domain/once.ts';

const format = once(
  () => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

/** Milliseconds as “0.4 s”. */
export function formatSeconds(ms: number): string {
  return `${format().format(ms / 1000)}\u{a0}s`;
}
