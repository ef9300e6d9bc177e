import { formatNumber, plural } from '../format.ts';

const tenants = (count: number) => plural(count, { one: 'tenant', other: 'tenants' });
const secrets = (count: number) => plural(count, { one: 'secret', other: 'secrets' });

export const overview = {
  heading: 'Overview',
  note: 'Which tenant has which Docker registry secret, how much room is left, and which tenants do not answer.',
  reading: 'Asking the tenants',
  readingProgress: (read: number, all: number) => `${formatNumber(read)} of ${tenants(all)} asked`,
  searchTenants: 'Search tenants',
  searchSecrets: 'Search secret names',
  onlyLacking: 'Only tenants that lack one of the secrets shown',
  shown: (tenantCount: number, allTenants: number, names: number, allNames: number) =>
    `${formatNumber(tenantCount)} of ${tenants(allTenants)}, ${formatNumber(names)} of ${secrets(allNames)}`,
  exportCsv: 'Export as CSV',
  matrix: 'Tenants and their secrets',
  tenant: 'Tenant',
  left: 'Room left',
  leftUnknown: 'not told',
  has: 'has it',
  lacks: 'lacks',
  waiting: 'Waiting…',
  tenantId: 'tenant id',
  state: 'state',
  used: 'used',
  max: 'quota',
  answers: 'answers',
  silent: 'does not answer',
  noTenants: 'No tenant is connected',
  noTenantsText: 'Add a connection, then come back.',
  noMatch: 'Nothing matches',
  noMatchText: 'No tenant is left with these filters.',
  noSecrets: 'No tenant has a secret yet',
  noSecretsText: 'Register the first one in a tenant, or roll one out to many.',
  clear: 'Clear filters',
  silentHeading: (count: number) => `${tenants(count)} ${count === 1 ? 'does' : 'do'} not answer`,
  silentNote: 'What they hold now is not known. The others are not affected.',
  shownIsOld: (age: string) => `What is shown of it is ${age} old.`,
  retry: 'Try again',
  retryOf: (tenant: string) => `Try again: ${tenant}`,
  retryAll: 'Try all again',
};
