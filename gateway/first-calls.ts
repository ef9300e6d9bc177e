import type { Access } from './access/access.ts';
import { listedTenant, listPath, quotaPath } from './contract.ts';
import type { TenantRegistry } from './forwarding/tenants.ts';
import type { Person } from './sign-in/person.ts';

/** The paths of this origin that the console's page at `pathname` calls as soon as its code has loaded. */
export type FirstCalls = (pathname: string, person: Person | undefined) => readonly string[];

const resource = 'dockerRegistrySecrets';

/** The calls of the list of secrets, for a tenant that the person may see; other pages have none. */
export function createFirstCalls(tenants: TenantRegistry, access: Access): FirstCalls {
  return (pathname, person) => {
    const id = listedTenant(pathname);
    const isVisible = tenants.list().some((tenant) => tenant.id === id && access.sees(person, tenant.id));
    if (id === undefined || !isVisible) return [];
    const adminPath = `/api/tenants/${encodeURIComponent(id)}/v2/admin/`;
    return [`${adminPath}${listPath(resource)}`, `${adminPath}${quotaPath(resource)}`];
  };
}
