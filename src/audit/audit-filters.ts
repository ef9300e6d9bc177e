import type { AuditQuery } from '../api/audit.ts';

export const actions = [
  'create',
  'change',
  'delete',
  'refresh',
  'check',
  'export',
  'note',
  'calendar',
  'ask',
  'approve',
  'decline',
  'withdraw',
  'revoke',
  'sign-in',
  'sign-out',
  'read',
  'refusals',
  'other',
] as const;
type Action = (typeof actions)[number];

export const outcomes = ['done', 'failed', 'refused', 'unknown', 'begun'] as const;
type Outcome = (typeof outcomes)[number];

/** In days. */
export const periods = ['1', '7', '30', '90'] as const;
type Period = (typeof periods)[number];

/** The filters of the audit log, as its address holds them. */
export interface AuditFilters {
  readonly q?: string;
  readonly user?: string;
  readonly tenant?: string;
  readonly action?: Action;
  readonly outcome?: Outcome;
  readonly days?: Period;
}

/** Reads the filters from an address that anybody may have typed; invalid ones are left out. */
export function readAuditFilters(search: Readonly<Record<string, unknown>>): AuditFilters {
  const one = <T extends string>(known: readonly T[], value: unknown) =>
    known.find((option) => option === text(value));
  const { q, user, tenant } = search;
  return dropEmpty({
    q: text(q),
    user: text(user),
    tenant: text(tenant),
    action: one(actions, search['action']),
    outcome: one(outcomes, search['outcome']),
    days: one(periods, search['days']),
  });
}

function text(value: unknown): string | undefined {
  const isText = typeof value === 'string' || typeof value === 'number';
  const given = isText ? String(value) : '';
  return given === '' ? undefined : given.slice(0, 200);
}

/** The query for the gateway. `now` is in milliseconds since 1970; a period starts at a full minute. */
export function toAuditQuery({ days, ...filters }: AuditFilters, now: number): AuditQuery {
  if (days === undefined) return filters;
  const from = Math.floor((now - Number(days) * 86_400_000) / 60_000) * 60_000;
  return { ...filters, from: new Date(from).toISOString() };
}

/** Changes some filters; undefined removes one. */
export type FilterChange = { readonly [K in keyof AuditFilters]?: AuditFilters[K] | undefined };

export function changeFilters(filters: AuditFilters, change: FilterChange): AuditFilters {
  return dropEmpty({ ...filters, ...change });
}

function dropEmpty(filters: FilterChange): AuditFilters {
  const { q, user, tenant, action, outcome, days } = filters;
  return {
    ...(q !== undefined && q !== '' && { q }),
    ...(user !== undefined && user !== '' && { user }),
    ...(tenant !== undefined && { tenant }),
    ...(action !== undefined && { action }),
    ...(outcome !== undefined && { outcome }),
    ...(days !== undefined && { days }),
  };
}
