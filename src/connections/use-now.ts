import { useEffect, useState } from 'react';

const everyMs = 20_000;

/** The present time, near enough for an expiry that is shown to the minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
