import { useEffect, useSyncExternalStore } from 'react';
import { Listeners } from '../../domain/listeners.ts';

/** In how many places something is typed and not saved. */
let marks = 0;
const { subscribe, announce } = new Listeners();
const isAny = () => marks > 0;

/** Marks something as typed and not saved; undone by what it returns. */
export function markUnsaved(): () => void {
  marks += 1;
  announce();
  return () => {
    marks -= 1;
    announce();
  };
}

/** Marks it for as long as the form is shown and dirty. */
export function useMarkUnsaved(dirty: boolean): void {
  useEffect(() => (dirty ? markUnsaved() : undefined), [dirty]);
}

/** Whether something is typed anywhere on the page that leaving it would lose. */
export function useIsUnsaved(): boolean {
  return useSyncExternalStore(subscribe, isAny);
}

/** Does it now, or once nothing is typed any more that it would take along. */
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
