import { useEffect, useState } from 'react';

const everyMs = 20_000;

/** For what is told in days: a page that is left open tells the right ones in the morning. */
export const hourMs = 3_600_000;

/** The present time, near enough for what is shown to the minute; another one with each step of so many milliseconds. */
export function useNow(stepMs = everyMs): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow((last) => nextNow(last, new Date(), stepMs)), everyMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
}

/** The same as before while the step is; an hour begins everywhere with a whole number of them since 1970. */
export function nextNow(last: Date, now: Date, stepMs: number): Date {
  return Math.floor(last.getTime() / stepMs) === Math.floor(now.getTime() / stepMs) ? last : now;
}

/** Whole minutes since a time in milliseconds since 1970. */
export function minutesSince(time: number, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - time) / 60_000));
}
