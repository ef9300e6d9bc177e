import { useState } from 'react';
import { trimPastedToken } from '../../domain/token/credential-checks.ts';
import { useTexts } from '../texts/texts.ts';
import type { FieldNote } from './field-notes.tsx';

/**
 * Takes a token that was pasted or read from a file without the white space around it, and says so in a note with a
 * button that restores the white space.
 */
export function useTrimmedPaste(
  value: string,
  replace: (value: string) => void,
): { takeIn: (text: string) => void; note: FieldNote[] } {
  const texts = useTexts('credentials');
  const [paste, setPaste] = useState<{ readonly whole: string; readonly trimmed: string }>();
  const takeIn = (whole: string) => {
    const trimmed = trimPastedToken(whole);
    setPaste(trimmed === whole ? undefined : { whole, trimmed });
    replace(trimmed);
  };
  const keep = () => {
    setPaste(undefined);
    if (paste) replace(paste.whole);
  };
  // Nothing was trimmed from a value that was typed since.
  const note: FieldNote[] =
    paste?.trimmed === value
      ? [
          {
            id: 'trimmed',
            severity: 'info',
            text: texts.trimmed(/[\r\n]/.test(paste.whole.replace(paste.trimmed, ''))),
            fix: { label: texts.keepWhiteSpace, apply: keep },
          },
        ]
      : [];
  return { takeIn, note };
}
