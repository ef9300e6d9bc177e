import { useDeferredValue, useState, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { EmptyState } from '../feedback/empty-state.tsx';
import { useTexts } from '../texts/texts.ts';
import { ListState, type ListQuery } from './list-state.tsx';
import { ListNote } from './list-note.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { useGrowingRows } from './use-growing-rows.ts';

interface SearchedListTexts {
  readonly search: string;
  readonly shown: (shown: number, all: number) => string;
  /** While nothing is searched for. */
  readonly count: (all: number) => string;
  readonly emptyTitle: string;
  readonly noMatchTitle: string;
  readonly noMatchText: (search: string) => string;
}

interface SearchedListProps<T> {
  readonly query: ListQuery;
  /** What was read, or what was made of it. */
  readonly items: readonly T[];
  /** `search` is in lower case. */
  readonly matches: (item: T, search: string) => boolean;
  readonly texts: SearchedListTexts;
  readonly emptyText: ReactNode;
  readonly onRefresh: () => void;
  /** What changes by itself, in the place of the count. */
  readonly status?: ReactNode;
  /** What is known as soon as the list is, above its rows. */
  readonly notice?: ReactNode;
  /** What the list is about, below it. */
  readonly note: ReactNode;
  /** Those that match, where there are any; of hundreds those that are in sight or soon will be. */
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** A list that one searches, in each of its states: being read, failed, empty, full, and without a match. */
export function SearchedList<T>(props: SearchedListProps<T>) {
  const { query, items, matches, texts, emptyText, onRefresh, status, notice, note, children } = props;
  const { clearSearch } = useTexts('objects');
  const [search, setSearch] = useState('');
  const filter = useDeferredValue(search.trim().toLowerCase());
  const shown = items.filter((item) => matches(item, filter));
  const isRead = query.data !== undefined;
  const { shown: inSight, end } = useGrowingRows(shown.length, filter, 0);
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
      {shown.length > 0 && children(shown.slice(0, inSight))}
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
