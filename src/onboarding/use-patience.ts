import { useEffect, useState } from 'react';

/** Longer than a healthy tenant takes for three requests of half a second, one after the other. */
const patienceMs = 2500;

/** Whether to keep waiting, so that all steps appear at once instead of one by one. */
export function usePatience(): boolean {
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isPatient;
}
