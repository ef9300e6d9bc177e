import { useSyncExternalStore } from 'react';

/** Whether the page is being put on paper: it is drawn once more before, with what only paper shows. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia('print').matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia('print');
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
