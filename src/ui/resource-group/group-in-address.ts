import { useNavigate, useSearch } from '@tanstack/react-router';
import { readGroupSearch } from '../../domain/resource-group/group-search.ts';
import { defaultResourceGroup } from '../../domain/resource-group/resource-group-id.ts';

/** The resource group in the address of the page, and how to switch to another one. */
export function useGroupInAddress(): { group: string; openGroup: (group: string) => void } {
  const navigate = useNavigate();
  const { group = defaultResourceGroup } = readGroupSearch(useSearch({ strict: false }));
  return {
    group,
    openGroup: (next) =>
      void navigate({ to: '.', search: (before) => ({ ...before, group: next }), replace: true }),
  };
}
