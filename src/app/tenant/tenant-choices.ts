import type { Connection } from '../../domain/connection/connection.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly group: 'recent' | 'all' | 'more' | 'overview';
  readonly leadsTo: Connection | 'overview' | undefined;
}

/** Of those that were not visited lately: a list of a thousand takes a second to be drawn, and nobody reads it. */
export const maxListed = 100;

/** Those visited last, the others, and the page of them all. */
export function toChoices(
  connections: readonly Connection[],
  recent: readonly Connection[],
  overview: string,
): Choice[] {
  const asChoice = (group: Choice['group']) => (leadsTo: Connection) => ({
    id: leadsTo.id,
    label: leadsTo.label,
    group,
    leadsTo,
  });
  const ids = new Set(recent.map(({ id }) => id));
  return [
    ...connections.filter(({ id }) => ids.has(id)).map(asChoice('recent')),
    ...connections.filter(({ id }) => !ids.has(id)).map(asChoice('all')),
    { id: '/overview', label: overview, group: 'overview', leadsTo: 'overview' },
  ];
}

/** As many as are listed; in the place of the others a line that says how many there are, and cannot be chosen. */
export function listed(matching: readonly Choice[], moreText: (count: number) => string): Choice[] {
  const others = matching.filter(({ group }) => group === 'all');
  const left = others.length - maxListed;
  if (left <= 0) return [...matching];
  const shown = new Set(others.slice(0, maxListed));
  return [
    ...matching.filter((choice) => choice.group === 'recent' || shown.has(choice)),
    { id: '/more', label: moreText(left), group: 'more', leadsTo: undefined },
    ...matching.filter(({ group }) => group === 'overview'),
  ];
}
