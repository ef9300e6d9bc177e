import { useEffect, useState } from 'react';

const everyMs = 20_000;

/** For texts in days: a page left open overnight is right in the morning. */
export const hourMs = 3_600_000;

/** The current time, refreshed when a new step of `stepMs` begins. */
export function useNow(stepMs = everyMs): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow((last) => nextNow(last, new Date(), stepMs)), everyMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
}

/**
 * Returns `last` within the same step. Steps are counted from 1970, so hours begin on the hour in every time zone with
 * whole-hour offsets.
 */
export function nextNow(last: Date, now: Date, stepMs: number): Date {
  return Math.floor(last.getTime() / stepMs) === Math.floor(now.getTime() / stepMs) ? last : now;
}

/** Whole minutes since a time in milliseconds since 1970. */
export function minutesSince(time: number, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - time) / 60_000));
}
