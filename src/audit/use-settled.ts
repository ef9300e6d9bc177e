import { useEffect, useRef, useState } from 'react';

const settleMs = 300;

/** A text that is typed, and told once nobody has typed for a moment; another `value` from outside takes its place. */
export function useSettled(
  value: string,
  onSettled: (value: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState<string>();
  const tell = useRef(onSettled);
  useEffect(() => {
    tell.current = onSettled;
  });
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      tell.current(typed.trim());
      setTyped(undefined);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed ?? value, setTyped];
}
