import { useEffect, useEffectEvent, useState } from 'react';

const pauseMs = 300;

/** The text of a field that reports it after a pause in typing; a new `value` from outside replaces the text. */
export function useDebouncedText(
  value: string,
  onPause: (value: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState<string>();
  const report = useEffectEvent(onPause);
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      report(typed.trim());
      setTyped(undefined);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed ?? value, setTyped];
}
