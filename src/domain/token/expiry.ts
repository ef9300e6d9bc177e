/**
 * The state of a credential with regard to its expiry date. `days` counts from today to the day of expiry; negative if
 * it is past.
 */
export type ExpiryState =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid' | 'soon' | 'expired'; readonly days: number };

/** How many days before its expiry a credential should be renewed. */
const soonDays = 14;

const dayMs = 24 * 60 * 60 * 1000;
const date = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * How long a credential is still valid: `soon` from 14 days before its expiry, `expired` from the moment of it.
 * `expiresAt` is an ISO 8601 date, or a date and time with offset; anything else, including an empty text, is `none`. A
 * date is valid until the end of that day in UTC. `days` counts calendar days in UTC, to match the date shown next to
 * it: yesterday's date is one day ago from the first moment of today, and today's is zero days away until its last.
 * Neither the user's time zone nor daylight saving time affects the result.
 */
export function expiryState(expiresAt: string | undefined, now: Date): ExpiryState {
  const end = expiresAt === undefined ? undefined : parseEnd(expiresAt);
  if (end === undefined) return { kind: 'none' };
  const left = end.stops - now.getTime();
  const days = dayOf(end.named) - dayOf(now.getTime());
  if (left <= 0) return { kind: 'expired', days };
  return { kind: left <= soonDays * dayMs ? 'soon' : 'valid', days };
}

/**
 * Whether the expiry is unknown: the replaced credential had one (`formerEnd`), which no longer applies. Otherwise a
 * credential without an expiry date does not expire.
 */
export function isEndOpen(
  known: { readonly expiresAt?: string | undefined; readonly formerEnd?: string | undefined } = {},
): boolean {
  return known.expiresAt === undefined && known.formerEnd !== undefined;
}

/** The number of a moment's day, in UTC. */
function dayOf(moment: number): number {
  return Math.floor(moment / dayMs);
}

/** The UTC date `days` days after `now`, as an ISO 8601 date. */
export function dateAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The number of days that a fuse shows: the same for all, so that fuses in a column are easy to compare. */
const fuseDays = 90;

/** The remaining part of the next 90 days, from 0 to 1; undefined for a credential that does not expire. */
export function lifeLeft(state: ExpiryState): number | undefined {
  if (state.kind === 'none') return undefined;
  return Math.min(1, Math.max(0, state.days / fuseDays));
}

/**
 * When the credential stops working, and a moment on the day that the text names, in milliseconds since 1970; undefined
 * if the text is not such a date.
 */
function parseEnd(text: string): { readonly stops: number; readonly named: number } | undefined {
  const start = parseDay(text.slice(0, 'YYYY-MM-DD'.length));
  if (start === undefined) return undefined;
  if (date.test(text)) return { stops: start + dayMs, named: start };
  const end = dateTime.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(end) ? undefined : { stops: end, named: end };
}

/** The start of a day in UTC; undefined for a nonexistent day, which Date would move to another month. */
function parseDay(text: string): number | undefined {
  const [, year, month, day] = date.exec(text) ?? [];
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(text) ? start : undefined;
}
