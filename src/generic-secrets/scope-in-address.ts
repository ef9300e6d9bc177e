import { useNavigate, useSearch } from '@tanstack/react-router';
import { scopeOf, searchOf, type SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { readScopeSearch } from './read-scope-search.ts';

/** The scope in the address of the page, and how to switch to another one. */
export function useScopeInAddress(): { scope: SecretScope; openScope: (scope: SecretScope) => void } {
  const navigate = useNavigate();
  const scope = scopeOf(readScopeSearch(useSearch({ strict: false })));
  return {
    scope,
    openScope: (next) =>
      void navigate({
        to: '.',
        search: ({ scope: _scope, group: _group, ...others }) => ({ ...others, ...searchOf(next) }),
        replace: true,
      }),
  };
}
