import { useEffect, useRef, type RefObject } from 'react';

/**
 * After each submit of a form, puts the focus once into the first field with an error, as it stands on the screen.
 * React Hook Form's own way, to be switched off by `shouldFocusError`, does not reach a field that only its error
 * brings onto the screen, and takes the focus a second time from whoever has gone on.
 */
export function useFocusFirstError(submitCount: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (submitCount > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [submitCount]);
  return form;
}
