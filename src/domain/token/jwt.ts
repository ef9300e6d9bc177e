import { decodeBase64Text } from '../text/base64.ts';
import { isJsonObject, parseJsonText } from '../text/json-text.ts';
import type { JsonObject, JsonValue } from '../text/json-text.ts';

/** What a JSON Web Token says about itself (RFC 7519, section 4.1). Nothing of it has been verified. */
export interface JwtClaims {
  readonly expiresAt?: Date;
  readonly issuer?: string;
  readonly subject?: string;
}

/**
 * Reads the claims of a signed JSON Web Token without verifying it; undefined when the text is not one
 * (an encrypted token, which cannot be read, included). White space around it is ignored. Never throws.
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

/** The last second of the year 9999. Issuers that count in milliseconds name later ones for any day since 1978. */
const lastSecond = 253_402_300_799;

/**
 * A date from seconds since 1970, as tokens hold it, or from milliseconds, as some do; undefined for another type or
 * beyond what a date holds.
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
