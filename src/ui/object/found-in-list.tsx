import type { ReactNode } from 'react';
import { EmptyState } from '../feedback/empty-state.tsx';
import { ListState, type ListQuery } from '../table/list-state.tsx';

interface FoundInListProps<T> {
  readonly list: ListQuery;
  /** What there is of that name, or was last. */
  readonly found: T | undefined;
  readonly missingTitle: string;
  readonly missingText: string;
  readonly backToList: ReactNode;
  /** The form that changes it. */
  readonly children: (found: T) => ReactNode;
}

/** Around the form that changes one thing of a list: that the list is being read, could not be, or lacks it. */
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
