import {
  createContext,
  useContext,
  useEffect,
  useState,
  type FocusEvent,
  type FormEvent,
  type ReactNode,
} from 'react';

/** How long typing has to pause before the value is judged, in milliseconds. */
const pause = 600;

const TypingContext = createContext(false);

/** Wraps the fields of a form, and knows whether somebody is typing in one of them. */
export function TypingWatch({ children }: { children: ReactNode }) {
  // Counts keystrokes, so that each of them restarts the pause; 0 means nobody is typing.
  const [keystrokes, setKeystrokes] = useState(0);
  useEffect(() => {
    if (keystrokes === 0) return undefined;
    const timer = setTimeout(() => setKeystrokes(0), pause);
    return () => clearTimeout(timer);
  }, [keystrokes]);
  // Pasting or choosing something ends typing.
  const noteInput = (event: FormEvent) => setKeystrokes((count) => (isTyping(event) ? count + 1 : 0));
  // A button that is being pressed must not move away from the pointer: the pause restarts instead.
  const noteLeaving = ({ relatedTarget }: FocusEvent) =>
    setKeystrokes((count) => (count > 0 && relatedTarget instanceof HTMLButtonElement ? count + 1 : 0));
  return (
    <TypingContext value={keystrokes > 0}>
      <div onInput={noteInput} onBlur={noteLeaving}>
        {children}
      </div>
    </TypingContext>
  );
}

/**
 * The value from when typing started, until typing pauses or the field is left, so that hints based on it do not
 * flicker. Changes by a button or by pasting count at once. The value must keep its identity between renders, as a
 * form's own values do.
 */
export function useSettled<T>(value: T): T {
  const typing = useContext(TypingContext);
  const [settled, setSettled] = useState(value);
  if (!typing && settled !== value) setSettled(value);
  return typing ? settled : value;
}

function isTyping({ target, nativeEvent }: FormEvent): boolean {
  if (nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertFromPaste') return false;
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && ['text', 'password'].includes(target.type))
  );
}
