import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

/** So long after the last key the address follows. */
const writeAfterMs = 250;

type Search = Record<string, unknown>;

/**
 * What a list is filtered by, which the address holds beside what else it says: what is chosen at once, what is `typed`
 * as soon as the typing pauses. An address that changes by itself, as with the Back button, changes the filters. `named`
 * are the parameters of filters; what is empty is left out.
 */
export function useAddressFilters<T extends object>(
  read: (search: Search) => T,
  typed: readonly (keyof T)[],
  named: (filters: T) => object = (filters) => filters,
): [T, (next: T) => void] {
  const router = useRouter();
  const search: Search = useSearch({ strict: false });
  const addressOf = (of: Search) => JSON.stringify(paramsOf(named(read(of))));
  const address = addressOf(search);
  const [page] = useState(router.state.location.pathname);
  const [filters, setFilters] = useState(() => read(search));
  const [seen, setSeen] = useState(address);
  /** What was written and is on its way into the address: none of it is news. */
  const writing = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (seen !== address) {
    setSeen(address);
    // oxlint-disable-next-line react/refs -- more may be typed before it arrives, which stays
    if (!writing.current.includes(address)) setFilters(read(search));
  }
  useEffect(() => {
    writing.current.splice(0, writing.current.indexOf(address) + 1);
  }, [address]);

  const write = (params: Search) => {
    const { location } = router.state;
    // On the way to another page it would call that off.
    if (location.pathname !== page || addressOf(params) === addressOf(location.search)) return;
    writing.current.push(addressOf(params));
    const before = Object.keys(paramsOf(named(read(location.search))));
    const none = Object.fromEntries(before.map((key) => [key, undefined]));
    const next = (all: Search) => ({ ...all, ...none, ...params });
    void router.navigate({ to: '.', search: next, replace: true, resetScroll: false });
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (next: T) => {
    setFilters(next);
    clearTimeout(timer.current);
    const pause = typed.some((key) => next[key] !== filters[key]) ? writeAfterMs : 0;
    timer.current = setTimeout(() => write(paramsOf(named(next))), pause);
  };
  return [filters, change];
}

function paramsOf(named: object): Search {
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== '' && value !== undefined));
}
