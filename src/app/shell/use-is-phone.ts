import { useSyncExternalStore } from 'react';

/** Where there is no room for a sidebar, not even for a rail of icons. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => phone().matches);
}

// Asked for when it is used: the modules of the console are read outside of a browser too.
function phone(): MediaQueryList {
  return matchMedia('(max-width: 639.95px)');
}

function subscribe(listener: () => void): () => void {
  const query = phone();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
