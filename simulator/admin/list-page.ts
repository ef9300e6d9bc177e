import type { z } from 'zod';
import type { pageQuerySchema } from './admin-schemas.ts';

type PageQuery = z.infer<typeof pageQuerySchema>;

interface ListPage<T> {
  readonly count: number;
  readonly resources: readonly T[];
}

/** The page of a list, ordered by name. `count` counts the page, or with `$count` the whole list. */
export function buildListPage<T extends { readonly name: string }>(
  items: readonly T[],
  { $top, $skip, $count }: PageQuery,
): ListPage<T> {
  const ordered = items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const resources = ordered.slice($skip, $top === undefined ? undefined : $skip + $top);
  return { count: $count ? items.length : resources.length, resources };
}
