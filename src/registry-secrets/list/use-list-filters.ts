import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTexts } from '../../ui/texts/texts.ts';
import { showToast } from '../../ui/toasts/toasts.ts';
import type { ListFilters } from './list-filters.ts';

/** What the list is narrowed by: a search while it is open, and filters that its address keeps. */
export function useListFilters() {
  const texts = useTexts('secrets');
  const filters = useSearch({ from: '/$tenant/docker-registry-secrets' });
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const applied = useDeferredValue(search);
  const setFilters = (next: ListFilters) =>
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  return {
    search,
    setSearch,
    filters,
    setFilters,
    applied: { ...filters, search: applied },
    isFiltered: applied.trim() !== '' || filters.end !== undefined || filters.provider !== undefined,
    clear: () => {
      setSearch('');
      setFilters({});
      showToast({
        text: texts.cleared,
        undo: () => {
          setSearch(search);
          setFilters(filters);
        },
      });
    },
  };
}
