import { quotaLeft } from '../api/resource-quota.ts';
import type { TenantRead } from '../api/pacing/tenant-reads.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { toCsv } from '../domain/text/csv.ts';
import type { Catalogue } from '../ui/texts/texts.ts';
import type { TenantSecrets } from './tenant-secrets.ts';

export interface MatrixRow {
  readonly connection: Connection;
  readonly read: TenantRead<TenantSecrets>;
}

export interface MatrixFilter {
  readonly tenant: string;
  readonly secret: string;
  readonly onlyLacking: boolean;
}

export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** The names that match the filter, in order. */
  readonly names: readonly string[];
  readonly nameCount: number;
}

const order = new Intl.Collator('en', { numeric: true });

/** Every name that some tenant has, in order. */
export function allNames(reads: ReadonlyMap<string, TenantRead<TenantSecrets>>): string[] {
  const names = new Set<string>();
  for (const read of reads.values()) {
    if (read.status === 'read') for (const name of read.value.names) names.add(name);
  }
  return [...names].toSorted((a, b) => order.compare(a, b));
}

/** Tenants and names as the filter wants them; letter case does not count. */
export function buildMatrix(
  connections: readonly Connection[],
  reads: ReadonlyMap<string, TenantRead<TenantSecrets>>,
  names: readonly string[],
  filter: MatrixFilter,
): Matrix {
  const wantedName = filter.secret.trim().toLowerCase();
  const wantedTenant = filter.tenant.trim().toLowerCase();
  const shownNames = names.filter((name) => name.toLowerCase().includes(wantedName));
  const rows = connections
    .filter(
      ({ id, label }) =>
        label.toLowerCase().includes(wantedTenant) || id.toLowerCase().includes(wantedTenant),
    )
    .map((connection): MatrixRow => ({
      connection,
      read: reads.get(connection.id) ?? { status: 'waiting' },
    }))
    .filter(({ read }) => !filter.onlyLacking || lacksOne(read, shownNames));
  return { rows, names: shownNames, nameCount: names.length };
}

/** The rows as CSV, the names in columns. `explain` says in a few words why a tenant does not answer. */
export function matrixCsv(
  { rows, names }: Matrix,
  texts: Catalogue['overview'],
  explain: Catalogue['common']['problem'],
): string {
  const head = [texts.tenantId, texts.tenant, texts.state, texts.used, texts.max, texts.left, ...names];
  const lines = rows.map(({ connection: { id, label }, read }) => {
    if (read.status !== 'read') {
      const state = read.status === 'failed' ? `${texts.silent}: ${explain(read.problem).title}` : '';
      return [id, label, state, '', '', '', ...names.map(() => '')];
    }
    const { quota } = read.value;
    return [
      id,
      label,
      texts.answers,
      quota?.used ?? '',
      quota?.max ?? '',
      (quota && quotaLeft(quota)) ?? '',
      ...names.map((name) => (read.value.names.has(name) ? texts.has : texts.lacks)),
    ];
  });
  return toCsv([head, ...lines]);
}

function lacksOne(read: TenantRead<TenantSecrets>, names: readonly string[]): boolean {
  return read.status === 'read' && names.some((name) => !read.value.names.has(name));
}
