import type { SurroundingWhiteSpace } from '../../domain/token/credential-checks.ts';
import type { Catalogue } from '../texts/texts.ts';
import type { FieldNote } from './field-notes.tsx';

/** White space around a username or token: told, and removed on request, never silently. */
export function whiteSpaceNotes(
  texts: Catalogue['credentials'],
  warnings: readonly SurroundingWhiteSpace[],
  replace: (value: string) => void,
): FieldNote[] {
  return warnings.map(({ code, trimmed, lineBreak }) => ({
    id: code,
    severity: 'warning',
    text: texts.whiteSpace(lineBreak),
    fix: { label: texts.removeWhiteSpace, apply: () => replace(trimmed) },
  }));
}
