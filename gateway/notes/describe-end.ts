const dayMs = 86_400_000;

/**
 * “expires in 3 days” or “expired yesterday”. `expiresAt` is ISO 8601, a day or a moment; a day lasts until its end.
 * Days are calendar days in UTC, so that the words match the date shown after them.
 */
export function describeEnd(expiresAt: string, now: Date): string {
  const end = Date.parse(expiresAt);
  const days = Math.floor(end / dayMs) - Math.floor(now.getTime() / dayMs);
  const isDay = expiresAt.length === 'YYYY-MM-DD'.length;
  if (days === 0) return !isDay && end <= now.getTime() ? 'expired today' : 'expires today';
  if (days < 0) return days === -1 ? 'expired yesterday' : `expired ${-days} days ago`;
  return days === 1 ? 'expires tomorrow' : `expires in ${days} days`;
}
