/** How a credential stands by its expiry date. `days` lead from today to the day of its end; past days are negative. */
export type ExpiryState =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid' | 'soon' | 'expired'; readonly days: number };

/** From how many days before the end a credential is to be renewed. */
const soonDays = 14;

const dayMs = 24 * 60 * 60 * 1000;
const date = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Says how long a credential is valid: `soon` from 14 days on, `expired` from the moment on. `expiresAt` is an
 * ISO 8601 date, or a date and time with its offset; anything else, the empty text included, is `none`.
 * A date is valid to its end in UTC. Days are those of the calendar in UTC, so that the words fit the date beside
 * them: of yesterday's date it is one day ago from its first moment on, and of today's none until its last. Neither
 * the reader's time zone nor a change of the clocks alters the answer.
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
 * Whether nobody knows when a credential ends: the one before had an end, `formerEnd`, which went with it. Without that
 * a credential that was given no end has none.
 */
export function isEndOpen(
  known: { readonly expiresAt?: string | undefined; readonly formerEnd?: string | undefined } = {},
): boolean {
  return known.expiresAt === undefined && known.formerEnd !== undefined;
}

/** The number of a moment's day in UTC. */
function dayOf(moment: number): number {
  return Math.floor(moment / dayMs);
}

/** The day that is `days` days after `now` in UTC, as an ISO 8601 date. */
export function dateAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** How many days a fuse shows: the same for all, so that a column of them is compared at a glance. */
const fuseDays = 90;

/** How much of the next 90 days a credential still has, from 0 to 1; undefined where it has no end. */
export function lifeLeft(state: ExpiryState): number | undefined {
  if (state.kind === 'none') return undefined;
  return Math.min(1, Math.max(0, state.days / fuseDays));
}

/**
 * When the credential stops to work, and a moment of the day that its text names, in milliseconds since 1970; undefined
 * if the text is no such date.
 */
function parseEnd(text: string): { readonly stops: number; readonly named: number } | undefined {
  const start = parseDay(text.slice(0, 'YYYY-MM-DD'.length));
  if (start === undefined) return undefined;
  if (date.test(text)) return { stops: start + dayMs, named: start };
  const end = dateTime.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(end) ? undefined : { stops: end, named: end };
}

/** The start of a day in UTC; undefined for a day that does not exist, which Date would move to another month. */
function parseDay(text: string): number | undefined {
  const [, year, month, day] = date.exec(text) ?? [];
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(text) ? start : undefined;
}
