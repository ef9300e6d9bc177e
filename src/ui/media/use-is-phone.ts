import { useSyncExternalStore } from 'react';

const phone = '(max-width: 639.95px)';

/** Whether there is no room for a sidebar, not even for a rail of icons. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(phone).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(phone);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
