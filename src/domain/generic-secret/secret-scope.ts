import { inResourceGroup } from '../resource-group/in-resource-group.ts';
import { defaultResourceGroup } from '../resource-group/resource-group-id.ts';

/** How far a generic secret reaches: it is the tenant's own, of one resource group, or of all of them. */
export type SecretScope =
  | { readonly kind: 'tenant' }
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly group: string };

export type ScopeKind = SecretScope['kind'];

export const scopeKinds = ['group', 'all', 'tenant'] as const satisfies readonly ScopeKind[];

/** How many secrets may reach all resource groups of a tenant, where AI Core does not say. */
export const maxSharedSecrets = 5;

/** The part of a page's address that says which scope it shows; left out, it is the resource group `default`. */
export interface ScopeSearch {
  readonly scope?: 'tenant' | 'all';
  readonly group?: string;
}

/** The scope that an address shows. */
export function scopeOf({ scope, group = defaultResourceGroup }: ScopeSearch): SecretScope {
  return scope === undefined ? { kind: 'group', group } : { kind: scope };
}

/** The part of an address that shows a scope: the other way round of `scopeOf`. */
export function searchOf(scope: SecretScope): ScopeSearch {
  return scope.kind === 'group' ? { group: scope.group } : { scope: scope.kind };
}

/** The headers that say so to the admin API. */
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

/** Tells scopes apart, in a key of the cache. */
export function scopeKey(scope: SecretScope): string {
  return scope.kind === 'group' ? `group ${scope.group}` : scope.kind;
}
