const resources = [
  'dockerRegistrySecrets',
  'repositories',
  'applications',
  'resourceGroups',
  'objectStoreSecrets',
  'secrets',
] as const;

/** What a tenant holds under rights of its own, as the admin API names it in its paths. */
export type TenantResource = (typeof resources)[number];

/** What the signed-in person may do in a tenant: names of resources, `*` for all. */
export interface TenantAccess {
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly audit: boolean;
}

/** Something that may say what is allowed in it; where it does not, everything is. */
interface Guarded {
  readonly access?: TenantAccess | undefined;
}

/** Whether a resource of the tenant may be changed. */
export function mayWrite({ access }: Guarded, resource: TenantResource): boolean {
  return access === undefined || covers(access.write, resource);
}

/** Whether everything of the tenant may be changed. */
export function mayWriteAll(tenant: Guarded): boolean {
  return writableResources(tenant).length === resources.length;
}

/** The resources of a tenant that may be changed. */
export function writableResources(tenant: Guarded): readonly TenantResource[] {
  return resources.filter((resource) => mayWrite(tenant, resource));
}

/** How far somebody's rights go in a tenant: an editor changes all of it, a part editor some of its resources. */
type RoleKind = 'editor' | 'part-editor' | 'auditor' | 'viewer';

/** A role, and in how many tenants it is had. */
export interface RoleScope {
  readonly role: RoleKind;
  readonly tenants: number;
}

/** What somebody is in these tenants, the role that allows most first; those that say nothing of rights are left out. */
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
