import { useSyncExternalStore } from 'react';

/** Where there is no room for a sidebar, not even for a rail of icons. */
const phone = matchMedia('(max-width: 639.95px)');

export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches);
}

function subscribe(listener: () => void): () => void {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
}
