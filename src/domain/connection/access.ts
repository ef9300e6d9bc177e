const resources = [
  'dockerRegistrySecrets',
  'repositories',
  'applications',
  'resourceGroups',
  'objectStoreSecrets',
  'secrets',
] as const;

/** A kind of object in a tenant with rights of its own, named as in the admin API's paths. */
export type TenantResource = (typeof resources)[number];

/** What the signed-in user may do in a tenant: names of resources, `*` for all. */
export interface TenantAccess {
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly audit: boolean;
}

/** May state what is allowed; if it does not, everything is. */
interface Guarded {
  readonly access?: TenantAccess | undefined;
}

/** Whether this resource of the tenant may be changed. */
export function mayWrite({ access }: Guarded, resource: TenantResource): boolean {
  return access === undefined || covers(access.write, resource);
}

/** Whether every resource of the tenant may be changed. */
export function mayWriteAll(tenant: Guarded): boolean {
  return writableResources(tenant).length === resources.length;
}

/** The resources of a tenant that may be changed. */
export function writableResources(tenant: Guarded): readonly TenantResource[] {
  return resources.filter((resource) => mayWrite(tenant, resource));
}

/** The extent of a user's rights in a tenant: an editor may change all resources, a part editor some of them. */
type RoleKind = 'editor' | 'part-editor' | 'auditor' | 'viewer';

/** A role, and the number of tenants where the user has it. */
export interface RoleScope {
  readonly role: RoleKind;
  readonly tenants: number;
}

/** The user's roles in these tenants, the most powerful first; tenants that state no rights are left out. */
export function rolesIn(tenants: readonly Guarded[]): readonly RoleScope[] {
  const roles = tenants.flatMap(({ access }) => (access === undefined ? [] : [roleIn(access)]));
  const kinds = ['editor', 'part-editor', 'auditor', 'viewer'] as const;
  return kinds
    .map((role) => ({ role, tenants: roles.filter((one) => one === role).length }))
    .filter((scope) => scope.tenants > 0);
}

function roleIn(access: TenantAccess): RoleKind {
  if (mayWriteAll({ access })) return 'editor';
  if (writableResources({ access }).length > 0) return 'part-editor';
  return access.audit ? 'auditor' : 'viewer';
}

function covers(list: readonly string[], resource: TenantResource): boolean {
  return list.includes('*') || list.includes(resource);
}
