import { useDeferredValue } from 'react';
import { useAddressFilters } from '../../ui/table/use-address-filters.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { showToast } from '../../ui/toasts/toasts.ts';
import { readListFilters } from './list-filters.ts';

/** What the list is narrowed by: a search and filters, which its address keeps. */
export function useListFilters() {
  const texts = useTexts('secrets');
  const [filters, setFilters] = useAddressFilters(readListFilters, ['search']);
  const { search = '', end, provider } = filters;
  const applied = useDeferredValue(search);
  return {
    search,
    setSearch: (text: string) => setFilters({ ...filters, search: text }),
    filters,
    setFilters,
    applied: { ...filters, search: applied },
    isFiltered: applied.trim() !== '' || end !== undefined || provider !== undefined,
    clear: () => {
      setFilters({});
      showToast({ text: texts.cleared, undo: () => setFilters(filters) });
    },
  };
}
