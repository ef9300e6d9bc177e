import type { router as consoleRouter } from '../router.tsx';
import { placeOf, type Place } from './place.ts';

const load = () => import('./keep-focus.ts');

const touches = ['focusin', 'pointerdown', 'keydown'] as const;

/**
 * Has the focus kept from the first touch on: before it there is none, and the first page is there sooner. What is
 * touched may be gone before the code that keeps the focus has come; so its place is noted.
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
