import type { ReactNode } from 'react';
import { EmptyState } from '../feedback/empty-state.tsx';
import { ListState, type ListQuery } from '../table/list-state.tsx';

interface FoundInListProps<T> {
  readonly list: ListQuery;
  /** The object of that name, or the last known one. */
  readonly found: T | undefined;
  readonly missingTitle: string;
  readonly missingText: string;
  readonly backToList: ReactNode;
  /** The form that changes it. */
  readonly children: (found: T) => ReactNode;
}

/**
 * Wraps a form that changes one object of a list: shows when the list is loading, could not be read, or lacks the
 * object.
 */
export function FoundInList<T>(props: FoundInListProps<T>) {
  const { list, found, missingTitle, missingText, backToList, children } = props;
  if (found !== undefined) return children(found);
  if (list.data === undefined) return <ListState query={list} />;
  return (
    <EmptyState heading={missingTitle} action={backToList}>
      {missingText}
    </EmptyState>
  );
}
