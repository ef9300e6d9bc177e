const dayMs = 86_400_000;

/**
 * “expires in 3 days” or “expired yesterday”. `expiresAt` is ISO 8601, a day or a moment; a day ends with its last moment.
 * Days are those of the calendar in UTC, so that the words fit the date after them.
 */
export function describeEnd(expiresAt: string, now: Date): string {
  const end = Date.parse(expiresAt);
  const days = Math.floor(end / dayMs) - Math.floor(now.getTime() / dayMs);
  const isDay = expiresAt.length === 'YYYY-MM-DD'.length;
  if (days === 0) return !isDay && end <= now.getTime() ? 'expired today' : 'expires today';
  if (days < 0) return days === -1 ? 'expired yesterday' : `expired ${-days} days ago`;
  return days === 1 ? 'expires tomorrow' : `expires in ${days} days`;
}
