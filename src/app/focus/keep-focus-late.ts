import type { router as consoleRouter } from '../router.tsx';

const load = () => import('./keep-focus.ts');

const touches = ['focusin', 'pointerdown', 'keydown'] as const;

/** Has the focus kept from the first touch on: before it there is none, and the first page is there sooner. */
export function keepFocusLate(router: typeof consoleRouter): void {
  const start = () => {
    for (const touch of touches) document.removeEventListener(touch, start);
    const { pathname } = router.state.location;
    load().then(
      ({ keepFocus }) => keepFocus(router, router.state.location.pathname !== pathname),
      // The next touch tries again.
      listen,
    );
  };
  const listen = () => {
    for (const touch of touches) document.addEventListener(touch, start);
  };
  listen();
}
