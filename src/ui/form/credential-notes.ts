import type { SurroundingWhiteSpace } from '../../domain/credential-fields.ts';
import type { TokenFinding } from '../../domain/token-findings.ts';
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

/** What a token says about itself; the notes never hold a part of it. */
export function tokenNotes(texts: Catalogue['credentials'], findings: readonly TokenFinding[]): FieldNote[] {
  return findings.map((finding, index) => ({
    id: `${finding.code}-${index}`,
    severity: finding.severity,
    text: texts.tokenFinding(finding),
  }));
}
