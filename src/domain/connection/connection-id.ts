import { slugOf } from '../text/slug.ts';

/**
 * First path segments of this console's own addresses; a connection with such an id would be hidden behind a page or
 * file.
 */
export const reservedIds: readonly string[] = [
  'api',
  'approvals',
  'assets',
  'audit',
  'auth',
  'calendar.ics',
  'config.json',
  'connections',
  'favicon.svg',
  'healthz',
  'index.html',
  'metrics',
  'onboarding',
  'overview',
  'readyz',
  'remove',
  'rollout',
  'templates',
];

const maxLength = 40;

/**
 * The id of a new connection: its label in lowercase letters, digits and dashes, at most 40 characters plus a number if
 * it is in `taken`. It is used in addresses and never changes afterwards.
 */
export function createConnectionId(label: string, taken: readonly string[]): string {
  return connectionIdMaker(taken)(label);
}

/**
 * Like createConnectionId, for many labels: every id is new and not in `taken`. It remembers the last number of each
 * label, because thousands of equal labels would otherwise be counted from 2 each time.
 */
export function connectionIdMaker(taken: Iterable<string>): (label: string) => string {
  const used = new Set(reservedIds);
  for (const id of taken) used.add(id.toLowerCase());
  const counted = new Map<string, number>();
  return (label) => {
    const base = slugOf(label, maxLength) || 'connection';
    let number = counted.get(base) ?? 1;
    let id = number === 1 ? base : `${base}-${number}`;
    while (used.has(id)) {
      number += 1;
      id = `${base}-${number}`;
    }
    counted.set(base, number);
    used.add(id);
    return id;
  };
}

/** Whether an id is valid in this console's addresses: letters, digits, dots, dashes and underscores, at most 64. */
export function isConnectionId(id: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,63}$/i.test(id) && !reservedIds.includes(id.toLowerCase());
}
