import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { createIdSequence } from '../state/fixed-ids.ts';
import type { TenantSeed } from '../state/seed.ts';

interface IssuedToken {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly jti: string;
}

/** `reason` says why a token is refused. */
type TokenCheck =
  | { readonly ok: true; readonly zoneId: string }
  | { readonly ok: false; readonly reason: 'invalid' | 'expired' };

/** Issues and checks the tokens of one simulator. */
export interface TokenAuthority {
  readonly issue: (seed: TenantSeed, clientId: string, issuer: string) => IssuedToken;
  readonly check: (token: string) => TokenCheck;
  readonly withdrawAll: () => void;
}

const claimsSchema = z.object({ zid: z.string(), exp: z.number() });

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function decodeClaims(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/**
 * Issues and checks JSON Web Tokens (HS256) with the claims of XSUAA. Times are real, in seconds; the signing key is
 * random, and withdrawing all tokens replaces it.
 */
export function createTokenAuthority(lifetimeSeconds: number): TokenAuthority {
  let key = randomBytes(32);
  const nextJti = createIdSequence();
  const sign = (signed: string): Buffer => createHmac('sha256', key).update(signed).digest();

  return {
    issue(seed, clientId, issuer) {
      const jti = nextJti();
      const issuedAt = Math.floor(Date.now() / 1000);
      const header = { alg: 'HS256', typ: 'JWT', kid: 'simulator-key-1' };
      const payload = {
        jti,
        ext_attr: { enhancer: 'XSUAA', subaccountid: seed.zoneId, zdn: seed.id },
        sub: clientId,
        authorities: ['uaa.resource'],
        scope: ['uaa.resource'],
        client_id: clientId,
        cid: clientId,
        azp: clientId,
        grant_type: 'client_credentials',
        iat: issuedAt,
        exp: issuedAt + lifetimeSeconds,
        iss: `${issuer}/oauth/token`,
        zid: seed.zoneId,
        aud: [clientId, 'uaa'],
      };
      const signed = `${encode(header)}.${encode(payload)}`;
      const accessToken = `${signed}.${sign(signed).toString('base64url')}`;
      return { accessToken, expiresIn: lifetimeSeconds, jti };
    },

    check(token) {
      const [header = '', payload = '', signature = '', ...rest] = token.split('.');
      const expected = sign(`${header}.${payload}`);
      const given = Buffer.from(signature, 'base64url');
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
        return { ok: false, reason: 'invalid' };
      }
      const claims = claimsSchema.safeParse(decodeClaims(payload));
      if (!claims.success) return { ok: false, reason: 'invalid' };
      return claims.data.exp * 1000 > Date.now()
        ? { ok: true, zoneId: claims.data.zid }
        : { ok: false, reason: 'expired' };
    },

    withdrawAll() {
      key = randomBytes(32);
    },
  };
}
