import type { TokenFinding } from '../../domain/token/token-findings.ts';
import type { Catalogue } from '../texts/texts.ts';
import type { FieldNote } from './field-notes.tsx';

/** What a token says about itself, as notes at its field; `useUsername` takes over the username it requires. */
export function tokenNotes(
  texts: Catalogue['tokenFindings'],
  findings: readonly TokenFinding[],
  useUsername: (username: string) => void,
): FieldNote[] {
  const fixOf = (finding: TokenFinding) => {
    const expected = 'expected' in finding ? finding.expected : undefined;
    return (
      expected !== undefined && {
        fix: { label: texts.useUsername(expected), apply: () => useUsername(expected) },
      }
    );
  };
  return findings.map((finding, index) => ({
    // A key file may have several problems with the same code.
    id: `${finding.code}-${index}`,
    severity: finding.code === 'kind-recognised' ? 'ok' : finding.severity,
    text: texts.finding(finding),
    ...fixOf(finding),
  }));
}
