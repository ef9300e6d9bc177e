import type { Access } from './access/access.ts';
import { listedTenant, listPath, quotaPath } from './contract.ts';
import type { TenantRegistry } from './forwarding/tenants.ts';
import type { Person } from './sign-in/person.ts';

/** The paths of this origin that a page at this path of the console asks for as soon as its code has come. */
export type FirstCalls = (pathname: string, person: Person | undefined) => readonly string[];

const resource = 'dockerRegistrySecrets';

/** The calls for a list of secrets, of a tenant that the person may see; no other page begins with one. */
export function createFirstCalls(tenants: TenantRegistry, access: Access): FirstCalls {
  return (pathname, person) => {
    const id = listedTenant(pathname);
    const isVisible = tenants.list().some((tenant) => tenant.id === id && access.sees(person, tenant.id));
    if (id === undefined || !isVisible) return [];
    const adminPath = `/api/tenants/${encodeURIComponent(id)}/v2/admin/`;
    return [`${adminPath}${listPath(resource)}`, `${adminPath}${quotaPath(resource)}`];
  };
}
