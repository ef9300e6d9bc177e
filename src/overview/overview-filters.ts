/** Shows only tenants with an expired secret, one that expires soon, or a missing one, or that do not answer. */
export const shownTenants = ['expired', 'soon', 'missing', 'silent'] as const;
export type ShownTenants = (typeof shownTenants)[number];

/** `due` puts what has to be rotated now at the top. */
const sorts = ['due', 'tenant', 'free'] as const;
export type OverviewSort = (typeof sorts)[number];

export interface OverviewFilters {
  /** A part of labels or ids. */
  readonly tenants: string;
  /** A part of names; ignored while a single secret is chosen. */
  readonly secrets: string;
  /** The full name of the only secret shown. */
  readonly secret: string | undefined;
  readonly show: ShownTenants | undefined;
  readonly sort: OverviewSort;
  readonly descending: boolean;
}

/** Reads the filters from an address that anybody may have typed; `-free` reverses the order. */
export function readOverviewFilters(search: Record<string, unknown>): OverviewFilters {
  const sort = textOf(search['sort']);
  const name = sort.startsWith('-') ? sort.slice(1) : sort;
  return {
    tenants: textOf(search['tenants']),
    secrets: textOf(search['secrets']),
    secret: textOf(search['secret']) || undefined,
    show: shownTenants.find((one) => one === search['show']),
    sort: sorts.find((one) => one === name) ?? 'due',
    descending: sort.startsWith('-'),
  };
}

/** The search parameters of the filters; defaults are left out. */
export function overviewSearch(filters: Partial<OverviewFilters>): Record<string, string> {
  const { tenants = '', secrets = '', secret = '', show = '', sort = 'due', descending = false } = filters;
  const named = {
    tenants,
    secrets,
    secret,
    show,
    sort: sort === 'due' ? '' : `${descending ? '-' : ''}${sort}`,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ''));
}

/** A click on a heading sorts by it, and the next click reverses the order. */
export function sortedBy(filters: OverviewFilters, sort: OverviewSort): OverviewFilters {
  return { ...filters, sort, descending: filters.sort === sort && !filters.descending && sort !== 'due' };
}

/** The router parses values as JSON and turns a name like `2024` into a number. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
