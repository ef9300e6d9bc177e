import type { RememberedSecret } from '../api/browser-storage/remembered-schema.ts';
import type { MemoryState } from '../api/browser-storage/secret-memory.ts';
import { expiryState, isEndOpen, type ExpiryState } from '../domain/token/expiry.ts';

/**
 * The expiry of a secret: `unknown` if nothing is remembered of it or it was rotated without a new date, `unread` until
 * memory is read, `none` if it does not expire.
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

/** A note alone says nothing about the secret's content. */
function hasDetails(known: RememberedSecret | undefined): known is RememberedSecret {
  return known !== undefined && (known.registries.length > 0 || known.expiresAt !== undefined);
}
