import type { ScopeSearch } from '../domain/generic-secret/secret-scope.ts';

/** For a route's `validateSearch`. */
export function readScopeSearch({ scope, group }: Record<string, unknown>): ScopeSearch {
  if (scope === 'tenant' || scope === 'all') return { scope };
  return typeof group === 'string' && group !== '' ? { group } : {};
}
