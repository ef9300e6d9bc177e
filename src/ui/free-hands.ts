import { useEffect, useState } from 'react';

const field = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Whether somebody's hands are in a field. What comes late must not take the focus from it. */
export function isTyping(): boolean {
  return document.activeElement?.matches(field) ?? false;
}

/** Resolves as soon as nobody types. */
export function handsFree(): Promise<void> {
  if (!isTyping()) return Promise.resolve();
  return new Promise((resolve) => {
    const check = () => {
      if (isTyping()) return;
      document.removeEventListener('focusout', checkLater);
      resolve();
    };
    // On the way from one field to the next, none has the focus for a moment.
    const checkLater = () => setTimeout(check);
    document.addEventListener('focusout', checkLater);
  });
}

/** Whether there was a moment without typing since this appeared, for what takes the focus and comes by itself. */
export function useHandsFree(): boolean {
  const [free, setFree] = useState(false);
  useEffect(() => {
    let wanted = true;
    void handsFree().then(() => {
      if (wanted) setFree(true);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return free;
}

/** For what tells the outcome of something; it is heard and seen without the focus too. */
export function offerFocus(element: HTMLElement | null): void {
  if (!isTyping()) element?.focus();
}

/** Whether a field that wants the focus may take it as it appears. Not asked again: it would take it again. */
export function useAutoFocus(wanted = false): boolean {
  const [may] = useState(() => wanted && !isTyping());
  return may;
}
