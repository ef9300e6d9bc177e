import { trimInvisible } from '../text/trim-invisible.ts';

export interface SurroundingWhiteSpace {
  readonly code: 'surrounding-white-space';
  /** The value without it, for the user to accept: a password may really begin or end with a space. */
  readonly trimmed: string;
  readonly lineBreak: boolean;
}

export interface UsernameCheck {
  readonly problem?: { readonly code: 'empty' | 'contains-colon' };
  readonly warnings: readonly SurroundingWhiteSpace[];
}

export interface TokenCheck {
  readonly problem?: { readonly code: 'empty' };
  readonly warnings: readonly SurroundingWhiteSpace[];
}

/** Checks a username: not blank, and no colon, since `auth` is split at the first one (RFC 7617, section 2). */
export function checkUsername(username: string): UsernameCheck {
  const warnings = surroundingWhiteSpace(username);
  if (trimInvisible(username) === '') return { problem: { code: 'empty' }, warnings: [] };
  if (username.includes(':')) return { problem: { code: 'contains-colon' }, warnings };
  return { warnings };
}

/** Checks an access token or password: not blank. White space around it is reported, never removed. */
export function checkToken(token: string): TokenCheck {
  if (trimInvisible(token) === '') return { problem: { code: 'empty' }, warnings: [] };
  return { warnings: surroundingWhiteSpace(token) };
}

function surroundingWhiteSpace(value: string): readonly SurroundingWhiteSpace[] {
  const trimmed = trimInvisible(value);
  if (trimmed === value) return [];
  const start = value.indexOf(trimmed);
  const removed = value.slice(0, start) + value.slice(start + trimmed.length);
  return [{ code: 'surrounding-white-space', trimmed, lineBreak: /[\r\n]/.test(removed) }];
}
