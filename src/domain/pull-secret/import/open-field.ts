import { findUnfilled, findUnfilledPart } from '../../text/placeholder.ts';
import type { CredentialField, LeftOutReason } from './import-result.ts';

/** Why a field's text is not its value: it is masked, a placeholder, or an unresolved variable. */
export function openFieldReason(field: CredentialField, text: string): LeftOutReason | undefined {
  const unfilled = field === 'password' ? findUnfilled(text) : findUnfilledPart(text);
  if (unfilled === undefined) return undefined;
  return unfilled.kind === 'variable'
    ? { code: 'variable', field, variable: unfilled.variable }
    : { code: unfilled.kind, field };
}

interface Login {
  readonly username: string;
  readonly password: string;
}

/** The first reason why an entry cannot be imported as it is; undefined if there is none. */
export function openReason(host: string, { username, password }: Login): LeftOutReason | undefined {
  return (
    openFieldReason('host', host) ??
    openFieldReason('username', username) ??
    openFieldReason('password', password)
  );
}

/** The usable fields of a login. */
export function knownOf({ username, password }: Login): Partial<Login> {
  return {
    ...(isKnown('username', username) && { username }),
    ...(isKnown('password', password) && { password }),
  };
}

function isKnown(field: CredentialField, text: string): boolean {
  return text !== '' && openFieldReason(field, text) === undefined;
}
