import { formatDate } from './format.ts';
import { language } from './language.ts';
import { once } from '../../domain/once.ts';

const relativeFormat = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

/**
 * “now”, “5 minutes ago”, “3 hours ago”, “4 days ago”: in whole units of what has passed from `date` to `now`.
 * After 90 days the date says more: “5 Jan 2026”.
 */
export function formatAgo(date: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - date.getTime()) / 1000);
  if (seconds < 60) return relativeFormat().format(0, 'second');
  if (seconds < 3600) return relativeFormat().format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return relativeFormat().format(-Math.floor(seconds / 3600), 'hour');
  const days = Math.floor(seconds / 86_400);
  return days > 90 ? formatDate(date) : relativeFormat().format(-days, 'day');
}
