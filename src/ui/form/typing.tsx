import {
  createContext,
  useContext,
  useEffect,
  useState,
  type FocusEvent,
  type FormEvent,
  type ReactNode,
} from 'react';

/** How long nobody types until what was typed is judged, in milliseconds. */
const pause = 600;

const TypingContext = createContext(false);

/** Around the fields of a form: knows whether somebody is typing in one of them. */
export function TypingWatch({ children }: { children: ReactNode }) {
  // Counts the keystrokes, so that each of them begins the pause anew; 0 is nobody.
  const [keystrokes, setKeystrokes] = useState(0);
  useEffect(() => {
    if (keystrokes === 0) return undefined;
    const timer = setTimeout(() => setKeystrokes(0), pause);
    return () => clearTimeout(timer);
  }, [keystrokes]);
  // Whoever pastes or makes a choice has ended what they typed before.
  const noteInput = (event: FormEvent) => setKeystrokes((count) => (isTyping(event) ? count + 1 : 0));
  // A button that is being pressed must not move away under the pointer: the pause begins anew instead.
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
 * The value as it stood when somebody began to type, until a pause or until the field is left: hints that judge
 * by it do not come and go under the typing hands. Changes by a button or by pasting count at once. It has to be
 * the same value from render to render, such as the form's own, and not one made anew.
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
