import type { RememberedSecret } from '../api/browser-storage/remembered-schema.ts';
import { expiryState, isEndOpen, type ExpiryState } from '../domain/token/expiry.ts';

/** A secret in a tenant: when it ends, `unknown` where that is not recorded, or that it is missing. */
export type Cell = ExpiryState | { readonly kind: 'unknown' } | { readonly kind: 'missing' };

export function cellOf(has: boolean, known: RememberedSecret | undefined, now: Date): Cell {
  if (!has) return { kind: 'missing' };
  // A note alone tells nothing of when it ends.
  if (!known || (known.registries.length === 0 && known.expiresAt === undefined)) return { kind: 'unknown' };
  if (isEndOpen(known)) return { kind: 'unknown' };
  return expiryState(known.expiresAt, now);
}

/** Days to the end of what has to be rotated now, negative since it has ended; undefined of all else. */
export function dueDays(cell: Cell): number | undefined {
  return cell.kind === 'soon' || cell.kind === 'expired' ? cell.days : undefined;
}
