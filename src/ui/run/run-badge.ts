import { useEffect, useSyncExternalStore } from 'react';
import { Listeners } from '../../domain/listeners.ts';

let shown: string | undefined;
const { subscribe, announce } = new Listeners();

function show(badge: string | undefined): void {
  shown = badge;
  announce();
}

/** Shows how far a run has come beside its page's link in the navigation, as long as the run is on screen. */
export function useShowRunBadge(badge: string | undefined): void {
  useEffect(() => {
    show(badge);
    return () => show(undefined);
  }, [badge]);
}

export function useRunBadge(): string | undefined {
  return useSyncExternalStore(subscribe, () => shown);
}
