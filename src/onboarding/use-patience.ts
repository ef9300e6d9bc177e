import { useEffect, useState } from 'react';

/** Longer than a tenant that is well takes to answer all: three questions one after the other, each of half a second. */
const patienceMs = 2500;

/** Whether what comes in one after the other is still worth waiting for, to be shown at once and without jumps. */
export function usePatience(): boolean {
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isPatient;
}
