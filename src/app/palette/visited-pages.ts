const maxVisited = 5;
let visited: readonly string[] = [];

/** What is needed of the router. */
interface Pages {
  readonly subscribe: (
    event: 'onResolved',
    listener: (event: { toLocation: { pathname: string } }) => void,
  ) => unknown;
}

/** Notes the addresses of the pages that this tab shows, as long as it is open. */
export function noteVisitedPages(pages: Pages): void {
  pages.subscribe('onResolved', ({ toLocation: { pathname } }) => {
    visited = [pathname, ...visited.filter((path) => path !== pathname)].slice(0, maxVisited + 1);
  });
}

/** The ones before the present page, the last one first. */
export function visitedPages(): readonly string[] {
  return visited.slice(1);
}
