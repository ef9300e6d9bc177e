import type { z } from 'zod';
import type { pageQuerySchema } from './admin-schemas.ts';

/** How a list is requested. */
export type PageQuery = z.infer<typeof pageQuerySchema>;

interface ListPage<T> {
  readonly count: number;
  readonly resources: readonly T[];
}

/** A page of a list, ordered by name. `count` is for the page, or with `$count` for the whole list. */
export function buildListPage<T extends { readonly name: string }>(
  items: readonly T[],
  { $top, $skip, $count }: PageQuery,
): ListPage<T> {
  const ordered = items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const resources = ordered.slice($skip, $top === undefined ? undefined : $skip + $top);
  return { count: $count ? items.length : resources.length, resources };
}

/** The answer to a list call, with each item as `show` returns it. */
export function answerPage<T extends { readonly name: string }>(
  items: Iterable<T>,
  query: PageQuery,
  show: (item: T) => object,
) {
  const { count, resources } = buildListPage([...items], query);
  return { status: 200, body: { count, resources: resources.map((item) => show(item)) } } as const;
}
