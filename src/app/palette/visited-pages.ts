const maxVisited = 5;
let visited: readonly string[] = [];

/** The part of the router that is needed. */
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

/** The pages before the current one, latest first. */
export function visitedPages(): readonly string[] {
  return visited.slice(1);
}
