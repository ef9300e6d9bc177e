import type { ReactNode } from 'react';
import { LoadingState } from '../feedback/loading-state.tsx';
import { useLastKnown } from '../guard/use-last-known.ts';
import { GroupGone } from './group-gone.tsx';

interface FormInGroupProps {
  readonly tenant: string;
  /** The group in the address; undefined where the form belongs to none. */
  readonly group: string | undefined;
  /** The tenant's groups, as far as they could be read. */
  readonly groups: {
    readonly data: readonly { readonly name: string }[] | undefined;
    readonly isFetched: boolean;
  };
  readonly children: ReactNode;
}

/** Wraps a form for a resource group, and says that the group does not exist before anything is typed. */
export function FormInGroup({ tenant, group, groups: { data, isFetched }, children }: FormInGroupProps) {
  const isGone = group !== undefined && data?.every(({ name }) => name !== group) === true;
  const isShown = useLastKnown(isFetched && !isGone ? true : undefined);
  if (isShown) return children;
  return isGone ? <GroupGone tenant={tenant} group={group} /> : <LoadingState />;
}
