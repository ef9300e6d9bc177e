import { readGroupSearch } from '../domain/resource-group/group-search.ts';
import type { ScopeSearch } from '../domain/generic-secret/secret-scope.ts';

/** For a route's `validateSearch`. */
export function readScopeSearch({ scope, ...search }: Record<string, unknown>): ScopeSearch {
  if (scope === 'tenant' || scope === 'all') return { scope };
  return readGroupSearch(search);
}
