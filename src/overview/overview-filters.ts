/** Of all tenants only those: with a secret that has expired, or ends soon; that lack one; that do not answer. */
export const shownTenants = ['expired', 'soon', 'missing', 'silent'] as const;
export type ShownTenants = (typeof shownTenants)[number];

/** `due` has on top what has to be rotated now. */
const sorts = ['due', 'tenant', 'free'] as const;
export type OverviewSort = (typeof sorts)[number];

export interface OverviewFilters {
  /** What labels or ids contain. */
  readonly tenants: string;
  /** What names contain; without effect where one secret is chosen. */
  readonly secrets: string;
  /** The whole name of the one that is shown. */
  readonly secret: string | undefined;
  readonly show: ShownTenants | undefined;
  readonly sort: OverviewSort;
  readonly descending: boolean;
}

/** Reads them from an address that anybody may have typed; `-free` is the other way round. */
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

/** The parameters of their address; what filters nothing is not named. */
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

/** A click on a heading: that order, and with the next click the other way round. */
export function sortedBy(filters: OverviewFilters, sort: OverviewSort): OverviewFilters {
  return { ...filters, sort, descending: filters.sort === sort && !filters.descending && sort !== 'due' };
}

/** A router that reads JSON makes a number of a name like `2024`. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
