import type { TenantResource } from './access.ts';

/** The path of one object, following `/v2/admin/`. */
export function objectPath(resource: TenantResource, name: string): string {
  return `${resource}/${encodeURIComponent(name)}`;
}
