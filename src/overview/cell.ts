import type { RememberedSecret } from '../api/browser-storage/remembered-schema.ts';
import { expiryState, isEndOpen, type ExpiryState } from '../domain/token/expiry.ts';

/** A secret in a tenant: its expiry, `unknown` if that is not recorded, or `missing`. */
export type Cell = ExpiryState | { readonly kind: 'unknown' } | { readonly kind: 'missing' };

export function cellOf(has: boolean, known: RememberedSecret | undefined, now: Date): Cell {
  if (!has) return { kind: 'missing' };
  // A note alone says nothing about the expiry.
  if (!known || (known.registries.length === 0 && known.expiresAt === undefined)) return { kind: 'unknown' };
  if (isEndOpen(known)) return { kind: 'unknown' };
  return expiryState(known.expiresAt, now);
}

/** Days until a secret that must be rotated now expires, negative if it has; undefined for all others. */
export function dueDays(cell: Cell): number | undefined {
  return cell.kind === 'soon' || cell.kind === 'expired' ? cell.days : undefined;
}
