import { formatDate, plural } from '../../format.ts';

const days = (count: number) => plural(count, { one: 'day', other: 'days' });

export const expiring = {
  open: 'Expiring',
  heading: 'Expiring secrets',
  allSecrets: 'All secrets',
  calendar: 'Calendar…',
  within: 'Expires within',
  days,
  count: (count: number) => plural(count, { one: 'secret', other: 'secrets' }),
  empty: (count: number) => `Nothing expires within ${days(count)}`,
  emptyText: 'Only secrets with a known expiry date appear here. Add dates on the secrets’ pages.',
  columns: {
    secret: 'Secret',
    tenant: 'Tenant',
    ends: 'Expires',
    registries: 'Registries',
    changed: 'Last change',
    next: 'Next step',
  },
  changed: (by: string | undefined, at: Date) =>
    by === undefined ? formatDate(at) : `${by}, ${formatDate(at)}`,
  unknown: 'Not known',
  rotate: 'Rotate',
  rotateOf: (name: string, tenant: string) => `Rotate ${name} in ${tenant}`,
  calendarDialog: {
    heading: 'Calendar of expiry dates',
    shows:
      'Subscribe to it in Outlook, Google Calendar or another calendar. It shows the name, tenant, registries and expiry date of every secret that you can see, but no credentials. Anyone with the address can read it. The address stops working once you withdraw it, or if you do not open the console for 90 days.',
    create: 'Create an address',
    once: 'Copy this address now. It is shown only once.',
    address: 'Calendar address',
    keys: 'Your addresses',
    none: 'None yet.',
    made: (time: string) => `Created ${time}`,
    withdraw: 'Withdraw',
    withdrawOf: (made: string) => `Withdraw: ${made}`,
    withdrawn: 'The address no longer works.',
  },
};
