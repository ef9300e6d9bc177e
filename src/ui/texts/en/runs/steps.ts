import { formatList, formatNumber, plural } from '../../format.ts';

const tenants = (count: number) => plural(count, { one: 'tenant', other: 'tenants' });

/** What a rollout and an onboarding of many say alike, from step to step: the choice of tenants, and the plan. */
export const steps = {
  list: 'Steps',
  back: 'Back',
  chooseTenants: 'Choose tenants',
  selectNone: 'Clear selection',
  reading: 'Reading the tenants',
  readingProgress: (read: number, all: number) => `${formatNumber(read)} of ${tenants(all)} read`,
  search: 'Search tenants',
  shown: (shown: number, all: number) => `${formatNumber(shown)} of ${tenants(all)} shown`,
  selected: (selected: number, all: number) => `${formatNumber(selected)} of ${tenants(all)} selected`,
  selectShown: 'Select all shown',
  select: (tenant: string) => `Select ${tenant}`,
  askAgain: (count: number) => `Try again (${formatNumber(count)})`,
  noMatch: 'No tenant matches',
  tenantsTable: 'Tenants to choose from',
  columns: { tenant: 'Tenant', present: 'Now', plan: 'Plan' },
  waiting: 'Waiting…',
  silent: 'Does not answer',
  locked: 'Your role is read-only here.',
  notConnected: (ids: readonly string[]) =>
    `Not connected, so not selected: ${formatList(ids)}. Check the address, or add a connection.`,
  planHeading: 'Plan',
  planPending: (count: number) => `Waiting for ${tenants(count)}.`,
};
