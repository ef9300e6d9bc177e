import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { overviewSearch, readOverviewFilters, type OverviewFilters } from './overview-filters.ts';

/** How long after the last key the address is updated. */
const writeAfterMs = 250;

/**
 * The filters, which the address holds: choices apply to it at once, typed text after a pause. If the address changes
 * otherwise, for example by the Back button, the filters follow.
 */
export function useOverviewFilters(): [OverviewFilters, (change: Partial<OverviewFilters>) => void] {
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const address = JSON.stringify(overviewSearch(readOverviewFilters(search)));
  const [filters, setFilters] = useState(() => readOverviewFilters(search));
  const [seen, setSeen] = useState(address);
  const written = useRef(address);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (seen !== address) {
    setSeen(address);
    // oxlint-disable-next-line react/refs -- what this hook wrote itself is no news
    if (written.current !== address) setFilters(readOverviewFilters(search));
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (part: Partial<OverviewFilters>) => {
    const next = { ...filters, ...part };
    setFilters(next);
    clearTimeout(timer.current);
    const typed = 'tenants' in part || 'secrets' in part;
    timer.current = setTimeout(
      () => {
        const named = overviewSearch(next);
        written.current = JSON.stringify(named);
        void navigate({ to: '/overview', search: named, replace: true, resetScroll: false });
      },
      typed ? writeAfterMs : 0,
    );
  };
  return [filters, change];
}
