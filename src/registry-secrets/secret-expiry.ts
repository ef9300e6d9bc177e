import type { RememberedSecret } from '../api/browser-storage/remembered-schema.ts';
import { expiryState, type ExpiryState } from '../domain/token/expiry.ts';

/** How a secret stands by its end; `unknown` where this browser knows nothing of it, `none` where it has no end. */
export type SecretExpiry = ExpiryState | { readonly kind: 'unknown' };

export function secretExpiry(known: RememberedSecret | undefined, now: Date): SecretExpiry {
  return hasDetails(known) ? expiryState(known.expiresAt, now) : { kind: 'unknown' };
}

/** A note alone tells nothing of what is in the secret. */
function hasDetails(known: RememberedSecret | undefined): known is RememberedSecret {
  return known !== undefined && (known.registries.length > 0 || known.expiresAt !== undefined);
}
