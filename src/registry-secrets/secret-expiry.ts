import type { RememberedSecret } from '../api/browser-storage/remembered-schema.ts';
import type { MemoryState } from '../api/browser-storage/secret-memory.ts';
import { expiryState, isEndOpen, type ExpiryState } from '../domain/token/expiry.ts';

/**
 * How a secret stands by its end; `unknown` where nothing is remembered of it, or it was rotated without saying when
 * the new credential ends, `unread` where that is not known yet, `none` where it has no end.
 */
export type SecretExpiry = ExpiryState | { readonly kind: 'unknown' } | { readonly kind: 'unread' };

export function secretExpiry(
  known: RememberedSecret | undefined,
  memory: MemoryState,
  now: Date,
): SecretExpiry {
  if (hasDetails(known)) return isEndOpen(known) ? { kind: 'unknown' } : expiryState(known.expiresAt, now);
  return memory === 'read' ? { kind: 'unknown' } : { kind: 'unread' };
}

/** A note alone tells nothing of what is in the secret. */
function hasDetails(known: RememberedSecret | undefined): known is RememberedSecret {
  return known !== undefined && (known.registries.length > 0 || known.expiresAt !== undefined);
}
