import { findUnfilled, findUnfilledPart } from '../../text/placeholder.ts';
import type { CredentialField, LeftOutReason } from './import-result.ts';

/** Why a field's text is not its value: it is masked, a placeholder, or a variable that was never replaced. */
export function openFieldReason(field: CredentialField, text: string): LeftOutReason | undefined {
  const unfilled = field === 'password' ? findUnfilled(text) : findUnfilledPart(text);
  if (unfilled === undefined) return undefined;
  return unfilled.kind === 'variable'
    ? { code: 'variable', field, variable: unfilled.variable }
    : { code: unfilled.kind, field };
}
