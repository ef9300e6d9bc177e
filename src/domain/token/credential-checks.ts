import { decodeBase64Text } from '../text/base64.ts';
import { findUnfilled, findUnfilledPart } from '../text/placeholder.ts';
import { trimInvisible } from '../text/trim-invisible.ts';
import { looksLikeToken } from './token-kinds.ts';

/** A value that was evidently meant differently; the user may accept `mended`. */
interface MendableValue {
  readonly code: 'bearer-prefix' | 'quoted' | 'inner-white-space';
  readonly mended: string;
}

interface SurroundingWhiteSpace {
  readonly code: 'surrounding-white-space';
  /** The value without it, only proposed: a password may really start or end with a space. */
  readonly mended: string;
  readonly lineBreak: boolean;
}

export interface UsernameCheck {
  readonly problem?: { readonly code: 'empty' | 'contains-colon' };
  readonly warnings: readonly (
    | SurroundingWhiteSpace
    | MendableValue
    | { readonly code: 'placeholder' | 'token-as-username' }
  )[];
}

export interface TokenCheck {
  /** `masked`: bullets or asterisks, as shown in place of a credential. */
  readonly problem?: { readonly code: 'empty' | 'masked' };
  readonly warnings: readonly (
    | SurroundingWhiteSpace
    | MendableValue
    | { readonly code: 'placeholder' }
    /** The field contains both, as `user:token` or in base64. */
    | { readonly code: 'username-in-token'; readonly username: string; readonly token: string }
  )[];
}

const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['„', '“'],
];

/**
 * Checks a username: not blank, and without a colon, since `auth` is split at the first one (RFC 7617, section 2). A
 * token is reported with a warning, unless `tokenIsUsername` says that the registry expects it here.
 */
export function checkUsername(username: string, { tokenIsUsername = false } = {}): UsernameCheck {
  const surrounding = surroundingWhiteSpace(username);
  const trimmed = trimInvisible(username);
  if (trimmed === '') return { problem: { code: 'empty' }, warnings: [] };
  if (username.includes(':')) return { problem: { code: 'contains-colon' }, warnings: surrounding };
  if (!tokenIsUsername && looksLikeToken(trimmed)) {
    return { warnings: [{ code: 'token-as-username' }] };
  }
  if (findUnfilledPart(trimmed) !== undefined) return { warnings: [{ code: 'placeholder' }] };
  return { warnings: [...surrounding, ...quoted(trimmed)] };
}

/**
 * Checks an access token or password: not blank, and not the bullets of a masked one. Suspicious values that may be
 * intended are reported, never changed. `username` is the one entered with it, if any.
 */
export function checkToken(token: string, username = ''): TokenCheck {
  const trimmed = trimInvisible(token);
  if (trimmed === '') return { problem: { code: 'empty' }, warnings: [] };
  const unfilled = findUnfilled(trimmed);
  if (unfilled?.kind === 'masked') return { problem: { code: 'masked' }, warnings: [] };
  if (unfilled !== undefined) return { warnings: [{ code: 'placeholder' }] };
  if (isKeyFile(trimmed)) return { warnings: [] };
  const surrounding = surroundingWhiteSpace(token);
  const login = loginIn(trimmed, trimInvisible(username));
  if (login !== undefined) return { warnings: [...surrounding, { code: 'username-in-token', ...login }] };
  const [, bare] = /^(?:authorization:\s*)?(?:bearer|token)\s+(\S+)$/i.exec(trimmed) ?? [];
  if (bare !== undefined) return { warnings: [{ code: 'bearer-prefix', mended: bare }] };
  const inQuotes = quoted(trimmed);
  return { warnings: [...surrounding, ...(inQuotes.length > 0 ? inQuotes : innerWhiteSpace(trimmed))] };
}

/** Trims a pasted token; a key file stays as it is, because JSON ignores white space. */
export function trimPastedToken(text: string): string {
  const trimmed = trimInvisible(text);
  return isKeyFile(trimmed) ? text : trimmed;
}

function isKeyFile(trimmed: string): boolean {
  return trimmed.startsWith('{') && findUnfilled(trimmed) === undefined;
}

function surroundingWhiteSpace(value: string): SurroundingWhiteSpace[] {
  const mended = trimInvisible(value);
  if (mended === value) return [];
  const start = value.indexOf(mended);
  const removed = value.slice(0, start) + value.slice(start + mended.length);
  return [{ code: 'surrounding-white-space', mended, lineBreak: /[\r\n]/.test(removed) }];
}

function quoted(value: string): MendableValue[] {
  const isQuoted = quotes.some(([open, close]) => value.startsWith(open) && value.endsWith(close));
  const mended = trimInvisible(value.slice(1, -1));
  return isQuoted && mended !== '' ? [{ code: 'quoted', mended }] : [];
}

function innerWhiteSpace(value: string): MendableValue[] {
  if (!/\s/.test(value) || value.includes('-----BEGIN ')) return [];
  return [{ code: 'inner-white-space', mended: value.replaceAll(/\s/g, '') }];
}

/** Splits a text that contains both username and token, recognised by the known username or the token's form. */
function loginIn(text: string, username: string): { username: string; token: string } | undefined {
  const encoded = text.replace(/^(?:authorization:\s*)?basic\s+/i, '');
  const logins = [text, decodeBase64Text(encoded) ?? ''].map((login) => ({
    username: login.slice(0, Math.max(0, login.indexOf(':'))),
    token: login.slice(login.indexOf(':') + 1),
  }));
  return logins.find(
    (login) =>
      /^[^\s"'`]+$/.test(login.username) &&
      /^\S+$/.test(login.token) &&
      (login.username === username || encoded !== text || looksLikeToken(login.token)),
  );
}
