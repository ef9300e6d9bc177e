import { isAwaitingPart } from '../../ui/feedback/lazy-part.tsx';
import { isTyping } from '../../ui/free-hands.ts';

/** Those that would go to what is still on the screen; the others leave it, as Tab does. */
const held = /^(?:.|Enter|Backspace|Arrow.*|Home|End|Page.*)$/;

/** What was typed for something that comes with a field of its own; undefined where nothing of the kind comes. */
let typed: string | undefined;

/** Waits for something with a field and gives what was typed for it by then; undefined if somebody gave it up. */
export async function typedUntil(coming: Promise<void>): Promise<string | undefined> {
  typed ??= '';
  await coming;
  const text = typed;
  typed = undefined;
  return text;
}

/**
 * Keeps keys from the page while something that was asked for is on its way: they are meant for that. In a field one
 * goes on to type, unless what comes has a field too. And keys of which a letter is composed are the field's alone.
 */
export function holdKeys(isPageComing: () => boolean): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    // Of the key that ends it, Safari says by 229 alone that it was one of them. The template's editor knows by itself.
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
