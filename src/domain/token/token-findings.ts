import type { GoogleKeyFileProblem } from './google-key-file.ts';
import type { TokenIssuer, TokenKind, TokenKindFacts } from './token-kinds.ts';

/** A finding about a token. It never contains the token or a part of it; `expiresAt` is ISO 8601 in UTC. */
export type TokenFinding =
  | { readonly code: 'kind-recognised'; readonly severity: 'info'; readonly kind: TokenKind }
  | { readonly code: 'no-expiry'; readonly severity: 'info' }
  | {
      /** In `days` whole days; a warning if that is soon. */
      readonly code: 'expires-on';
      readonly severity: 'info' | 'warning';
      readonly expiresAt: string;
      readonly days: number;
    }
  | ({ readonly severity: 'warning' } & (
      | { readonly code: 'expired'; readonly expiresAt: string }
      | {
          /** In `hours` hours, rounded up: too soon for a stored secret. */
          readonly code: 'expires-in-hours';
          readonly expiresAt: string;
          readonly hours: number;
          readonly betterKind?: TokenKind;
        }
      | {
          /** Its kind, or the username used with it, implies a life of about `hours` hours. */
          readonly code: 'short-lived';
          readonly kind?: TokenKind;
          readonly hours: number;
          readonly betterKind?: TokenKind;
        }
      | {
          /** The host's service issued it, but refuses it, accepts it only for now, or may deny a pull with it. */
          readonly code: 'not-accepted' | 'discouraged' | 'unsure';
          readonly kind: TokenKind;
          readonly betterKind?: TokenKind;
        }
      | {
          /** It belongs to an account of `issuer`, which is not this host's service. */
          readonly code: 'other-issuer';
          readonly kind: TokenKind;
          readonly issuer: TokenIssuer;
          readonly betterKind?: TokenKind;
        }
      /** It does not have the form of this registry's tokens. */
      | { readonly code: 'unexpected-form'; readonly betterKind: TokenKind }
      /** A command or a file that contains a token. */
      | { readonly code: 'whole-text' }
      | { readonly code: 'key-file-problem'; readonly problem: GoogleKeyFileProblem }
      | { readonly code: 'username-expected'; readonly expected: string }
      /** On registries whose usernames cannot contain “@”. */
      | { readonly code: 'username-is-email' }
      /** A Harbor robot account whose name lost its start, perhaps in a shell; `expected` is set if it is evident. */
      | { readonly code: 'robot-prefix-missing'; readonly expected?: string }
    ));

/** Where the token will be used, and who issues tokens for that host. `unknown`: a self-hosted or unrecognised host. */
export interface TokenPurpose {
  readonly use: 'registry' | 'git';
  readonly hostIssuer: TokenIssuer | 'unknown' | 'none';
  /** A better kind to recommend for this host. */
  readonly recommended?: TokenKind | undefined;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A token that expires within two days belongs to a session and was not made for storing. */
const hoursLong = 2 * dayMs;
const soonDays = 14;

/** Issuers whose product can also be self-hosted, so an unknown host may accept their tokens. */
const selfHosted: ReadonlySet<TokenIssuer> = new Set(['github', 'gitlab', 'azure-devops', 'jfrog']);

/**
 * Whether a token of a recognised kind suits its host; its usual life in hours only counts if the expiry is unknown.
 */
export function kindFinding(facts: TokenKindFacts, purpose: TokenPurpose, endIsKnown: boolean): TokenFinding {
  const { kind, issuer, hours } = facts;
  const better = betterThan(kind, purpose);
  const belongs = purpose.hostIssuer === 'unknown' ? selfHosted.has(issuer) : purpose.hostIssuer === issuer;
  if (!belongs) return { code: 'other-issuer', severity: 'warning', kind, issuer, ...better };
  const use = facts[purpose.use];
  if (use === 'no') return { code: 'not-accepted', severity: 'warning', kind, ...better };
  if (use === 'unsure') return { code: 'unsure', severity: 'warning', kind, ...better };
  if (use === 'discouraged') return { code: 'discouraged', severity: 'warning', kind, ...better };
  if (hours !== undefined && !endIsKnown)
    return { code: 'short-lived', severity: 'warning', kind, hours, ...better };
  return { code: 'kind-recognised', severity: 'info', kind };
}

/** How far away a token's expiry is. */
export function expiryFinding(
  expiry: Date,
  now: Date,
  kind: TokenKind | undefined,
  purpose: TokenPurpose,
): TokenFinding {
  const remaining = expiry.getTime() - now.getTime();
  const expiresAt = expiry.toISOString();
  if (remaining <= 0) return { code: 'expired', severity: 'warning', expiresAt };
  if (remaining <= hoursLong) {
    const hours = Math.ceil(remaining / hourMs);
    return { code: 'expires-in-hours', severity: 'warning', expiresAt, hours, ...betterThan(kind, purpose) };
  }
  const days = Math.floor(remaining / dayMs);
  return { code: 'expires-on', severity: days <= soonDays ? 'warning' : 'info', expiresAt, days };
}

function betterThan(kind: TokenKind | undefined, { recommended }: TokenPurpose): { betterKind?: TokenKind } {
  return recommended === undefined || recommended === kind ? {} : { betterKind: recommended };
}
