import type { DockerRegistrySecret } from '../api/docker-registry-secrets.ts';
import type { RememberedSecret } from '../api/browser-storage/remembered-secrets.ts';
import { expiryState, type ExpiryState } from '../domain/token/expiry.ts';

/** A secret with what this browser remembers of it. */
export interface SecretRow {
  readonly name: string;
  readonly registries: RememberedSecret['registries'];
  readonly changedAt: string | undefined;
  readonly rotated: boolean;
  readonly expiresAt: string | undefined;
  readonly expiry: ExpiryState;
}

export interface Sorting {
  readonly by: 'name' | 'changedAt' | 'expiresAt';
  readonly descending: boolean;
}

export function toRows(
  secrets: readonly DockerRegistrySecret[],
  remembered: ReadonlyMap<string, RememberedSecret>,
  now: Date,
): SecretRow[] {
  return secrets.map(({ name }) => {
    const known = remembered.get(name);
    return {
      name,
      registries: known?.registries ?? [],
      changedAt: known?.rotatedAt ?? known?.registeredAt,
      rotated: known?.rotatedAt !== undefined,
      expiresAt: known?.expiresAt,
      expiry: expiryState(known?.expiresAt, now),
    };
  });
}

/** Rows in the wanted order; those about which nothing is remembered come last either way. */
export function sortRows(rows: readonly SecretRow[], { by, descending }: Sorting): SecretRow[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [a[by], b[by]];
    if (one === undefined || other === undefined) {
      return Number(one === undefined) - Number(other === undefined) || compare(a.name, b.name);
    }
    return (descending ? -1 : 1) * compare(one, other) || compare(a.name, b.name);
  });
}

/** The names that contain what is searched for, or whose known hosts do. */
export function filterRows(rows: readonly SecretRow[], search: string): SecretRow[] {
  const wanted = search.trim().toLowerCase();
  return rows.filter(
    ({ name, registries }) => name.includes(wanted) || registries.some(({ host }) => host.includes(wanted)),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
