import { inResourceGroup } from '../resource-group/in-resource-group.ts';
import { defaultResourceGroup } from '../resource-group/resource-group-id.ts';

/** The scope of a generic secret: the tenant itself, one resource group, or all of them. */
export type SecretScope =
  | { readonly kind: 'tenant' }
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly group: string };

export type ScopeKind = SecretScope['kind'];

export const scopeKinds = ['group', 'all', 'tenant'] as const satisfies readonly ScopeKind[];

/** How many secrets may be shared with all resource groups of a tenant, if AI Core does not return a limit. */
export const maxSharedSecrets = 5;

/** The scope in a page's address; if absent, the resource group `default`. */
export interface ScopeSearch {
  readonly scope?: 'tenant' | 'all';
  readonly group?: string;
}

/** Reads the scope from an address. */
export function scopeOf({ scope, group = defaultResourceGroup }: ScopeSearch): SecretScope {
  return scope === undefined ? { kind: 'group', group } : { kind: scope };
}

/** The reverse of `scopeOf`: the scope as a part of an address. */
export function searchOf(scope: SecretScope): ScopeSearch {
  return scope.kind === 'group' ? { group: scope.group } : { scope: scope.kind };
}

/** The request headers that select the scope in the admin API. */
export function scopeHeaders(scope: SecretScope): Readonly<Record<string, string>> {
  switch (scope.kind) {
    case 'group':
      return inResourceGroup(scope.group);
    case 'tenant':
      return { 'AI-Tenant-Scope': 'true' };
    case 'all':
      return { 'AI-Tenant-Scope': 'true', ...inResourceGroup('*') };
  }
}

/** Identifies a scope in a cache key. */
export function scopeKey(scope: SecretScope): string {
  return scope.kind === 'group' ? `group ${scope.group}` : scope.kind;
}
