import type { Connection } from '../../domain/connection/connection.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly group: 'recent' | 'all' | 'more' | 'overview';
  readonly leadsTo: Connection | 'overview' | undefined;
}

/** The maximum of other tenants listed: rendering a thousand takes a second, and nobody reads them. */
export const maxListed = 100;

/** Recent tenants, the others, and the overview. */
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

/** The first tenants, and a line that cannot be chosen with the number of the remaining ones. */
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
