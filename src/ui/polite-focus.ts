import { useEffect, useState } from 'react';

const field = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Whether the focus is in a field. Anything that appears late must not take the focus from it. */
export function isTyping(): boolean {
  return document.activeElement?.matches(field) ?? false;
}

/** Resolves once nobody is typing. */
export function afterTyping(): Promise<void> {
  if (!isTyping()) return Promise.resolve();
  return new Promise((resolve) => {
    const check = () => {
      if (isTyping()) return;
      document.removeEventListener('focusout', checkLater);
      resolve();
    };
    // Between two fields nothing has the focus for a moment.
    const checkLater = () => setTimeout(check);
    document.addEventListener('focusout', checkLater);
  });
}

/** Whether there was a moment without typing since this appeared: only then may it take the focus. */
export function useMayInterrupt(): boolean {
  const [may, setMay] = useState(false);
  useEffect(() => {
    let wanted = true;
    void afterTyping().then(() => {
      if (wanted) setMay(true);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return may;
}

/**
 * Focuses something that reports an outcome, unless somebody is typing; it is announced and visible without the focus
 * too.
 */
export function offerFocus(element: HTMLElement | null): void {
  if (!isTyping()) element?.focus();
}

/**
 * Whether a field with `autoFocus` may take the focus when it appears. Decided once: asked again, it would take the
 * focus again.
 */
export function useAutoFocus(wanted = false): boolean {
  const [may] = useState(() => wanted && !isTyping());
  return may;
}
