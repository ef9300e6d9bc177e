import { trimInvisible } from '../text/trim-invisible.ts';
import { isJsonObject, parseJsonText } from '../text/json-text.ts';
import { readJwt } from './jwt.ts';

/** The result of reading a pasted text: a token, with its expiry date if it is a JWT, or why there is none. */
export type BearerTokenResult =
  | { readonly ok: true; readonly token: string; readonly expiresAt?: Date }
  | { readonly ok: false; readonly code: 'empty' | 'service-key' | 'bad-character' };

/**
 * Extracts the token from a pasted text: the token alone, an `Authorization` header's value, or the whole answer of a
 * token endpoint (RFC 6749, 5.1). The result must have the form of a token (RFC 6750, 2.1), since a header cannot carry
 * other characters. Never throws.
 */
export function readBearerToken(text: string): BearerTokenResult {
  const pasted = trimInvisible(text);
  if (pasted === '') return { ok: false, code: 'empty' };
  const parsed = pasted.startsWith('{') ? parseJsonText(pasted) : undefined;
  if (parsed?.ok && isJsonObject(parsed.value)) {
    const accessToken = parsed.value.get('access_token');
    if (typeof accessToken === 'string') return readToken(accessToken);
    if (parsed.value.has('clientid')) return { ok: false, code: 'service-key' };
  }
  return readToken(pasted.replace(/^(?:authorization:\s*)?bearer(?:\s+|$)/i, ''));
}

function readToken(token: string): BearerTokenResult {
  if (token === '') return { ok: false, code: 'empty' };
  if (!/^[A-Za-z0-9._~+/-]+=*$/.test(token)) return { ok: false, code: 'bad-character' };
  const expiresAt = readJwt(token)?.expiresAt;
  return { ok: true, token, ...(expiresAt !== undefined && { expiresAt }) };
}
