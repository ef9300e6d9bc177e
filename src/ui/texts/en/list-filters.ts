export const listFilters = {
  filters: 'Filter by expiry',
  all: 'All',
  ends: {
    expired: 'Expired',
    soon: 'Within 14 days',
    none: 'No end date',
    unknown: 'Not known',
  },
  provider: 'Provider',
  allProviders: 'Provider',
};
