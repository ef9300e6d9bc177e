import type { GoogleKeyFileProblem } from './google-key-file.ts';
import type { TokenIssuer, TokenKind, TokenKindFacts } from './token-kinds.ts';

/** What a token says about itself. It never holds the token or a part of it; `expiresAt` is ISO 8601 in UTC. */
export type TokenFinding =
  | { readonly code: 'kind-recognised'; readonly severity: 'info'; readonly kind: TokenKind }
  | { readonly code: 'no-expiry'; readonly severity: 'info' }
  | {
      /** In `days` whole days; a warning when that is soon. */
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
          /** Its kind, or the username beside it, says that it lives for about `hours` hours. */
          readonly code: 'short-lived';
          readonly kind?: TokenKind;
          readonly hours: number;
          readonly betterKind?: TokenKind;
        }
      | {
          /** It is this host's service's, which refuses it, accepts it for now, or may deny a pull with it. */
          readonly code: 'not-accepted' | 'discouraged' | 'unsure';
          readonly kind: TokenKind;
          readonly betterKind?: TokenKind;
        }
      | {
          /** It belongs to an account of `issuer`, which is not this host's. */
          readonly code: 'other-issuer';
          readonly kind: TokenKind;
          readonly issuer: TokenIssuer;
          readonly betterKind?: TokenKind;
        }
      /** Not what this registry's tokens look like. */
      | { readonly code: 'unexpected-form'; readonly betterKind: TokenKind }
      /** A command or a file that holds a token. */
      | { readonly code: 'whole-text' }
      | { readonly code: 'key-file-problem'; readonly problem: GoogleKeyFileProblem }
      | { readonly code: 'username-expected'; readonly expected: string }
      /** Where usernames hold no “@”. */
      | { readonly code: 'username-is-email' }
      /** A robot account of Harbor whose name lost its start, perhaps to a shell; `expected` where it is evident. */
      | { readonly code: 'robot-prefix-missing'; readonly expected?: string }
    ));

/** What the token is wanted for and by whom. `unknown` is a host of the user's own. */
export interface TokenPurpose {
  readonly use: 'registry' | 'git';
  readonly hostIssuer: TokenIssuer | 'unknown' | 'none';
  /** The kind to recommend on this host instead. */
  readonly recommended?: TokenKind | undefined;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A stored secret that ends within two days is a session's token, not one made for storing. */
const hoursLong = 2 * dayMs;
const soonDays = 14;

/** Issuers whose product also runs on hosts of its users' own, so that an unknown host may be theirs. */
const selfHosted: ReadonlySet<TokenIssuer> = new Set(['github', 'gitlab', 'azure-devops', 'jfrog']);

/** Says whether a token of a recognised kind suits its host; a life of hours unless its end is known anyway. */
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

/** Says how far away a token's end is. */
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
