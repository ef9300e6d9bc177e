import type { RememberedByTenant } from '../api/browser-storage/remembered-by-tenant.ts';
import type { RememberedSecret } from '../api/browser-storage/remembered-schema.ts';
import { quotaLeft } from '../domain/connection/quota.ts';
import type { TenantRead } from '../api/pacing/tenant-reads.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { isTenantCalled } from '../domain/connection/tenant-search.ts';
import { cellOf, dueDays, type Cell } from './cell.ts';
import type { OverviewFilters, ShownTenants } from './overview-filters.ts';
import type { TenantSecrets } from './tenant-secrets.ts';

export type SecretReads = ReadonlyMap<string, TenantRead<TenantSecrets>>;

export interface MatrixRow {
  readonly connection: Connection;
  readonly read: TenantRead<TenantSecrets>;
  readonly remembered: ReadonlyMap<string, RememberedSecret> | undefined;
}

export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** The names that match the filters, in order; those that are due come first, by how soon. */
  readonly names: readonly string[];
  /** The number of tenants of each kind, among those that match the search. */
  readonly counts: Readonly<Record<ShownTenants | 'all', number>>;
}

interface MatrixInput {
  readonly connections: readonly Connection[];
  readonly reads: SecretReads;
  readonly remembered: RememberedByTenant;
  /** All of them, in order. */
  readonly names: readonly string[];
  readonly filters: OverviewFilters;
  readonly now: Date;
  /** While first answers arrive, tenants keep their places. */
  readonly inOrder: boolean;
}

const order = new Intl.Collator('en', { numeric: true });

/** Every secret name in any tenant, in order. */
export function allNames(reads: SecretReads): string[] {
  const names = new Set<string>();
  for (const read of reads.values()) {
    if (read.status === 'read') for (const name of read.value.names) names.add(name);
  }
  return [...names].toSorted((a, b) => order.compare(a, b));
}

/** Tenants and names that match the filters; the search ignores case. */
export function buildMatrix(input: MatrixInput): Matrix {
  const { connections, reads, remembered, filters, inOrder } = input;
  const names = shownNames(input.names, filters);
  const wanted = filters.tenants.trim().toLowerCase();
  const facts = connections
    .filter((connection) => isTenantCalled(connection, wanted))
    .map((connection) => {
      const read = reads.get(connection.id) ?? { status: 'waiting' };
      return factsOf({ connection, read, remembered: remembered.get(connection.id) }, names, input.now);
    });
  const counts = { all: facts.length, expired: 0, soon: 0, missing: 0, silent: 0 };
  for (const { is } of facts) for (const kind of is) counts[kind] += 1;
  const { show } = filters;
  const shown = show === undefined ? facts : facts.filter(({ is }) => is.has(show));
  const isByDue = inOrder && filters.sort === 'due';
  const sorted = inOrder ? shown.toSorted(comparison(filters)) : shown;
  return { rows: sorted.map(({ row }) => row), names: isByDue ? dueFirst(names, shown) : names, counts };
}

function shownNames(names: readonly string[], { secrets, secret }: OverviewFilters): string[] {
  if (secret !== undefined) return names.filter((name) => name === secret);
  const wanted = secrets.trim().toLowerCase();
  return names.filter((name) => name.toLowerCase().includes(wanted));
}

interface RowFacts {
  readonly row: MatrixRow;
  readonly is: ReadonlySet<ShownTenants>;
  /** For the secret that expires first, if one is due. */
  readonly dueDays: number | undefined;
  /** The secrets that are due. */
  readonly due: readonly string[];
}

function factsOf(row: MatrixRow, names: readonly string[], now: Date): RowFacts {
  const is = new Set<ShownTenants>();
  const { read, remembered } = row;
  if (read.status === 'failed' || (read.status === 'read' && read.stale)) is.add('silent');
  if (read.status !== 'read') return { row, is, dueDays: undefined, due: [] };
  const held = read.value.names;
  if (names.some((name) => !held.has(name))) is.add('missing');
  let first: number | undefined;
  const due: string[] = [];
  // Most secrets have no record, so only the recorded ones are checked.
  if (remembered && remembered.size > 0) {
    for (const name of names) {
      const cell = cellOf(held.has(name), remembered.get(name), now);
      if (cell.kind === 'expired' || cell.kind === 'soon') is.add(cell.kind);
      const days = dueDays(cell);
      if (days === undefined) continue;
      due.push(name);
      first = Math.min(first ?? days, days);
    }
  }
  return { row, is, dueDays: first, due };
}

/** Names that are due somewhere first, each part in order. */
function dueFirst(names: readonly string[], facts: readonly RowFacts[]): string[] {
  const due = new Set(facts.flatMap((one) => one.due));
  return [...names.filter((name) => due.has(name)), ...names.filter((name) => !due.has(name))];
}

function comparison({ sort, descending }: OverviewFilters): (a: RowFacts, b: RowFacts) => number {
  const way = descending ? -1 : 1;
  if (sort === 'tenant') return (a, b) => way * order.compare(a.row.connection.label, b.row.connection.label);
  if (sort === 'free') return (a, b) => compareKnown(freeOf(a.row), freeOf(b.row), way);
  return (a, b) => compareKnown(a.dueDays, b.dueDays, 1);
}

/** Unknown values come last in either direction. */
function compareKnown(a: number | undefined, b: number | undefined, way: number): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return way * (a - b);
}

/** How many more secrets the tenant may have, if it says so. */
export function freeOf({ read }: MatrixRow): number | undefined {
  return read.status === 'read' && read.value.quota ? quotaLeft(read.value.quota) : undefined;
}

/** Undefined if the tenant has not answered. */
export function cellAt({ read, remembered }: MatrixRow, name: string, now: Date): Cell | undefined {
  return read.status === 'read' ? cellOf(read.value.names.has(name), remembered?.get(name), now) : undefined;
}

/** The tenants that have answered and lack the secret. */
export function lackingTenants(rows: readonly MatrixRow[], name: string): string[] {
  return rows
    .filter(({ read }) => read.status === 'read' && !read.value.names.has(name))
    .map(({ connection }) => connection.id);
}

export interface SecretSpread {
  /** The number of tenants that have it. */
  readonly tenants: number;
  /** A registry it is for, if this browser knows one. */
  readonly host: string | undefined;
}

/** How widespread each secret is among the tenants that have answered. */
export function spreadOf(reads: SecretReads, remembered: RememberedByTenant): Map<string, SecretSpread> {
  const tenants = new Map<string, number>();
  const hosts = new Map<string, string>();
  for (const [id, read] of reads) {
    if (read.status !== 'read') continue;
    const known = remembered.get(id);
    for (const name of read.value.names) {
      tenants.set(name, (tenants.get(name) ?? 0) + 1);
      const host = known?.get(name)?.registries[0]?.host;
      if (host !== undefined) hosts.set(name, host);
    }
  }
  return new Map([...tenants].map(([name, count]) => [name, { tenants: count, host: hosts.get(name) }]));
}
