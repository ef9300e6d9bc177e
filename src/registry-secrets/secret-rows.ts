import type { DockerRegistrySecret } from '../api/docker-registry-secrets.ts';
import type { RememberedSecret } from '../api/browser-storage/remembered-secrets.ts';
import type { recogniseProvider } from '../domain/registry/provider-host.ts';
import { secretExpiry, type SecretExpiry } from './secret-expiry.ts';

/** A secret with what this browser remembers of it. */
export interface SecretRow {
  readonly name: string;
  readonly registries: RememberedSecret['registries'];
  /** The products behind its hosts, as far as they are recognised, each once and by name. */
  readonly providers: readonly string[];
  readonly changedAt: string | undefined;
  readonly rotated: boolean;
  readonly expiresAt: string | undefined;
  readonly expiry: SecretExpiry;
}

export interface Sorting {
  readonly by: 'name' | 'changedAt' | 'expiresAt';
  readonly descending: boolean;
}

/** How a secret can stand by its end, as the filters of the list have it: `valid` needs none. */
export const endFilters = ['expired', 'soon', 'none', 'unknown'] as const;
export type EndFilter = (typeof endFilters)[number];

export interface RowFilter {
  readonly search: string;
  readonly end?: EndFilter | undefined;
  readonly provider?: string | undefined;
}

/** Without `recognise` no providers are named. */
export function toRows(
  secrets: readonly DockerRegistrySecret[],
  remembered: ReadonlyMap<string, RememberedSecret>,
  now: Date,
  recognise?: typeof recogniseProvider,
): SecretRow[] {
  return secrets.map(({ name }) => {
    const known = remembered.get(name);
    const registries = known?.registries ?? [];
    return {
      name,
      registries,
      providers: recognise ? providersOf(registries, recognise) : [],
      changedAt: known?.rotatedAt ?? known?.registeredAt,
      rotated: known?.rotatedAt !== undefined,
      expiresAt: known?.expiresAt,
      expiry: secretExpiry(known, now),
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

/** The rows whose name, a known host or username, or a provider's name contains what is searched for. */
export function filterRows(rows: readonly SecretRow[], { search, end, provider }: RowFilter): SecretRow[] {
  const wanted = search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (end === undefined || row.expiry.kind === end) &&
      (provider === undefined || row.providers.includes(provider)) &&
      searchedTexts(row).some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** All names from one to another as they stand in the list, whichever comes first; the second alone without the first. */
export function namesBetween(names: readonly string[], from: string | undefined, to: string): string[] {
  const ends = [from === undefined ? -1 : names.indexOf(from), names.indexOf(to)];
  if (ends.includes(-1)) return [to];
  return names.slice(Math.min(...ends), Math.max(...ends) + 1);
}

function searchedTexts({ name, registries, providers }: SecretRow): string[] {
  return [name, ...providers, ...registries.flatMap(({ host, username = '' }) => [host, username])];
}

function providersOf(
  registries: RememberedSecret['registries'],
  recognise: typeof recogniseProvider,
): string[] {
  const known = registries.map(({ host }) => recognise(host)).filter(({ id }) => id !== 'other');
  return [...new Set(known.map(({ name }) => name))].toSorted(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
