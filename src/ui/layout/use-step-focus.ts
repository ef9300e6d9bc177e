import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * For a page of steps: the button that led to a step is gone, so the focus goes to where the step begins, and the page
 * to its top. So it does on the way back, once the router has scrolled to where that step was left. `keepsFocus` where
 * the step takes the focus itself.
 */
export function useStepFocus(step: string, keepsFocus = false): RefObject<HTMLDivElement | null> {
  const router = useRouter();
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return undefined;
    shown.current = step;
    const begin = () => {
      if (!top.current) return;
      if (!keepsFocus) top.current.focus({ preventScroll: true });
      scrollTo(0, 0);
    };
    begin();
    const stop = router.subscribe('onRendered', () => {
      stop();
      begin();
    });
    return stop;
  }, [step, keepsFocus, router]);
  return top;
}
