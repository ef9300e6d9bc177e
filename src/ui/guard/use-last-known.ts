import { useState } from 'react';

/**
 * What there is, or was last: a form stays with what was typed into it, though what it changes is deleted elsewhere.
 * AI Core’s own answer then says so.
 */
export function useLastKnown<T>(found: T | undefined): T | undefined {
  const [last, setLast] = useState(found);
  if (found !== undefined && found !== last) setLast(found);
  return found ?? last;
}
