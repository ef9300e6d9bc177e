import type { router as consoleRouter } from '../router.tsx';
import { placeOf, type Place } from './place.ts';

const load = () => import('./keep-focus.ts');

const touches = ['focusin', 'pointerdown', 'keydown'] as const;

/**
 * Loads the code that keeps the focus at the first touch: before that nothing has the focus, and the first page loads
 * faster. The touched element may be gone when the code arrives, so its place is noted.
 */
export function keepFocusLate(router: typeof consoleRouter): void {
  let place: Place | undefined;
  const note = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) place = placeOf(target);
  };
  document.addEventListener('focusin', note);
  const start = () => {
    for (const touch of touches) document.removeEventListener(touch, start);
    const { pathname } = router.state.location;
    load().then(
      ({ keepFocus }) => {
        document.removeEventListener('focusin', note);
        keepFocus(router, router.state.location.pathname !== pathname, place);
      },
      // The next touch tries again.
      listen,
    );
  };
  const listen = () => {
    for (const touch of touches) document.addEventListener(touch, start);
  };
  listen();
}
