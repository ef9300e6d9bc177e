import { useEffect, useState } from 'react';

const everyMs = 20_000;

/** The present time, near enough for what is shown to the minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Whole minutes since a time in milliseconds since 1970. */
export function minutesSince(time: number, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - time) / 60_000));
}
