import { failureOfWord, type Failure } from './reserved-names.ts';
import { internalError, tryAgainLater } from './sap-error.ts';

/** What goes wrong in each affected tenant, in the order in which kinds are assigned. */
export const tenantFailureKinds = [
  'fail-once',
  'fail-always',
  'rate-limited',
  'reset-once',
  'timeout-once',
  'unavailable',
] as const;

export type TenantFailureKind = (typeof tenantFailureKinds)[number];

/** A kind from the list above, or a reserved word that then applies to every call of the tenant. */
export type TenantFailure = TenantFailureKind | { readonly word: string };

/** How many of each hundred tenants show a failure, in whole per cent, at most 100 together. */
export type FailureShares = Readonly<Partial<Record<TenantFailureKind, number>>>;

const maxRefusedWrites = 2;

/**
 * The failure of tenant `number` (counted from 1). It depends only on the number, is spread over the tenants, and
 * affects exactly the requested share of every hundred consecutive ones.
 */
export function tenantFailureFor(number: number, shares: FailureShares): TenantFailureKind | undefined {
  // 37 and 100 have no common divisor, so a hundred consecutive numbers take each place once.
  const place = (number * 37) % 100;
  let upTo = 0;
  return tenantFailureKinds.find((kind) => {
    upTo += shares[kind] ?? 0;
    return place < upTo;
  });
}

/** The failure of one call. `writeNumber` counts the tenant's valid writes from 1 and is undefined for a read. */
export function failureOfTenant(
  failure: TenantFailure | undefined,
  writeNumber: number | undefined,
): Failure | undefined {
  if (failure === undefined) return undefined;
  if (typeof failure === 'object') return failureOfWord(failure.word);
  if (failure === 'unavailable') return { kind: 'error', error: tryAgainLater(503, 1) };
  return writeNumber === undefined ? undefined : failuresOfWrite[failure](writeNumber);
}

type WriteFailureKind = Exclude<TenantFailureKind, 'unavailable'>;

const failuresOfWrite: Readonly<Record<WriteFailureKind, (writeNumber: number) => Failure | undefined>> = {
  'fail-always': () => ({ kind: 'error', error: internalError() }),
  'fail-once': (number) => (number === 1 ? { kind: 'error', error: internalError() } : undefined),
  'rate-limited': (number) =>
    number <= maxRefusedWrites ? { kind: 'error', error: tryAgainLater(429, 1) } : undefined,
  'reset-once': (number) => (number === 1 ? { kind: 'reset', afterWrite: true } : undefined),
  'timeout-once': (number) => (number === 1 ? { kind: 'hang', afterWrite: true } : undefined),
};
