import { isAwaitingPart } from '../../ui/feedback/lazy-part.tsx';
import { isTyping } from '../../ui/polite-focus.ts';

/** Keys that would act on the page still on screen; others, such as Tab, leave it. */
const held = /^(?:.|Enter|Backspace|Arrow.*|Home|End|Page.*)$/;

/** What was typed for a dialog or page with a field that is loading; undefined if none is loading. */
let typed: string | undefined;

/** Waits for something with a field and returns what was typed for it meanwhile; undefined if that was cancelled. */
export async function typedUntil(coming: Promise<void>): Promise<string | undefined> {
  typed ??= '';
  await coming;
  const text = typed;
  typed = undefined;
  return text;
}

/**
 * Keeps keys from the page while something that the user asked for is loading: they are meant for that. Typing into a
 * field continues, unless what is loading has a field too. Keys of an input method stay with the field.
 */
export function holdKeys(isPageComing: () => boolean): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    // Safari marks the key that ends a composition only by the code 229. The template editor handles this itself.
    if (event.target instanceof HTMLInputElement && (event.isComposing || event.keyCode === 229)) {
      event.stopPropagation();
      return;
    }
    if (key === 'Escape') giveUp();
    if (event.ctrlKey || event.metaKey || event.altKey || !held.test(key)) return;
    if (typed === undefined && (isTyping() || !(isAwaitingPart() || isPageComing()))) return;
    event.preventDefault();
    event.stopPropagation();
    if (typed !== undefined && key.length === 1) typed += key;
  };
  document.addEventListener('keydown', onKeyDown, true);
  document.addEventListener('pointerdown', giveUp);
  return () => {
    document.removeEventListener('keydown', onKeyDown, true);
    document.removeEventListener('pointerdown', giveUp);
  };
}

function giveUp(): void {
  typed = undefined;
}
