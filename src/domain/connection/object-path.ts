import type { TenantResource } from './access.ts';

/** The path of one object of a resource, after `/v2/admin/`. */
export function objectPath(resource: TenantResource, name: string): string {
  return `${resource}/${encodeURIComponent(name)}`;
}
