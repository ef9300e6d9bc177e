import { useEffect, useSyncExternalStore } from 'react';
import { Listeners } from '../../domain/listeners.ts';

/** The number of forms with unsaved input. */
let marks = 0;
const { subscribe, announce } = new Listeners();
const isAny = () => marks > 0;

/** Registers unsaved input; call the result to undo it. */
export function markUnsaved(): () => void {
  marks += 1;
  announce();
  return () => {
    marks -= 1;
    announce();
  };
}

/** Registers it while the form is shown and dirty. */
export function useMarkUnsaved(dirty: boolean): void {
  useEffect(() => (dirty ? markUnsaved() : undefined), [dirty]);
}

/** Whether leaving the page would lose any input. */
export function useIsUnsaved(): boolean {
  return useSyncExternalStore(subscribe, isAny);
}

/** Runs `act` now, or once nothing is unsaved that it would discard. */
export function onceSaved(act: () => void): void {
  if (!isAny()) {
    act();
    return;
  }
  const leave = subscribe(() => {
    if (isAny()) return;
    leave();
    act();
  });
}
