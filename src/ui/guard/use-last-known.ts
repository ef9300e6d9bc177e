import { useState } from 'react';

/**
 * The value, or the last one that was found: a form keeps its input even if what it changes is deleted elsewhere. AI
 * Core’s own answer then says so.
 */
export function useLastKnown<T>(found: T | undefined): T | undefined {
  const [last, setLast] = useState(found);
  if (found !== undefined && found !== last) setLast(found);
  return found ?? last;
}
