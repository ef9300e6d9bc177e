import { formatNumber, plural } from '../format.ts';

const tenantForms = { one: 'tenant', other: 'tenants' };
const tenants = (count: number) => plural(count, tenantForms);
const secrets = (count: number) => plural(count, { one: 'secret', other: 'secrets' });

type CellState =
  | { kind: 'missing' | 'unknown' | 'none' }
  | { kind: 'valid' | 'soon' | 'expired'; days: number };

/** As short as a cell is. */
function cell(state: CellState): string {
  switch (state.kind) {
    case 'missing':
      return '–';
    case 'unknown':
      return 'No record';
    case 'none':
      return 'No end';
    case 'expired':
      return 'Expired';
    case 'soon':
    case 'valid':
      return state.days === 0 ? 'Today' : `${formatNumber(state.days)}\u{a0}d`;
  }
}

export const overview = {
  heading: 'Overview',
  /** `age` of the oldest answer, absent before the first. */
  asked: (count: number, minutes: number | undefined) =>
    minutes === undefined
      ? tenants(count)
      : `${tenants(count)}, updated ${minutes === 0 ? 'now' : `${formatNumber(minutes)} min ago`}`,
  reading: 'Reading the tenants',
  readingProgress: (read: number, all: number) => `${formatNumber(read)} of ${tenants(all)} read`,
  searchTenants: 'Search tenants',
  searchSecrets: 'Search secret names',
  show: 'Show',
  showAll: 'All',
  shows: { expired: 'Expired', soon: 'Within 14 days', missing: 'Missing one', silent: 'No answer' },
  clearOne: (name: string) => `Show all secrets again, not only ${name}`,
  shown: (tenantCount: number, allTenants: number, names: number, allNames: number) =>
    `${formatNumber(tenantCount)} of ${tenants(allTenants)}, ${formatNumber(names)} of ${secrets(allNames)}`,
  exportCsv: 'Export CSV',
  rollOut: 'Roll out…',
  rollOutToLacking: (count: number) =>
    count === 1 ? 'Roll out to the one that lacks it' : `Roll out to the ${formatNumber(count)} that lack it`,
  matrix: 'Tenants and their secrets',
  tenant: 'Tenant',
  left: 'Free',
  full: 'Full',
  leftUnknown: '–',
  leftUnknownSpoken: 'Not known',
  spread: (count: number, all: number) => `${formatNumber(count)} of ${formatNumber(all)}`,
  onlyThis: (name: string) => `Show only ${name}`,
  cell,
  missing: 'Missing',
  noRecord: 'No record of when it expires',
  has: 'has it',
  lacks: 'lacks',
  waiting: 'Waiting…',
  tenantId: 'tenant id',
  state: 'state',
  used: 'used',
  max: 'quota',
  answers: 'answers',
  silent: 'does not answer',
  unknownSecrets: 'Its secrets are not known.',
  openConnection: 'Open connection',
  retry: 'Try again',
  retryOf: (tenant: string) => `Try again: ${tenant}`,
  retryAll: (count: number) => `Try ${tenants(count)} again`,
  old: (age: string) => `Refreshing failed. What is shown is ${age} old.`,
  about: (name: string, tenant: string) => `${name} in ${tenant}`,
  noAnswerOf: (tenant: string) => `No answer from ${tenant}`,
  held: (tenant: string, expiry: string, date: string | undefined) =>
    `${tenant}: ${expiry.charAt(0).toLowerCase()}${expiry.slice(1)}${date === undefined ? '' : `, on ${date}`}.`,
  noRecordText: (tenant: string) =>
    `${tenant} has it. This console has no record of its registries and expiry.`,
  openEndText: (tenant: string) => `${tenant} has it. It has no end date.`,
  lacksText: (tenant: string, name: string) => `${tenant} does not have ${name}.`,
  rotated: (date: string) => `Rotated ${date}.`,
  registered: (date: string) => `Registered ${date}.`,
  rotate: 'Rotate',
  open: 'Open',
  rollOutHere: 'Roll out',
  keys: 'Arrow keys move from cell to cell. Enter opens what a cell shows, Escape returns to the cell.',
  printed: (count: number, time: string) => `${tenants(count)}, ${time}`,
  secretsColumn: 'Secrets',
  lacking: (names: readonly string[]) =>
    names.length > 5 ? `${formatNumber(names.length)} missing` : `Missing: ${names.join(', ')}`,
  noTenants: 'No tenant is connected',
  noTenantsText: 'Add a connection, then come back.',
  noMatch: 'Nothing matches',
  noMatchText: 'No tenant matches these filters.',
  noSecrets: 'No tenant has a secret yet',
  noSecretsText: 'Register one in a tenant, or roll one out to many.',
  clear: 'Clear filters',
};
