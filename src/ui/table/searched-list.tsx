import { useDeferredValue, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { EmptyState } from '../feedback/empty-state.tsx';
import { useTexts } from '../texts/texts.ts';
import { ListState, type ListQuery } from './list-state.tsx';
import { ListNote } from './list-note.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { WholeList } from './row-keys.ts';
import { readSearchText } from './search-text.ts';
import { useAddressFilters } from './use-address-filters.ts';
import { useGrowingRows } from './use-growing-rows.ts';

interface SearchedListTexts {
  readonly search: string;
  readonly shown: (shown: number, all: number) => string;
  /** Announced while there is no search. */
  readonly count: (all: number) => string;
  readonly emptyTitle: string;
  readonly noMatchTitle: string;
  readonly noMatchText: (search: string) => string;
}

interface SearchedListProps<T> {
  readonly query: ListQuery;
  /** The data of the query, or what was derived from it. */
  readonly items: readonly T[];
  /** `search` is in lower case. */
  readonly matches: (item: T, search: string) => boolean;
  readonly texts: SearchedListTexts;
  readonly emptyText: ReactNode;
  readonly onRefresh: () => void;
  /** Announced in place of the count: what changes by itself. */
  readonly status?: ReactNode;
  /** Above the rows, and shown with them so that they do not move. */
  readonly notice?: ReactNode;
  /** What the list is about, below it. */
  readonly note: ReactNode;
  /** Renders the matching items, at least one; of a long list only the first ones, growing as it is scrolled. */
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** A searchable list in each of its states: loading, failed, empty, full, and without a match. */
export function SearchedList<T>(props: SearchedListProps<T>) {
  const { query, items, matches, texts, emptyText, onRefresh, status, notice, note, children } = props;
  const { clearSearch } = useTexts('objects');
  const [{ search = '' }, setFilters] = useAddressFilters(readSearchText, ['search']);
  const setSearch = (text: string) => setFilters({ search: text });
  const filter = useDeferredValue(search.trim().toLowerCase());
  const shown = items.filter((item) => matches(item, filter));
  const isRead = query.data !== undefined;
  const { shown: inSight, end, showAll } = useGrowingRows(shown.length, filter, 0);
  return (
    <>
      {(isRead || !query.error) && (
        <ListToolbar
          searchLabel={texts.search}
          search={search}
          onSearch={setSearch}
          empty={isRead && items.length === 0}
          query={query}
          onRefresh={onRefresh}
          status={
            isRead && (
              <>
                {filter !== '' && texts.shown(shown.length, items.length)}
                {filter === '' && !status && items.length > 0 && texts.count(items.length)}
                {status}
              </>
            )
          }
        />
      )}
      <ListState query={query} table />
      {isRead && notice}
      {isRead && items.length === 0 && <EmptyState heading={texts.emptyTitle}>{emptyText}</EmptyState>}
      {shown.length > 0 && (
        <WholeList value={{ count: shown.length, showAll }}>{children(shown.slice(0, inSight))}</WholeList>
      )}
      <div ref={end} />
      {items.length > 0 && shown.length === 0 && (
        <EmptyState
          heading={texts.noMatchTitle}
          action={
            <Button variant="outlined" onClick={() => setSearch('')}>
              {clearSearch}
            </Button>
          }
        >
          {texts.noMatchText(search)}
        </EmptyState>
      )}
      {isRead && <ListNote>{note}</ListNote>}
    </>
  );
}
