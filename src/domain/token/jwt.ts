import { decodeBase64Text } from '../text/base64.ts';
import { isJsonObject, parseJsonText } from '../text/json-text.ts';
import type { JsonObject, JsonValue } from '../text/json-text.ts';

/** The claims of a JSON Web Token (RFC 7519, section 4.1). None of them has been verified. */
export interface JwtClaims {
  readonly expiresAt?: Date;
  readonly issuer?: string;
  readonly subject?: string;
}

/**
 * Reads the claims of a signed JSON Web Token without verifying it; undefined if the text is not one. That includes
 * encrypted tokens, which cannot be read. Surrounding white space is ignored. Never throws.
 */
export function readJwt(token: string): JwtClaims | undefined {
  const parts = token.trim().split('.');
  const [header = '', payload = ''] = parts;
  if (parts.length !== 3) return undefined;
  if (typeof decodeJsonPart(header)?.get('alg') !== 'string') return undefined;
  const claims = decodeJsonPart(payload);
  if (claims === undefined) return undefined;
  const expiresAt = dateOfSeconds(claims.get('exp'));
  const issuer = claims.get('iss');
  const subject = claims.get('sub');
  return {
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(typeof issuer === 'string' ? { issuer } : {}),
    ...(typeof subject === 'string' ? { subject } : {}),
  };
}

/** The last second of the year 9999. In milliseconds, every date since 1978 is a greater number. */
const lastSecond = 253_402_300_799;

/**
 * A date from seconds since 1970, as in most tokens, or from milliseconds, as in some; undefined for another type or an
 * out-of-range value.
 */
export function dateOfSeconds(seconds: JsonValue | undefined): Date | undefined {
  if (typeof seconds !== 'number') return undefined;
  const date = new Date(seconds > lastSecond ? seconds : seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function decodeJsonPart(part: string): JsonObject | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
  const standard = part.replaceAll('-', '+').replaceAll('_', '/');
  const text = decodeBase64Text(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='));
  const parsed = parseJsonText(text ?? '');
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}
