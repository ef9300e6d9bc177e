import type { DockerRegistrySecret } from '../../api/docker-registry-secrets.ts';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import type { MemoryState } from '../../api/browser-storage/secret-memory.ts';
import { secretExpiry, type SecretExpiry } from '../secret-expiry.ts';
import type { RegistryKnowledge } from './use-registry-knowledge.ts';

/** A secret with what this browser remembers of it. */
export interface SecretRow {
  readonly name: string;
  readonly registries: RememberedSecret['registries'];
  /** The recognised products behind its hosts, unique and sorted by name. */
  readonly providers: readonly string[];
  /** The two letters of its registries, unique; empty until they are known. */
  readonly marks: readonly string[];
  readonly changedAt: string | undefined;
  readonly rotated: boolean;
  readonly expiresAt: string | undefined;
  readonly expiry: SecretExpiry;
}

export interface Sorting {
  readonly by: 'name' | 'provider' | 'username' | 'changedAt' | 'expiry';
  readonly descending: boolean;
}

/** The filters by expiry; `valid` needs none. */
export const endFilters = ['expired', 'soon', 'none', 'unknown'] as const;
export type EndFilter = (typeof endFilters)[number];

export interface RowFilter {
  readonly search: string;
  readonly end?: EndFilter | undefined;
  readonly provider?: string | undefined;
}

/** Without `knowledge` no providers are named. */
export function toRows(
  secrets: readonly DockerRegistrySecret[],
  remembered: ReadonlyMap<string, RememberedSecret>,
  memory: MemoryState,
  now: Date,
  knowledge?: RegistryKnowledge,
): SecretRow[] {
  return secrets.map(({ name }) => {
    const known = remembered.get(name);
    const registries = known?.registries ?? [];
    return {
      name,
      registries,
      providers: knowledge ? providersOf(registries, knowledge) : [],
      marks: knowledge ? [...new Set(registries.map(({ host }) => knowledge.registryMonogram(host)))] : [],
      changedAt: known?.rotatedAt ?? known?.registeredAt,
      rotated: known?.rotatedAt !== undefined,
      expiresAt: known?.expiresAt,
      expiry: secretExpiry(known, memory, now),
    };
  });
}

/** The rows in the requested order; rows without the value come last in either direction. */
export function sortRows(rows: readonly SecretRow[], { by, descending }: Sorting): SecretRow[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [sortedText(a, by), sortedText(b, by)];
    if (one === undefined || other === undefined) {
      return Number(one === undefined) - Number(other === undefined) || compare(a.name, b.name);
    }
    return (descending ? -1 : 1) * compare(one, other) || compare(a.name, b.name);
  });
}

/** Most urgent first. A secret with an unknown expiry may have expired too. */
const expiryOrder = ['expired', 'soon', 'unread', 'unknown', 'valid', 'none'] as const;

function sortedText(row: SecretRow, by: Sorting['by']): string | undefined {
  const [first] = row.registries;
  switch (by) {
    case 'provider':
      return row.providers[0] ?? first?.host;
    case 'username':
      return first?.username;
    case 'expiry':
      return `${expiryOrder.indexOf(row.expiry.kind)} ${row.expiresAt ?? ''}`;
    case 'name':
    case 'changedAt':
      return row[by];
  }
}

/** The rows whose name, known host or username, or provider contains the search. */
export function filterRows(rows: readonly SecretRow[], { search, end, provider }: RowFilter): SecretRow[] {
  const wanted = search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (end === undefined || row.expiry.kind === end) &&
      (provider === undefined || row.providers.includes(provider)) &&
      searchedTexts(row).some((text) => text.toLowerCase().includes(wanted)),
  );
}

function searchedTexts({ name, registries, providers }: SecretRow): string[] {
  return [name, ...providers, ...registries.flatMap(({ host, username = '' }) => [host, username])];
}

function providersOf(
  registries: RememberedSecret['registries'],
  { recogniseProvider }: RegistryKnowledge,
): string[] {
  const known = registries.map(({ host }) => recogniseProvider(host)).filter(({ id }) => id !== 'other');
  return [...new Set(known.map(({ name }) => name))].toSorted(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
