import { formatNumber, plural } from '../format.ts';

const tenants = (count: number) => plural(count, { one: 'tenant', other: 'tenants' });
const secrets = (count: number) => plural(count, { one: 'secret', other: 'secrets' });

export const overview = {
  heading: 'Overview',
  note: 'Which tenants have which secrets, how much quota is free, and which tenants do not answer.',
  reading: 'Reading the tenants',
  readingProgress: (read: number, all: number) => `${formatNumber(read)} of ${tenants(all)} read`,
  searchTenants: 'Search tenants',
  searchSecrets: 'Search secret names',
  onlyLacking: 'Only tenants that lack a secret shown',
  shown: (tenantCount: number, allTenants: number, names: number, allNames: number) =>
    `${formatNumber(tenantCount)} of ${tenants(allTenants)}, ${formatNumber(names)} of ${secrets(allNames)}`,
  exportCsv: 'Export CSV',
  matrix: 'Tenants and their secrets',
  tenant: 'Tenant',
  left: 'Free',
  leftUnknown: 'not known',
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
  noMatchText: 'No tenant matches these filters.',
  noSecrets: 'No tenant has a secret yet',
  noSecretsText: 'Register one in a tenant, or roll one out to many.',
  clear: 'Clear filters',
  silentHeading: (count: number) => `${tenants(count)} ${count === 1 ? 'does' : 'do'} not answer`,
  silentNote: 'Their secrets are not known now. Other tenants are not affected.',
  shownIsOld: (age: string) => `Its row is ${age} old.`,
  retry: 'Try again',
  retryOf: (tenant: string) => `Try again: ${tenant}`,
  retryAll: 'Try all again',
};
