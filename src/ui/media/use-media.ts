import { useSyncExternalStore } from 'react';

/** Whether there is no room for a sidebar, not even for a rail of icons. */
export const useIsPhone = hookOf('(max-width: 639.95px)');

/** Whether there is room for a rail of icons at most. */
export const useIsNarrow = hookOf('(max-width: 1023.95px)');

/** Whether the page is being printed: it renders once more before, with what only paper shows. */
export const usePrinting = hookOf('print');

function hookOf(query: string): () => boolean {
  const subscribe = (listener: () => void) => {
    const media = matchMedia(query);
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  };
  const matches = () => matchMedia(query).matches;
  return function useMedia() {
    return useSyncExternalStore(subscribe, matches);
  };
}
