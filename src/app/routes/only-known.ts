type Search = Record<string, unknown>;

/**
 * For a route's `validateSearch`. The router lays what is read over what the address holds, so that a parameter which
 * `read` leaves out, because it is none of its kind, would reach the page as it was typed.
 */
export function onlyKnown<S extends object>(read: (search: Search) => S): (search: Search) => S {
  return (search) => ({
    ...Object.fromEntries(Object.keys(search).map((key) => [key, undefined])),
    ...read(search),
  });
}
