/** The roles: an editor may do everything, an auditor read and see the audit, a viewer read. */
export const roleNames = ['viewer', 'editor', 'auditor'] as const;
export type RoleName = (typeof roleNames)[number];

/** What can be granted separately in a tenant, by its name in the admin API; `*` is everything. */
export const grantedResources = [
  '*',
  'dockerRegistrySecrets',
  'repositories',
  'applications',
  'resourceGroups',
  'objectStoreSecrets',
  'secrets',
] as const;

/** A right that somebody may have. */
export type Right = 'read' | 'write' | 'audit';

/** A role for a resource in some tenants. */
export interface Grant {
  role: RoleName;
  /** A name of the admin API; `*` is all resources. */
  resource: string;
  /** Tenant ids, in which `*` matches any text. */
  tenants: readonly string[];
}

const rights: Record<RoleName, readonly Right[]> = {
  viewer: ['read'],
  auditor: ['read', 'audit'],
  editor: ['read', 'write', 'audit'],
};

function covers({ tenants }: Grant, tenantId: string): boolean {
  return tenants.some((pattern) => matches(pattern, tenantId));
}

/** Whether one of `grants` covers that tenant at all. */
export function seesTenant(grants: readonly Grant[], tenantId: string): boolean {
  return grants.some((grant) => covers(grant, tenantId));
}

/** Whether `grants` give that right to a resource of a tenant; `undefined` is for what belongs to no resource. */
export function hasRight(
  grants: readonly Grant[],
  right: Right,
  { tenantId, resource }: { tenantId: string; resource: string | undefined },
): boolean {
  return grants.some((grant) => {
    const isOfIt = resource === undefined || grant.resource === '*' || grant.resource === resource;
    return isOfIt && rights[grant.role].includes(right) && covers(grant, tenantId);
  });
}

/** Whether `grants` give that right to some resource in some tenant. */
export function hasRightAnywhere(grants: readonly Grant[], right: Right): boolean {
  return grants.some(({ role, tenants }) => tenants.length > 0 && rights[role].includes(right));
}

/** What `grants` allow in one tenant: names of resources, or `*` for all. */
export function describeRights(grants: readonly Grant[], tenantId: string) {
  const here = grants.filter((grant) => covers(grant, tenantId));
  const list = (right: Right) => {
    const resources = here.filter(({ role }) => rights[role].includes(right)).map(({ resource }) => resource);
    return resources.includes('*') ? ['*'] : [...new Set(resources)].toSorted();
  };
  return { read: list('read'), write: list('write'), audit: list('audit').includes('*') };
}

/** Takes linear time, unlike a regular expression built from the pattern. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
