type Search = Record<string, unknown>;

/**
 * For a route's `validateSearch`. The router merges the result into the search of the address, so a parameter that
 * `read` leaves out, because it is invalid, would otherwise reach the page as it was typed.
 */
export function onlyKnown<S extends object>(read: (search: Search) => S): (search: Search) => S {
  return (search) => ({
    ...Object.fromEntries(Object.keys(search).map((key) => [key, undefined])),
    ...read(search),
  });
}
