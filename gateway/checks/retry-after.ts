/** Longer than anybody waits; a server may name any number. */
const maxSeconds = 86_400;

/**
 * Seconds from a `Retry-After` header in either of its forms (RFC 9110, 10.2.3); undefined if it is missing or invalid.
 */
export function parseRetryAfter(value: string | undefined, now = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), maxSeconds);
}
